import { request as rawRequest } from 'node:http';
import { randomUUID } from 'node:crypto';
import { TracingWalk, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import type { Operation } from './operations.js';

export interface Sent {
  readonly body?: unknown;
  readonly bytes?: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly id?: string;
  readonly query?: string;
}

export interface Answered {
  readonly status: number;
  readonly code: unknown;
  /** The fields that the problem names. */
  readonly fields: readonly string[];
  readonly text: string;
}

export type Attempt = readonly [says: string, attempt: () => Promise<Answered>];

type Ready = 'draft' | 'submitted' | 'responded';

/** Who may take an operation, and on a request of which status and version: so only what was sent can be at fault. */
const READY: Readonly<Record<string, readonly [state: string, request: Ready, version: number]>> = {
  acknowledgeTracingRequest: ['QM', 'submitted', 2],
  respondTracingRequest: ['QM', 'submitted', 2],
  withdrawTracingRequest: ['QR', 'submitted', 2],
  closeTracingRequest: ['QR', 'responded', 4],
};

/** Who tries an operation, in this order: the first whose role may. */
const PEOPLE = ['officer', 'administrator', 'supervisor'] as const;

/** What is kept of attempts and sessions whatever happens: entries of denials, counts, when somebody was last seen. */
const KEPT_OF_ATTEMPTS = ['audit_entries', 'audit_parts', 'denied_reads', 'throttle_counters', 'sessions'];

/** A desk that listens, with signed-in officers of two States and requests between them. */
export class AttackedDesk {
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly personFor = new Map<string, number>();

  private constructor(
    private readonly desk: TestDesk,
    private readonly origin: string,
    private readonly ids: Readonly<Record<Ready, string>>,
  ) {}

  static async open(): Promise<AttackedDesk> {
    const desk = await openTestDesk();
    await desk.app.listen(0, '127.0.0.1');
    const origin = await desk.app.getUrl();
    const walk = new TracingWalk(desk);
    const ids = {
      draft: (await walk.checked()).id,
      submitted: (await walk.submitted()).id,
      responded: (await walk.responded()).id,
    };
    return new AttackedDesk(desk, origin, ids);
  }

  async close(): Promise<void> {
    await this.desk.close();
  }

  /** Sends what is right except for what is said, as a person whose role may take the operation. */
  async send(operation: Operation, sent: Sent): Promise<Answered> {
    const answer = await this.#sendAs(await this.#token(operation), operation, sent);
    const person = this.personFor.get(operation.id) ?? 0;
    if (answer.code !== 'PERMISSION_DENIED' || person + 1 >= PEOPLE.length) return answer;
    this.personFor.set(operation.id, person + 1);
    return this.send(operation, sent);
  }

  async #sendAs(
    token: string,
    operation: Operation,
    { body, bytes, type = 'application/json', headers = {}, id, query = '' }: Sent,
  ): Promise<Answered> {
    const [, , version] = readyFor(operation);
    const content = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.origin}${this.#pathOf(operation, id)}${query}`, {
      method: operation.method,
      headers: {
        authorization: `Bearer ${token}`,
        'if-match': `"${version}"`,
        'idempotency-key': randomUUID(),
        ...(content === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content as BodyInit }),
    });
    return answered(response.status, await response.text());
  }

  /** The same over a plain socket and with these headers only: what `fetch` adds or refuses to send. */
  async raw(operation: Operation, headers: Readonly<Record<string, string>>, body?: string): Promise<Answered> {
    const token = await this.#token(operation);
    const { hostname, port } = new URL(this.origin);
    const json =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const all = { authorization: `Bearer ${token}`, ...json, ...headers };
      const sent = rawRequest(
        { hostname, port, method: operation.method, path: this.#pathOf(operation), headers: all, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => resolve(answered(response.statusCode ?? 0, text)));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Makes all attempts and gives those that were not answered with a 4xx and a code, and whether anything is stored that was not before. */
  async withstands(attempts: readonly Attempt[]): Promise<{ readonly broken: readonly string[]; readonly changed: boolean }> {
    const before = await this.#stored();
    const broken: string[] = [];
    for (const [says, attempt] of attempts) {
      const { status, code, text } = await attempt();
      if (status < 400 || status > 499 || typeof code !== 'string') broken.push(`${says}: ${status} ${text.slice(0, 200)}`);
    }
    return { broken, changed: (await this.#stored()) !== before };
  }

  #token(operation: Operation): Promise<string> {
    const [state] = readyFor(operation);
    const name = PEOPLE[this.personFor.get(operation.id) ?? 0] ?? PEOPLE[0];
    const token = this.tokens.get(`${state} ${name}`) ?? signIn(this.origin, state, name, this.desk.demonstration.password);
    this.tokens.set(`${state} ${name}`, token);
    return token;
  }

  #pathOf(operation: Operation, id?: string): string {
    const [, request] = readyFor(operation);
    return operation.path.replace('{id}', id ?? this.ids[request]);
  }

  async #stored(): Promise<string> {
    const tables = await this.desk.database.superuser<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'desk' and tablename <> all ($1::text[]) order by 1`,
      [KEPT_OF_ATTEMPTS],
    );
    const sums = tables.map(
      ({ name }) => `(select md5(coalesce(string_agg(r::text, ',' order by r::text), '')) from desk.${name} r) as "${name}"`,
    );
    return JSON.stringify((await this.desk.database.superuser(`select ${sums.join(', ')}`))[0]);
  }
}

function readyFor({ id }: Operation): (typeof READY)[string] {
  return READY[id] ?? ['QR', 'draft', 1];
}

function answered(status: number, text: string): Answered {
  const problem = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: unknown; errors?: readonly { field: string }[] };
  return { status, code: problem.code, fields: (problem.errors ?? []).map(({ field }) => field), text };
}

async function signIn(origin: string, state: string, name: string, password: string): Promise<string> {
  const body = JSON.stringify({ state, name, password });
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return ((await response.json()) as { token: string }).token;
}
