import { Injectable } from '@nestjs/common';

/** What one part says of itself: which kind is in use, and how it fares. No address, no name, no count that tells of a State. */
export type PartReport = Readonly<Record<string, string | number | boolean | null>> & { readonly ok: boolean };

export type PartCheck = () => Promise<PartReport> | PartReport;

export interface HealthReport {
  readonly status: 'ok' | 'failing' | 'stopping';
  readonly parts: Readonly<Record<string, PartReport>>;
}

const SLOWEST_CHECK_MS = 2_000;
const GOOD_FOR_MS = 500;

/** Collects how the parts of this process fare. Each part registers its own check; a check that hangs or throws is a part that fails. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, PartCheck>();
  private latest: { readonly at: number; readonly report: Promise<HealthReport> } | null = null;
  private stopping = false;

  register(part: string, check: PartCheck): void {
    this.checks.set(part, check);
  }

  /** From now on the process takes no new work: `ready` says so to whoever sends it some. */
  beginStopping(): void {
    this.stopping = true;
  }

  /** How all fare now, or did a moment ago: anybody may ask as often as they like, and each check costs something. */
  async report(): Promise<HealthReport> {
    const now = performance.now();
    if (this.latest === null || now - this.latest.at > GOOD_FOR_MS) this.latest = { at: now, report: this.#look() };
    const report = await this.latest.report;
    return this.stopping ? { ...report, status: 'stopping' } : report;
  }

  async #look(): Promise<HealthReport> {
    const names = [...this.checks.keys()];
    const reports = await Promise.all([...this.checks.values()].map(within));
    const parts = Object.fromEntries(names.map((name, at) => [name, reports[at] as PartReport]));
    const ok = reports.every((report) => report.ok);
    return { status: ok ? 'ok' : 'failing', parts };
  }
}

async function within(check: PartCheck): Promise<PartReport> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartReport>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, state: 'no answer' }), SLOWEST_CHECK_MS);
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch {
    return { ok: false, state: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}
