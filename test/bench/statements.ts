import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** One statement as the desk sent it, with its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Connection {
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

/** Watches what a desk asks of PostgreSQL: see witness.js. */
export class Witness {
  private readonly file: string;
  private readonly gate: string;

  constructor(folder: string) {
    this.file = join(folder, 'witness.jsonl');
    this.gate = join(folder, 'witness.open');
  }

  /** What the desk's environment needs. */
  get env(): Record<string, string> {
    const hook = fileURLToPath(new URL('witness.js', import.meta.url));
    return { NODE_OPTIONS: `--import=${hook}`, WITNESS_FILE: this.file, WITNESS_GATE: this.gate };
  }

  connections(): Connection[] {
    return this.lines().flatMap((line) => ('connection' in line ? [line.connection as Connection] : []));
  }

  /** Works in the desk's database as the superuser that set it up: what no role of the desk may do. */
  async asSuperuser<T>(work: (database: pg.Client) => Promise<T>): Promise<T> {
    const all = this.connections();
    const superuser = all.find(({ user }) => !user.startsWith('desk_'));
    const app = all.find(({ user }) => user === 'desk_app');
    if (!superuser || !app) throw new Error('The desk has not connected to its database yet.');
    const client = new pg.Client({ ...superuser, database: app.database });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** The statements that one act sent as this role, in order, from all its connections. */
  async statementsOf(role: string, act: () => Promise<unknown>): Promise<Statement[]> {
    const before = this.lines().length;
    writeFileSync(this.gate, '');
    try {
      await act();
    } finally {
      rmSync(this.gate);
    }
    return this.lines()
      .slice(before)
      .filter((line) => line['user'] === role)
      .map((line) => ({ text: String(line['text']), values: (line['values'] as Kept[]).map(restored) }));
  }

  private lines(): Record<string, unknown>[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
}

export type Kept =
  { readonly bytes: string } | { readonly date: string } | { readonly list: readonly Kept[] } | { readonly plain: unknown };

/** For a file: JSON has no bytes and no dates. */
export function frozen(value: unknown): Kept {
  if (Buffer.isBuffer(value)) return { bytes: value.toString('base64') };
  if (value instanceof Date) return { date: value.toISOString() };
  if (Array.isArray(value)) return { list: value.map(frozen) };
  return { plain: value };
}

export function restored(kept: Kept): unknown {
  if ('bytes' in kept) return Buffer.from(kept.bytes, 'base64');
  if ('date' in kept) return new Date(kept.date);
  if ('list' in kept) return kept.list.map(restored);
  return kept.plain;
}

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * The same statements for another object: what stood for the one observed (`ours`: id, reference) becomes the other's,
 * ids made during the act become new ones, everything else stays (`lasting`: people, sessions, States).
 */
export function translated(
  statements: readonly Statement[],
  ours: ReadonlyMap<string, string>,
  lasting: ReadonlySet<string>,
): Statement[] {
  const fresh = new Map<string, string>();
  const word = (text: string): string => {
    let next = text;
    for (const [from, to] of ours) next = next.replaceAll(from, to);
    return next.replace(UUIDS, (id) => {
      if (lasting.has(id) || [...ours.values()].includes(id)) return id;
      const made = fresh.get(id) ?? randomUUID();
      fresh.set(id, made);
      return made;
    });
  };
  const value = (one: unknown): unknown => {
    if (typeof one === 'string') return word(one);
    if (Array.isArray(one)) return one.map(value);
    if (typeof one === 'object' && one !== null && !(one instanceof Date) && !Buffer.isBuffer(one)) {
      return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, value(inner)]));
    }
    return one;
  };
  return statements.map(({ text, values }) => ({ text, values: values.map(value) }));
}
