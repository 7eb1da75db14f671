import { Injectable } from '@nestjs/common';

/** What one part says of itself: which kind is in use, and how it fares. No address, no name, no count that tells of a State. */
export type PartReport = Readonly<Record<string, string | number | boolean | null>> & { readonly ok: boolean };

export type PartCheck = () => Promise<PartReport> | PartReport;

export interface HealthReport {
  readonly status: 'ok' | 'failing' | 'stopping';
  readonly parts: Readonly<Record<string, PartReport>>;
}

const SLOWEST_CHECK_MS = 2_000;

/** Collects how the parts of this process fare. Each part registers its own check; a check that hangs or throws is a part that fails. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, PartCheck>();
  private stopping = false;

  register(part: string, check: PartCheck): void {
    this.checks.set(part, check);
  }

  /** From now on the process takes no new work: `ready` says so to whoever sends it some. */
  beginStopping(): void {
    this.stopping = true;
  }

  async report(): Promise<HealthReport> {
    const names = [...this.checks.keys()];
    const reports = await Promise.all([...this.checks.values()].map(within));
    const parts = Object.fromEntries(names.map((name, at) => [name, reports[at] as PartReport]));
    const ok = reports.every((report) => report.ok);
    return { status: this.stopping ? 'stopping' : ok ? 'ok' : 'failing', parts };
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
