import { randomUUID } from 'node:crypto';
import { DeadlineSweep } from '@tracedesk/deadlines';
import { openTestDesk, type TestDesk } from '@tracedesk/testing/desk';

export interface Tried {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** What is stored about one request, and how many entries the whole log has: what a denied act must leave as it was, and what it must add. */
export interface Glance {
  readonly stored: unknown;
  readonly entries: number;
}

interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly body?: object;
  readonly version?: number;
  readonly disclosure?: string | undefined;
}

/** A desk whose public API is tried by people of several States, and whose tables can be looked at past row security. */
export class TriedDesk {
  private readonly tokens = new Map<string, string>();

  private constructor(private readonly desk: TestDesk) {}

  /** Signing in is an entry too, so these people do it before anything is counted. */
  static async open(people: readonly string[]): Promise<TriedDesk> {
    const tried = new TriedDesk(await openTestDesk());
    for (const person of people) await tried.signIn(person);
    return tried;
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  /** `QR officer` calls the API; every status is an answer. */
  async call(person: string, path: string, { method = 'GET', body, version, disclosure }: Call = {}): Promise<Tried> {
    const answer = await this.desk.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${this.tokens.get(person) ?? ''}`,
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(disclosure === undefined ? {} : { disclosure }),
      },
      ...(body && { payload: body }),
    });
    const parsed = answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>);
    return { status: answer.statusCode, code: parsed['code'] as string | undefined, body: parsed, text: answer.body };
  }

  /** Says what the record is opened for; undefined where the desk says no. */
  async disclosureOf(person: string, id: string, purpose: string): Promise<string | undefined> {
    const body = { subject: { kind: 'tracing_request', id }, purpose, justification: 'It is looked at for the model.' };
    return (await this.call(person, '/disclosures', { method: 'POST', body })).body['id'] as string | undefined;
  }

  async glance(requestId: string): Promise<Glance> {
    const [row] = await this.desk.database.superuser<{ stored: unknown; entries: number }>(GLANCE, [requestId]);
    if (!row) throw new Error('A look at the tables gives one row.');
    return row;
  }

  /** Business time goes on, and the sweep comes by. */
  async letPass(days: number): Promise<void> {
    await this.desk.database.advance(`${days} days`);
    await this.desk.get(DeadlineSweep).sweep();
  }

  private async signIn(person: string): Promise<void> {
    const [state, name] = person.split(' ');
    const { password } = this.desk.demonstration;
    const answer = await this.desk.app.inject({ method: 'POST', url: '/api/v1/session', payload: { state, name, password } });
    const { token } = JSON.parse(answer.body) as { token: string };
    this.tokens.set(person, token);
  }
}

const TABLES = ['deadlines', 'missed_deadlines', 'responses', 'request_assignments', 'consents'];

const GLANCE = `
  select jsonb_build_object(
           'request', (select to_jsonb(row) from tracing_requests row where id = $1::uuid),
           'draft', (select to_jsonb(row) from tracing_request_drafts row where id = $1::uuid),
           ${TABLES.map((table) => `'${table}', (select jsonb_agg(row order by row::text) from ${table} row where request_id = $1::uuid)`).join(', ')},
           'parts', (select count(*) from protected_parts where record_id = $1::uuid),
           'jobs', (select count(*) from outbox where payload ->> 'requestId' = ($1::uuid)::text)) as stored,
         (select count(*)::int from audit_entries) as entries`;
