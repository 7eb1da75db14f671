import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DeskProcess, fieldsOf, type DeskClient } from '@tracedesk/testing';
import { Clients, type Got, type Sent } from './load.js';
import { weightOf } from './page.js';
import { ms, percent, perSecond, times, type BenchOptions, type Row } from './rows.js';
import { frozen, Witness, type Connection, type Statement } from './statements.js';

const CLIENTS = 8;
/** The desk's own pool for people (libs/platform, connections). */
const POOL_SIZE = 8;
const SUBMIT_GOAL_PER_SECOND = 365;
const SUBMIT_GOAL_SHARE = 0.4;
const LIST_GOAL_MS = 3;
const PAGE_GOAL_BYTES = 30 * 1024;
const PAGE_GOAL_REQUESTS = 5;
const loader = new URL('../../scripts/typescript.js', import.meta.url).href;
const plainProgram = fileURLToPath(new URL('plain.ts', import.meta.url));

interface Draft {
  readonly id: string;
  readonly reference: string;
}

/** Figures of a desk at work, each beside plain pg doing the same statements in its own process. */
export async function workingRows(options: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-bench-'));
  const witness = new Witness(folder);
  const desk = await DeskProcess.start({ env: witness.env });
  try {
    const bench = await Bench.at(desk, witness, folder, options);
    return [...(await bench.submit()), ...(await bench.reads()), ...(await bench.pages())];
  } finally {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Bench {
  private constructor(
    private readonly desk: DeskProcess,
    private readonly witness: Witness,
    private readonly folder: string,
    private readonly short: boolean,
    private readonly officer: DeskClient,
    private readonly session: string,
    private readonly lasting: readonly string[],
  ) {}

  static async at(desk: DeskProcess, witness: Witness, folder: string, { short }: BenchOptions): Promise<Bench> {
    const officer = await desk.as('QR officer');
    const session = fieldsOf((await officer.call('/session')).body);
    const lasting = JSON.stringify(session).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    return new Bench(desk, witness, folder, short, officer, officer.token ?? '', lasting);
  }

  /** Submit at eight clients over HTTP, in turns with the baseline so that both meet the same machine. */
  async submit(): Promise<Row[]> {
    const acts = this.short ? 40 : 600;
    const turns = this.short ? 1 : 3;
    await this.submitAll(await this.drafts(this.short ? 16 : 400));
    const [seen] = await this.drafts(1);
    if (!seen) throw new Error('no draft');
    const statements = await this.witness.statementsOf('desk_app', () => this.submitAll([seen]));
    const httpRates: number[] = [];
    const plainRates: number[] = [];
    let p99 = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      const load = await this.submitAll(await this.drafts(acts));
      httpRates.push(load.perSecond);
      p99 = Math.max(p99, load.p99);
      const drafts = await this.drafts(acts);
      plainRates.push((await this.plain(statements, seen, drafts, CLIENTS)).perSecond);
      await this.allSubmitted(drafts);
    }
    const [http, plain] = [mean(httpRates), mean(plainRates)];
    return [
      {
        name: `submit, ${CLIENTS} clients, over HTTP`,
        figure: perSecond(http),
        goal: `≥ ${SUBMIT_GOAL_PER_SECOND} /s`,
        beside: `slowest 1 % from ${ms(p99)}`,
        ratio: '',
        reached: this.short ? null : http >= SUBMIT_GOAL_PER_SECOND,
      },
      {
        name: 'submit, share of plain pg',
        figure: percent(http / plain),
        goal: `≥ ${percent(SUBMIT_GOAL_SHARE)}`,
        beside: `plain pg, the same ${statements.length} statements unprepared, pool of ${POOL_SIZE}, ${CLIENTS} clients: ${perSecond(plain)}`,
        ratio: times(plain / http),
        reached: this.short ? null : http / plain >= SUBMIT_GOAL_SHARE,
      },
    ];
  }

  async reads(): Promise<Row[]> {
    const count = this.short ? 50 : 1_000;
    const [one] = await this.drafts(1);
    if (!one) throw new Error('no draft');
    await this.submitAll([one]);
    const rows: Row[] = [];
    for (const [name, path, goal] of [
      ['list of 50, one client', '/tracing-requests?direction=outgoing&limit=50', LIST_GOAL_MS],
      ['read one, one client', `/tracing-requests/${one.id}`, null],
    ] as const) {
      const call: Sent = { path: `/api/v1${path}`, headers: this.headers() };
      await this.load(
        Array.from({ length: count / 2 }, () => call),
        1,
      );
      const load = await this.load(
        Array.from({ length: count }, () => call),
        1,
      );
      const statements = await this.witness.statementsOf('desk_app', () => this.load([call], 1));
      const plain = await this.plain(
        statements,
        one,
        Array.from({ length: count }, () => one),
        1,
      );
      rows.push({
        name,
        figure: ms(load.median),
        goal: goal === null ? '' : `≤ ${goal} ms`,
        beside: `plain pg, the same ${statements.length} statements unprepared: ${ms(plain.median)}`,
        ratio: times(load.median / plain.median),
        reached: goal === null || this.short ? null : load.median <= goal,
      });
    }
    return rows;
  }

  async pages(): Promise<Row[]> {
    const rows: Row[] = [];
    const cookie = { cookie: `desk_session=${this.session}` };
    for (const [name, path, headers] of [
      ['first page: sign-in', '/', {}],
      ['first page: incoming requests', '/incoming', cookie],
    ] as const) {
      const { bytes, requests } = await weightOf(this.desk.origin, path, headers);
      rows.push({
        name,
        figure: `${(bytes / 1024).toFixed(1)} KB in ${requests} requests`,
        goal: `≤ ${PAGE_GOAL_BYTES / 1024} KB in ≤ ${PAGE_GOAL_REQUESTS}`,
        beside: '',
        ratio: '',
        reached: bytes <= PAGE_GOAL_BYTES && requests <= PAGE_GOAL_REQUESTS,
      });
    }
    return rows;
  }

  /** Drafts that may be submitted: complete, and their traceability check read. */
  private async drafts(count: number): Promise<Draft[]> {
    const drafted = await this.load(
      Array.from({ length: count }, () => this.post('/tracing-requests', A_DRAFT, { 'idempotency-key': randomUUID() })),
    );
    const drafts = drafted.answers.map((answer) => bodyOf(answer) as unknown as Draft);
    await this.load(drafts.map(({ id }) => this.post('/traceability-checks', { requestId: id })));
    return drafts;
  }

  private submitAll(drafts: readonly Draft[]): ReturnType<Clients['run']> {
    return this.load(
      drafts.map(({ id }) =>
        this.post(`/tracing-requests/${id}/submit`, {}, { 'if-match': '"1"', 'idempotency-key': randomUUID() }),
      ),
    );
  }

  private async load(calls: readonly Sent[], clients = CLIENTS): ReturnType<Clients['run']> {
    const pool = new Clients(this.desk.origin, clients);
    try {
      const load = await pool.run(calls);
      const [first] = load.failed;
      if (first)
        throw new Error(
          `${load.failed.length} of ${calls.length} calls failed, the first with ${first.status}: ${first.body.toString()}`,
        );
      return load;
    } finally {
      pool.close();
    }
  }

  private post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Sent {
    const text = JSON.stringify(body);
    return {
      path: `/api/v1${path}`,
      method: 'POST',
      body: text,
      headers: {
        ...this.headers(),
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
        ...headers,
      },
    };
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.session}`, accept: 'application/json' };
  }

  private async plain(
    statements: readonly Statement[],
    seen: Draft,
    drafts: readonly Draft[],
    clients: number,
  ): Promise<{ perSecond: number; median: number }> {
    const plan = {
      connection: this.connection(),
      poolSize: Math.min(POOL_SIZE, clients),
      clients,
      statements: statements.map(({ text, values }) => ({ text, values: values.map(frozen) })),
      lasting: this.lasting,
      acts: drafts.map((draft) => [
        [seen.id, draft.id],
        [seen.reference, draft.reference],
      ]),
    };
    const file = join(this.folder, 'plan.json');
    writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, plainProgram, file]);
    return JSON.parse(stdout) as { perSecond: number; median: number };
  }

  /** A baseline that did less than the desk would flatter nobody: each of its acts must have left a request with its entry. */
  private async allSubmitted(drafts: readonly Draft[]): Promise<void> {
    const [left] = await this.witness.asSuperuser(async (database) => {
      const { rows } = await database.query<{ requests: number; entries: number }>(
        `select (select count(*)::int from desk.tracing_requests where id = any ($1)) as requests,
                (select count(distinct object_id)::int from desk.audit_entries where object_id = any ($1) and counterpart_state is not null) as entries`,
        [drafts.map(({ id }) => id)],
      );
      return rows;
    });
    if (left?.requests === drafts.length && left.entries === drafts.length) return;
    throw new Error(
      `The baseline left ${left?.requests ?? 0} requests and ${left?.entries ?? 0} entries for ${drafts.length} acts: it does not do what a submission does.`,
    );
  }

  private connection(): Connection {
    const found = this.witness.connections().find(({ user }) => user === 'desk_app');
    if (!found) throw new Error('The desk made no connection as desk_app.');
    return found;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function bodyOf({ body }: Got): Record<string, unknown> {
  return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
}

const A_DRAFT = {
  requestedState: 'QM',
  priority: 'routine',
  legalBasis: 'ITI',
  ownReference: 'QR-2026-0117',
  question: {
    illicitness: {
      grounds: ['6a'],
      legalJustification: { value: 'Carried without the licence that section 4 of the Firearms Act asks for.' },
    },
    find: {
      stateOfFind: 'QR',
      manner: 'seized',
      place: 'Port of Carrow',
      circumstances: { value: 'Found at a vehicle check by the harbour police.' },
    },
    firearm: {
      type: { value: 'self_loading_pistol' },
      calibre: { value: '9x19' },
      serialNumber: { value: 'A104552' },
      serialNumberPlace: 'frame_or_receiver',
      make: 'VAW',
      model: 'P9',
      countryOfManufacture: 'QM',
    },
    intendedUse: { uses: ['investigation'] },
    undertaking: { guaranteed: true },
  },
};
