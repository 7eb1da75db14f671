import { randomUUID } from 'node:crypto';
import { stateCode } from '@tracedesk/kernel';
import { ProtectedParts } from '@tracedesk/platform';
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
  private changed = false;

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

  /** Wall time goes on, as far as sittings notice. */
  async letSit(minutes: number): Promise<void> {
    await this.desk.database.superuser(
      'update disclosures set opened_at = opened_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1)',
      [minutes],
    );
  }

  async giveRole(person: string, role: string): Promise<void> {
    const [state, name] = person.split(' ');
    await this.desk.database.superuser('update people set role = $3 where state = $1 and sign_in_name = $2', [state, name, role]);
    this.changed = true;
  }

  async restoreRoles(): Promise<void> {
    if (!this.changed) return;
    await this.desk.database.superuser("update people set role = 'supervisor' where sign_in_name = 'supervisor'");
    this.changed = false;
  }

  /** What was entered as opened to this person for that purpose, as `<request> <content>`. */
  async enteredFor(person: string, purpose: string): Promise<ReadonlySet<string>> {
    const [state, name] = person.split(' ');
    const rows = await this.desk.database.superuser<{ id: string; covers: string }>(ENTERED, [state, name, purpose]);
    return new Set(rows.flatMap(({ id, covers }) => covers.split(' ').map((content) => `${id} ${content}`)));
  }

  /** Where these words stand in what is sealed for that State, as `<request> <content>`: found with its keys, past everything that shows. */
  async placesOf(
    words: readonly string[],
    state: string,
    requestIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const records = await this.desk.database.superuser<SealedRecord>(RECORDS, [requestIds]);
    const places = new Map<string, string[]>(words.map((word) => [word, []]));
    const actor = { kind: 'process', name: 'upkeep', state: stateCode(state) } as const;
    await this.desk.database.work.read(actor, async (tx) => {
      for (const { kind, id, request, content } of records)
        for (const [name, part] of Object.entries(await this.desk.get(ProtectedParts).open(tx, { kind, id }))) {
          const text = JSON.stringify(part.reveal());
          for (const [word, found] of places) if (text.includes(word)) found.push(`${request} ${content ?? name}`);
        }
    });
    return places;
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

interface SealedRecord {
  readonly kind: string;
  readonly id: string;
  readonly request: string;
  /** What the log calls all of the record; null where each part has its own name. */
  readonly content: string | null;
}

const RECORDS = `
  select 'tracing_request' as kind, id, id as request, case when exists (select 1 from tracing_request_drafts draft where draft.id = asked.id) then 'draft' end as content
    from unnest($1::uuid[]) as asked (id)
  union all
  select 'response', id, request_id, 'response.' || round from responses where request_id = any ($1::uuid[])
  union all
  select 'consent', part.record_id, consent.request_id, 'consent.' || part.record_id || '.' || part.name
    from consents consent
    join protected_parts part on part.record_kind = 'consent' and part.record_id = consent.id
   where consent.request_id = any ($1::uuid[])`;

const ENTERED = `
  select envelope -> 'object' ->> 'id' as id, envelope -> 'facts' ->> 'covers' as covers
    from (select entry_id, convert_from(content, 'UTF8')::jsonb as envelope from audit_parts where name = 'envelope') entries
    join audit_parts part on part.entry_id = entries.entry_id and part.name = 'person'
    join people person on convert_from(part.content, 'UTF8')::jsonb ->> 'person' = person.id::text
   where person.state = $1 and person.sign_in_name = $2
     and envelope ->> 'action' in ('disclosure.opened', 'own_record.consulted')
     and envelope -> 'facts' ->> 'purpose' = $3 and envelope -> 'facts' ->> 'rule' <> ''`;
