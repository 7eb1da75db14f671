import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { openApiDocument } from './index.js';
import { isUnguarded, UNGUARDED_TEXTS } from './openapi/unguarded-texts.js';

/** Told by Valmora to Rhosia and to Norvane, each about the same arm, for them alone (15(c)). */
const CONSIGNEE = 'Nordhavn Trading Company';
const SERIAL = 'ZK7741903';
const RETYPED = 'It went to NORDHAVN trading-company.';

type Body = Record<string, unknown>;
/** An act at the request where it is open, by whom, and a body that would do. */
interface Played {
  readonly by: 'QR' | 'QN';
  readonly at: keyof typeof STAGES | 'asked' | 'granted';
  readonly body: Body;
}

const ITEM = { kind: 'export', finding: 'TRANSFERRED_TO_STATE', state: 'QS', details: 'Exported.', restrictions: ['15a', '15c'] };
const RESPONSE = { kind: 'full', items: [ITEM] };
/** Candidates go with a finding, and with no items. */
const NO_RECORD = { kind: 'no_record', finding: 'INSUFFICIENT_IDENTIFICATION' };
const DIVERSION = { pointOfDiversion: { basis: 'authority', state: 'QS', circumstances: 'Lost.' } };
const FIREARM = { type: { value: 'self_loading_pistol' }, serialNumber: { value: SERIAL } };
const REQUEST = '/tracing-requests/{id}';

/** Every act that tells another State something, with a body that lacks nothing; a text is put into each of its fields in turn. */
const PLAYED: Readonly<Record<string, Played>> = {
  [`PATCH ${REQUEST}`]: {
    by: 'QR',
    at: 'draft',
    body: { question: { firearm: FIREARM, intendedUse: { uses: ['investigation'] } } },
  },
  [`POST ${REQUEST}/acknowledge`]: { by: 'QN', at: 'submitted', body: { reference: 'QN-1', expectedOn: '2099-01-01' } },
  [`POST ${REQUEST}/request-information`]: { by: 'QN', at: 'submitted', body: { element: '17b_calibre', question: 'Which?' } },
  [`POST ${REQUEST}/delay`]: {
    by: 'QN',
    at: 'submitted',
    body: { ground: '22_INVESTIGATION', reasons: 'It goes on.', until: '2099-01-01' },
  },
  [`POST ${REQUEST}/respond`]: { by: 'QN', at: 'submitted', body: { ...RESPONSE, ...DIVERSION } },
  [`POST ${REQUEST}/withdraw`]: { by: 'QR', at: 'submitted', body: { reason: 'Solved.' } },
  [`POST ${REQUEST}/supply-information`]: { by: 'QR', at: 'informationRequested', body: { answer: '9x19.' } },
  [`POST ${REQUEST}/seek-clarification`]: { by: 'QR', at: 'responded', body: { question: 'When?' } },
  [`POST ${REQUEST}/close`]: {
    by: 'QR',
    at: 'responded',
    body: { outcome: 'NOT_TRACED', obstacle: 'mark_erased', followUp: { kind: 'waived' } },
  },
  [`POST ${REQUEST}/supplement`]: { by: 'QN', at: 'responded', body: { items: [ITEM], because: 'Found later.', ...DIVERSION } },
  [`POST ${REQUEST}/clarify`]: {
    by: 'QN',
    at: 'clarificationRequested',
    body: { answer: 'In 2009.', items: [ITEM], ...DIVERSION },
  },
  [`POST ${REQUEST}/reopen`]: { by: 'QR', at: 'closed', body: { ground: 'new_information', because: 'A mark was raised.' } },
  [`POST ${REQUEST}/follow-up`]: {
    by: 'QR',
    at: 'responded',
    body: { requestedState: 'QS', askConsent: { purpose: 'To ask on.', reasons: 'It leads there.' } },
  },
  'POST /consents': {
    by: 'QR',
    at: 'responded',
    body: { use: 'onward_release', names: ['1.1'], purpose: 'To ask on.', reasons: 'It leads there.' },
  },
  'POST /consents/{id}/grant': { by: 'QN', at: 'asked', body: { names: ['1.1'], endsOn: '2099-12-31' } },
  'POST /consents/{id}/refuse': { by: 'QN', at: 'asked', body: { reason: 'No.' } },
  'POST /consents/{id}/withdraw': { by: 'QN', at: 'granted', body: { reason: 'No more.' } },
  'POST /consents/{id}/use': { by: 'QR', at: 'granted', body: { names: ['1.1'], purpose: 'Handed on.' } },
};

/** How a request of Rhosia to Norvane comes to where the acts are played. */
const STAGES = {
  draft: [],
  submitted: ['submit'],
  informationRequested: ['submit', 'request-information'],
  responded: ['submit', 'respond'],
  clarificationRequested: ['submit', 'respond', 'seek-clarification'],
  closed: ['submit', 'respond', 'close'],
} as const satisfies Record<string, readonly string[]>;

let desk: TestDesk;
let texts: readonly GuardedText[];
const tokens = new Map<string, string>();
const subjects = new Map<string, { readonly id: string; readonly version: number }>();

beforeAll(async () => {
  desk = await openTestDesk();
  texts = textsOf((await openApiDocument()) as unknown as Schema);
  for (const from of ['QR', 'QN']) {
    const request = await reached(from, 'QM', 'submitted');
    const parties = [{ role: 'consignee', name: CONSIGNEE, restrictions: ['15c'] }];
    await act('QM', `/tracing-requests/${request.id}/respond`, { kind: 'full', items: [{ ...ITEM, parties }] }, request.version);
  }
  for (const stage of Object.keys(STAGES) as (keyof typeof STAGES)[]) subjects.set(stage, await reached('QR', 'QN', stage));
  const { id: requestId } = subjects.get('responded')!;
  for (const stage of ['asked', 'granted']) {
    const body = { ...PLAYED['POST /consents']?.body, requestId, recipient: { authority: 'A panel' } };
    const consent = await act('QR', '/consents', body);
    const granted = { names: ['1.1'], endsOn: '2099-12-31' };
    subjects.set(stage, stage === 'asked' ? consent : await act('QN', `/consents/${consent.id}/grant`, granted, consent.version));
  }
}, 180_000);
afterAll(() => desk.close());

describe('a name that a third State keeps back', () => {
  it('is looked for in every text of the interface that another State sees, of every act', () => {
    const neither = texts.filter(({ route, field }) => !(route in PLAYED) && !isUnguarded(route, field));
    expect(neither.map(({ route, field }) => `${route} ${field}`)).toEqual([]);
  });

  it('leaves by none of them, whichever field it is typed into, and is not repeated in the denial', async () => {
    const through: string[] = [];
    for (const text of texts.filter(({ route, field }) => route in PLAYED && !isUnguarded(route, field))) {
      const answer = await tried(text);
      expect(answer.text.toLowerCase()).not.toContain('nordhavn');
      if (answer.body['code'] !== 'RESTRICTED_WORDS' || answer.body['field'] !== text.field.replaceAll('[]', '.0'))
        through.push(
          `${text.route} ${text.field}: ${answer.status} ${String(answer.body['code'])} ${String(answer.body['field'])}`,
        );
    }
    expect(through).toEqual([]);
  }, 180_000);

  it('leaves by no name of a file, before the submission and after it', async () => {
    for (const stage of ['draft', 'submitted'] as const)
      expect(await upload('QR', subjects.get(stage)!.id, `${CONSIGNEE}.pdf`)).toContain('RESTRICTED_WORDS');
    expect(await upload('QN', subjects.get('submitted')!.id, `${CONSIGNEE}.pdf`)).toContain('RESTRICTED_WORDS');
  });

  it('does not leave by what was typed before it was told, when the draft is submitted', async () => {
    const serial = 'ZK99120034';
    const draft = await drafted('QR', 'QN', serial, { ownReference: `For ${CONSIGNEE}` });
    const first = await reached('QR', 'QM', 'submitted', serial);
    const parties = [{ role: 'consignee', name: CONSIGNEE, restrictions: ['15c'] }];
    await act('QM', `/tracing-requests/${first.id}/respond`, { kind: 'full', items: [{ ...ITEM, parties }] }, first.version);
    await call('QR', 'POST', '/traceability-checks', { body: { requestId: draft.id } });
    const submitted = await call('QR', 'POST', `/tracing-requests/${draft.id}/submit`, { body: {}, version: draft.version });
    expect(submitted.body).toMatchObject({ code: 'RESTRICTED_WORDS', field: 'ownReference' });
  });

  it('is named by no item to whoever belongs to none of the authorities it is designated to', async () => {
    const serial = 'ZK31640072';
    const draft = await drafted('QR', 'QN', serial, { ownReference: `For ${CONSIGNEE}` });
    const first = await reached('QR', 'QM', 'submitted', serial);
    const designated = {
      ...ITEM,
      restrictions: ['15a'],
      authorities: ['Customs'],
      parties: [{ role: 'consignee', name: CONSIGNEE }],
    };
    await act('QM', `/tracing-requests/${first.id}/respond`, { kind: 'full', items: [designated] }, first.version);
    // A draft answers no guess: what is sent does.
    const amended = await call('QR', 'PATCH', `/tracing-requests/${draft.id}`, {
      body: { ownReference: `To ${CONSIGNEE}` },
      version: draft.version,
    });
    expect(amended.status).toBe(200);
    const version = Number(amended.body['version']);
    await call('QR', 'POST', '/traceability-checks', { body: { requestId: draft.id } });
    const submitted = await call('QR', 'POST', `/tracing-requests/${draft.id}/submit`, { body: {}, version });
    expect(submitted.body).toMatchObject({ code: 'RESTRICTED_WORDS', field: 'ownReference' });
    expect(JSON.stringify(submitted.body)).toContain('not open to you');
    expect(JSON.stringify(submitted.body)).not.toMatch(/1\.1/);
  });

  it('does not leave from a State to which another carried it with a question, by consent for that State alone', async () => {
    const serial = 'ZK55180627';
    const first = await reached('QR', 'QM', 'submitted', serial);
    const parties = [{ role: 'consignee', name: CONSIGNEE, restrictions: ['15c'] }];
    await act('QM', `/tracing-requests/${first.id}/respond`, { kind: 'full', items: [{ ...ITEM, parties }] }, first.version);
    const names = ['1.1', '1.1.1'];
    const asked = { ...PLAYED['POST /consents']?.body, requestId: first.id, recipient: { state: 'QN' }, names };
    const consent = await act('QR', '/consents', asked);
    await act('QM', `/consents/${consent.id}/grant`, { names, endsOn: '2099-12-31' }, consent.version);
    const disclosure = await disclosureOf('QR', first.id);
    const followUp = await call('QR', 'POST', `/tracing-requests/${first.id}/follow-up`, {
      body: { requestedState: 'QN' },
      disclosure,
    });
    const { id, version } = followUp.body['request'] as { id: string; version: number };
    await call('QR', 'POST', '/traceability-checks', { body: { requestId: id } });
    await act('QR', `/tracing-requests/${id}/submit`, {}, version);
    const onward = await drafted('QN', 'QS', serial.replace('06', '0?'), { ownReference: `For ${CONSIGNEE}` });
    await call('QN', 'POST', '/traceability-checks', { body: { requestId: onward.id } });
    const submitted = await call('QN', 'POST', `/tracing-requests/${onward.id}/submit`, { body: {}, version: onward.version });
    expect(submitted.body).toMatchObject({ code: 'RESTRICTED_WORDS', field: 'ownReference' });
  });

  it('may be told to the State that told it, and by the State whose own record it is', async () => {
    const back = await reached('QR', 'QM', 'submitted');
    const reason = { reason: RETYPED };
    expect(await tryAct('QR', `/tracing-requests/${back.id}/withdraw`, reason, back.version)).toMatchObject({ status: 200 });
    const { id, version } = await reached('QR', 'QN', 'submitted');
    const own = { ...ITEM, record: { register: 'Exports' }, parties: [{ role: 'consignee', name: CONSIGNEE }] };
    const answered = { kind: 'full', items: [own] };
    expect(await tryAct('QN', `/tracing-requests/${id}/respond`, answered, version)).toMatchObject({ status: 200 });
  });

  it('stops no text that tells something else, and nothing about another arm', async () => {
    const { id, version } = await reached('QR', 'QN', 'submitted');
    expect(await tryAct('QR', `/tracing-requests/${id}/withdraw`, { reason: 'Solved.' }, version)).toMatchObject({ status: 200 });
    const other = await reached('QR', 'QN', 'submitted', 'ZZ5550001');
    const told = { reason: RETYPED };
    expect(await tryAct('QR', `/tracing-requests/${other.id}/withdraw`, told, other.version)).toMatchObject({ status: 200 });
  });
});

describe('the texts that need no guard', () => {
  it('are texts of the interface, each with its reason', () => {
    const stale = UNGUARDED_TEXTS.filter(
      (row) => !texts.some(({ route, field }) => isUnguarded(route, field) && covers(row, route, field)),
    );
    expect(stale).toEqual([]);
  });
});

function covers(row: (typeof UNGUARDED_TEXTS)[number], route: string, field: string): boolean {
  return (row.route === undefined || route.includes(row.route)) && (row.field === undefined || field.endsWith(row.field));
}

interface GuardedText {
  /** `POST /consents` */
  readonly route: string;
  /** `items[].parties[].name` */
  readonly field: string;
  readonly body: Schema;
}

interface Schema extends Record<string, unknown> {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every text of every body of the document that is no code, no id, no date: whatever a person can write. */
function textsOf(document: Schema): readonly GuardedText[] {
  const { schemas } = document['components'] as { schemas: Record<string, Schema> };
  const resolved = (schema: Schema): Schema => {
    const [only] = (schema['allOf'] as Schema[] | undefined) ?? [];
    if (only) return resolved(only);
    return typeof schema['$ref'] === 'string' ? resolved(schemas[schema['$ref'].split('/').at(-1)!]!) : schema;
  };
  const within = (raw: Schema, field: string): readonly string[] => {
    const schema = resolved(raw);
    if (schema.properties)
      return Object.entries(schema.properties).flatMap(([name, member]) => within(member, field ? `${field}.${name}` : name));
    if (schema.items) return within(schema.items, `${field}[]`);
    const isText = [schema['type']].flat().includes('string');
    return isText && !['enum', 'format', 'pattern'].some((kind) => kind in schema) ? [field] : [];
  };
  const whole = (raw: Schema): Schema => {
    const schema = resolved(raw);
    return {
      ...schema,
      ...(schema.properties && {
        properties: Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, whole(member)])),
      }),
      ...(schema.items && { items: whole(schema.items) }),
    };
  };
  return Object.entries(document['paths'] as Record<string, Record<string, Schema>>).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const bodies = (operation['requestBody'] as { content: Record<string, { schema: Schema }> } | undefined)?.content ?? {};
      return Object.values(bodies).flatMap(({ schema }) => {
        const body = whole(schema);
        return within(schema, '').map((field) => ({
          route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
          field,
          body,
        }));
      });
    }),
  );
}

/** The body with the text at that field, and whatever its objects need besides. */
function withText(body: unknown, schema: Schema, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return RETYPED;
  if (name === '[]') return [withText(Array.isArray(body) ? body[0] : undefined, schema.items ?? {}, rest)];
  const { value: _, uses: __, ...others } = (body ?? needed(schema)) as Body;
  const given = name === 'unknownBecause' ? others : ((body ?? needed(schema)) as Body);
  return { ...given, [name]: withText(given[name], schema.properties?.[name] ?? {}, rest) };
}

function needed(schema: Schema): Body {
  const required = (schema['required'] as readonly string[] | undefined) ?? [];
  return Object.fromEntries(required.map((name) => [name, sample(schema.properties?.[name] ?? {})]));
}

function sample(schema: Schema): unknown {
  if ('example' in schema) return schema['example'];
  if (schema['enum']) return (schema['enum'] as unknown[])[0];
  if (schema.properties) return needed(schema);
  if (schema.items) return schema['minItems'] ? [sample(schema.items)] : [];
  if (schema['format'] === 'date') return '2026-02-14';
  if (schema['pattern']) return 'QS';
  return schema['type'] === 'boolean' ? false : schema['type'] === 'integer' ? schema['minimum'] : 'Something';
}

async function tried({ route, field, body: schema }: GuardedText): Promise<Answered> {
  const { by, at, body } = PLAYED[route]!;
  const subject = subjects.get(at)!;
  const [method = '', path = ''] = route.split(' ');
  const base =
    route === 'POST /consents'
      ? { ...body, requestId: subject.id, recipient: recipientOf(field) }
      : field.startsWith('candidates')
        ? NO_RECORD
        : body;
  const disclosure = route.endsWith('/follow-up') ? await disclosureOf(by, subject.id) : undefined;
  return call(by, method, path.replace('{id}', subject.id), {
    body: withText(base, schema, field.replaceAll('[]', '.[]').split('.')) as Body,
    version: subject.version,
    disclosure,
  });
}

function recipientOf(field: string): Body {
  return field === 'recipient.authority' ? {} : { state: 'QS' };
}

async function disclosureOf(by: string, id: string): Promise<string> {
  const body = { subject: { kind: 'tracing_request', id }, purpose: 'assigned_task', justification: 'To ask on.' };
  return String((await call(by, 'POST', '/disclosures', { body })).body['id']);
}

async function drafted(from: string, to: string, serial: string, changed: Body = {}): Promise<{ id: string; version: number }> {
  const question = {
    illicitness: { grounds: ['6a'], legalJustification: { value: 'Carried without a licence.' } },
    find: { stateOfFind: from, manner: 'seized', circumstances: { value: 'In a van.' } },
    firearm: {
      type: { value: 'self_loading_pistol' },
      calibre: { value: '9x19' },
      serialNumber: { value: serial },
      serialNumberPlace: 'frame_or_receiver',
      make: 'VAW',
      countryOfManufacture: to,
    },
    intendedUse: { uses: ['investigation'] },
    undertaking: { guaranteed: true },
  };
  return act(from, '/tracing-requests', { requestedState: to, priority: 'routine', legalBasis: 'ITI', question, ...changed });
}

async function reached(
  from: string,
  to: string,
  stage: keyof typeof STAGES,
  serial = SERIAL,
): Promise<{ id: string; version: number }> {
  let request = await drafted(from, to, serial);
  if (STAGES[stage].length > 0) await call(from, 'POST', '/traceability-checks', { body: { requestId: request.id } });
  for (const action of STAGES[stage]) {
    const { by, body } = PLAYED[`POST ${REQUEST}/${action}`] ?? { by: 'QR', body: {} };
    const actor = by === 'QR' ? from : to;
    request = await act(
      actor,
      `/tracing-requests/${request.id}/${action}`,
      action === 'respond' ? RESPONSE : body,
      request.version,
    );
  }
  return request;
}

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: Body;
}

async function act(by: string, path: string, body: Body, version?: number): Promise<{ id: string; version: number }> {
  const answer = await tryAct(by, path, body, version);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.body as { id: string; version: number };
}

function tryAct(by: string, path: string, body: Body, version?: number): Promise<Answered> {
  return call(by, 'POST', path, { body, version });
}

async function call(
  by: string,
  method: string,
  path: string,
  { body, version, disclosure }: { body?: Body; version?: number | undefined; disclosure?: string | undefined } = {},
): Promise<Answered> {
  const answer = await desk.app.inject({
    method: method as 'POST',
    url: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${await tokenOf(by)}`,
      'idempotency-key': randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(disclosure === undefined ? {} : { disclosure }),
    },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, text: answer.body, body: JSON.parse(answer.body || '{}') as Body };
}

async function upload(by: string, id: string, name: string): Promise<string> {
  const boundary = 'between-the-parts';
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/v1/tracing-requests/${id}/attachments`,
    headers: { authorization: `Bearer ${await tokenOf(by)}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: [
      `--${boundary}`,
      `content-disposition: form-data; name="files"; filename="${name}"`,
      'content-type: application/pdf',
      '',
      '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
  });
  return answer.body;
}

async function tokenOf(state: string): Promise<string> {
  const known = tokens.get(state);
  if (known) return known;
  const { password } = desk.demonstration;
  const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/session', payload: { state, name: 'officer', password } });
  const { token } = JSON.parse(answer.body) as { token: string };
  tokens.set(state, token);
  return token;
}
