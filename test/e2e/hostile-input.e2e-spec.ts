import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { WHOLE } from './house.js';
import { AttackedDesk, type Answered, type Attempt, type Sent } from './hostile/attacked-desk.js';
import { operationsOfDocument, type Operation } from './hostile/operations.js';
import { probesOf, thinBodiesOf, validBody, wrongTexts } from './hostile/probes.js';

// Sent to every operation of the API document. Nothing here may be stored, and nothing may be answered with 500.

const OPERATIONS = await operationsOfDocument();
const WITH_BODY = OPERATIONS.filter(({ body }) => body);
const EACH = OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);
const EACH_WITH_BODY = WITH_BODY.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

/**
 * What lies deep in a body is of a class that several operations share: its places are probed with the first that has them, or with all. The places
 * of a body's own are probed with each.
 */
const DEEP = 3;
const PROBED = new Set<string>();
const EACH_WITH_PROBES = WITH_BODY.map((operation) => {
  const probes = probesOf(operation.body ?? {}).filter(({ says, field }) => {
    const names = field.split('.').filter((name) => !/^\d+$/.test(name));
    const place = `${names.slice(-DEEP).join('.')} ${says.slice(says.indexOf(': '))}`;
    const isKnown = names.length > DEEP && PROBED.has(place);
    PROBED.add(place);
    return WHOLE || !isKnown;
  });
  return [`${operation.method} ${operation.path}`, operation, probes] as const;
});

let desk: AttackedDesk;
beforeAll(async () => {
  desk = await AttackedDesk.open();
}, 60_000);
afterAll(() => desk?.close());

const send = (operation: Operation, sent: Sent): Promise<Answered> => desk.send(operation, sent);

/** Expects of every attempt a 4xx with a code, and nothing stored afterwards. */
async function refusesAll(attempts: readonly Attempt[]): Promise<void> {
  expect(await desk.withstands(attempts)).toEqual({ broken: [], changed: false });
}

function operation(path: string, method = 'POST'): Operation {
  const found = OPERATIONS.find((one) => one.path.endsWith(path) && one.method === method);
  if (!found) throw new Error(`The document has no ${method} ${path}.`);
  return found;
}

describe('what is right', () => {
  it('is taken, so that what follows is refused for what is wrong with it', async () => {
    const draft = operation('/tracing-requests');
    expect(await send(draft, { body: validBody(draft.body ?? {}) })).toMatchObject({ status: 201 });
    expect(await send(operation('/tracing-requests', 'GET'), { query: '?direction=outgoing&limit=1' })).toMatchObject({
      status: 200,
    });
    expect(await desk.withstands([['a draft', () => send(draft, { body: {} })]])).toMatchObject({
      broken: [expect.any(String)],
      changed: true,
    });
  });
});

describe('a body that cannot be read', () => {
  const WORDS = '"\\ud800"';
  it.each(EACH_WITH_BODY)(
    'is refused by %s',
    async (_, operation) => {
      const good = JSON.stringify(validBody(operation.body ?? {}));
      const within = (member: string): string => (good === '{}' ? `{${member}}` : good.replace(/\}$/, `,${member}}`));
      const types = [
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'application/jsonx',
        'x',
        'application/octet-stream',
      ];
      await refusesAll([
        ...types.map((type) => [`as ${type}`, () => send(operation, { bytes: good, type })] as const),
        ...['{', '{"a":}', '[]', 'null', '"text"', '1', 'true', '{}{}', "{'a':1}", '{"a":1,}', '\u0000', '{"a":NaN}'].map(
          (bytes) => [`JSON ${bytes}`, () => send(operation, { bytes })] as const,
        ),
        [
          'invalid UTF-8',
          () =>
            send(operation, {
              bytes: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
            }),
        ],
        ['UTF-16', () => send(operation, { bytes: Buffer.from(good, 'utf16le') })],
        ['a lone surrogate', () => send(operation, { bytes: within(`"reason":${WORDS}`) })],
        ['a NUL', () => send(operation, { bytes: within('"reason":"a\\u0000b"') })],
        ['__proto__', () => send(operation, { bytes: within('"__proto__":{"role":"operator"}') })],
        ['constructor', () => send(operation, { bytes: within('"constructor":{"prototype":{}}') })],
        ['a member twice', () => send(operation, { bytes: within('"unheardOf":1,"unheardOf":2') })],
        ['no end of nesting', () => send(operation, { bytes: within(`"a":${'['.repeat(5000)}${']'.repeat(5000)}`) })],
        ['more than 1 MB', () => send(operation, { bytes: within(`"a":"${'x'.repeat(1_100_000)}"`) })],
        ['an unknown field', () => send(operation, { bytes: within('"unheardOf":1') })],
      ]);
      expect((await send(operation, { bytes: within('"unheardOf":1') })).fields).toContain('unheardOf');
    },
    60_000,
  );
});

describe('a body that is wrong in one place', () => {
  it.each(EACH_WITH_PROBES)(
    'is refused with the full path of the field by %s',
    async (_, operation, probes) => {
      const unnamed: string[] = [];
      await refusesAll(
        probes.map(({ says, field, body }) => {
          const attempt = async (): Promise<Answered> => {
            const answer = await send(operation, { body });
            if (!answer.fields.some((named) => named !== '' && `${field}.`.startsWith(`${named}.`)))
              unnamed.push(`${says}: ${answer.text.slice(0, 200)}`);
            return answer;
          };
          return [says, attempt] as const;
        }),
      );
      expect(unnamed).toEqual([]);
    },
    120_000,
  );

  it.each(EACH_WITH_BODY)(
    'never breaks %s when it is thin',
    async (_, operation) => {
      for (const { says, body } of thinBodiesOf(operation.body ?? {})) {
        const { status, code } = await send(operation, { body, headers: { 'if-match': '"99"' } });
        expect({ says, broken: status >= 500 || (status >= 400 && typeof code !== 'string') }).toEqual({ says, broken: false });
      }
    },
    60_000,
  );
});

describe('dates and numbers that no schema can refuse', () => {
  it('are refused where they lie in the future', async () => {
    const item = { finding: 'GOVERNMENT_STOCK', details: 'Issued.', restrictions: [], on: '2999-01-01' };
    await refusesAll([
      ['the day of the find', () => send(operation('/tracing-requests'), { body: { question: { find: { on: '2999-01-01' } } } })],
      [
        'the year of manufacture',
        () => send(operation('/tracing-requests'), { body: { question: { firearm: { yearOfManufacture: 2099 } } } }),
      ],
      [
        'the year of an import mark',
        () =>
          send(operation('/{id}', 'PATCH'), { body: { question: { firearm: { importMarks: [{ state: 'QN', year: 2099 }] } } } }),
      ],
      ['the day of a record', () => send(operation('/respond'), { body: { kind: 'full', items: [item] } })],
      [
        'an expected day that is past',
        () => send(operation('/acknowledge'), { body: { reference: 'X', expectedOn: '2001-01-01' } }),
      ],
    ]);
  });

  it('are refused where the country is unknown', async () => {
    await refusesAll([
      ['the asked State', () => send(operation('/tracing-requests'), { body: { requestedState: 'XX' } })],
      [
        'the State of the find',
        () => send(operation('/tracing-requests'), { body: { question: { find: { stateOfFind: 'AAAA' } } } }),
      ],
      [
        'an import mark',
        () => send(operation('/tracing-requests'), { body: { question: { firearm: { importMarks: [{ state: 'ZY' }] } } } }),
      ],
      ['contact points', () => send(operation('/contact-points', 'GET'), { query: '?state=XX' })],
      ['sign-in', () => send(operation('/session'), { body: { state: 'XX', name: 'officer', password: 'x' } })],
    ]);
  });
});

describe('an address that is absurd', () => {
  const EACH_WITH_ID = EACH.filter(([, { path }]) => path.includes('{id}'));
  it.each(EACH_WITH_ID)(
    'leads nowhere with %s',
    async (_, operation) => {
      const absurd = [
        'x',
        '0',
        '-1',
        'null',
        '%00',
        '..%2f..%2fetc',
        '%ff',
        '%',
        `${'a'.repeat(500)}`,
        randomUUID().toUpperCase(),
        `${randomUUID()}x`,
        "'or'1'='1",
        randomUUID(),
      ];
      const body = operation.body && validBody(operation.body);
      await refusesAll(absurd.map((id) => [id, () => send(operation, { id, body })] as const));
    },
    60_000,
  );

  it.each(EACH)(
    'is refused with an absurd query by %s',
    async (_, { parameters, ...operation }) => {
      const queries = parameters.filter((parameter) => parameter.in === 'query');
      const wrong = queries.flatMap(({ name, schema }) => [
        ...wrongTexts(schema).map((text) => `?${name}=${encodeURIComponent(text)}`),
        `?${name}=a&${name}=b`,
        `?${name}.a=1`,
        `?${name}=${'%ff'}`,
        `?${name}=%00`,
      ]);
      const anywhere = [
        '?__proto__=1',
        '?a=%ff',
        '?a=%zz',
        '?a=%00',
        ...(queries.length > 0 ? ['?unheardOf=1', '?cursor=%F0%9F%92%A9', '?limit=1e9'] : []),
      ];
      const body = operation.body && validBody(operation.body);
      await refusesAll(
        [...wrong, ...anywhere].map((query) => [query, () => send({ ...operation, parameters }, { query, body })] as const),
      );
    },
    60_000,
  );
});

describe('a header that is absurd', () => {
  const ABSURD: Readonly<Record<string, readonly string[]>> = {
    'If-Match': ['*', '1', '""', '"-1"', '"1.5"', 'W/"1"', '"99999999999999999999"', '"1", "2"', 'x'.repeat(5000)],
    'Idempotency-Key': [
      '',
      'short',
      'x'.repeat(129),
      'with a blank in it',
      'x'.repeat(5000),
      '\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9',
    ],
    Disclosure: ['', 'x', randomUUID(), randomUUID().toUpperCase(), 'x'.repeat(5000)],
  };
  it.each(EACH)(
    'is refused by %s',
    async (_, operation) => {
      const named = operation.parameters.filter((parameter) => parameter.in === 'header');
      const body = operation.body && validBody(operation.body);
      const wrong = named.flatMap(({ name }) => (ABSURD[name] ?? ['']).map((value) => ({ [name.toLowerCase()]: value })));
      const strangers = operation.isPublic
        ? []
        : ['Bearer x', `Bearer ${'A'.repeat(43)}`, 'Bearer ', 'Basic eDp5', 'x'.repeat(5000)].map((authorization) => ({
            authorization,
          }));
      await refusesAll(
        [...wrong, ...strangers].map(
          (headers) => [JSON.stringify(headers).slice(0, 60), () => send(operation, { body, headers })] as const,
        ),
      );
    },
    60_000,
  );

  const EACH_WITH_HEADER = EACH.filter(([, { parameters }]) =>
    parameters.some((parameter) => parameter.in === 'header' && parameter.required),
  );
  it.each(EACH_WITH_HEADER)('is asked for where it is missing, by %s', async (_, one) => {
    await refusesAll([['no header at all', () => desk.raw(one, {}, one.body && JSON.stringify(validBody(one.body)))]]);
  });

  it.each(EACH)('is refused as a whole when it is endless, by %s', async (_, one) => {
    expect(await desk.raw(one, { 'x-long': 'x'.repeat(40_000) })).toMatchObject({ status: 431 });
  });
});
