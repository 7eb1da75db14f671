import { connect } from 'node:net';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskProcess, fieldsOf, itemsOf, type DeskClient } from '@tracedesk/testing';
import sharp from 'sharp';
import { move, People } from './house.js';

let desk: DeskProcess;
let people: People;
let id: string;
let officer: DeskClient;

beforeAll(async () => {
  desk = await DeskProcess.start();
  people = new People(desk);
  id = (await people.drafted()).id;
  officer = await people.as('QR officer');
}, 120_000);
afterAll(() => desk?.stop(), 60_000);

async function aPhotograph(): Promise<Buffer> {
  const background = { r: randomBytes(1)[0], g: randomBytes(1)[0], b: randomBytes(1)[0] };
  return sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

interface Sent {
  readonly name: string;
  readonly content: Buffer;
}

function multipart(files: readonly Sent[], boundary = 'b0undary'): Buffer {
  const parts = files.flatMap(({ name, content }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

async function send(
  client: DeskClient,
  request: string,
  body: Buffer,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${desk.origin}/api/v1/tracing-requests/${request}/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'multipart/form-data; boundary=b0undary' },
    body: new Uint8Array(body),
  });
  return { status: answer.status, body: fieldsOf(await answer.json()) };
}

async function disclosed(client: DeskClient): Promise<Record<string, string>> {
  const answer = await client.call('/disclosures', {
    method: 'POST',
    body: { subject: { kind: 'tracing_request', id }, purpose: 'assigned_task' },
  });
  return { disclosure: String(fieldsOf(answer.body)['id']) };
}

const list = async () =>
  itemsOf(await officer.call(`/tracing-requests/${id}/attachments`, { headers: await disclosed(officer) }));

describe('nothing is stored of an upload', () => {
  it('by somebody who is not signed in, of a third State, or whose role does not add files', async () => {
    const body = multipart([{ name: 'a.jpg', content: await aPhotograph() }]);
    expect((await send({ token: 'none' } as DeskClient, id, body)).status).toBe(401);
    expect(await send(await people.as('QN officer'), id, body)).toMatchObject({
      status: 404,
      body: { code: 'REQUEST_NOT_FOUND' },
    });
    expect(await send(await people.as('QR auditor'), id, body)).toMatchObject({ status: 403 });
    expect(await list()).toEqual([]);
  });

  it.each([
    [
      'cut short',
      async () => multipart([{ name: 'a.jpg', content: await aPhotograph() }]).subarray(0, -30),
      400,
      'UPLOAD_CUT_SHORT',
    ],
    [
      'of eleven files',
      async () => multipart(Array.from({ length: 11 }, (_, i) => ({ name: `${i}.jpg`, content: Buffer.from('x') }))),
      413,
      'UPLOAD_TOO_MANY_FILES',
    ],
    [
      'of 51 MB',
      async () => multipart(Array.from({ length: 6 }, (_, i) => ({ name: `${i}.jpg`, content: Buffer.alloc(9_000_000) }))),
      413,
      'UPLOAD_TOO_LARGE',
    ],
    ['without a file', async () => multipart([]), 422, 'ATTACHMENTS_MISSING'],
  ])('%s', async (_what, body, status, code) => {
    expect(await send(officer, id, await body())).toMatchObject({ status, body: { code } });
    expect(await list()).toEqual([]);
  });

  it.each([
    ['a path for a name', { name: '../../etc/a.jpg', content: Buffer.from('x') }, 'ATTACHMENT_NAME_INVALID'],
    ['zero bytes', { name: 'a.jpg', content: Buffer.alloc(0) }, 'ATTACHMENT_EMPTY'],
    ['more than 10 MB', { name: 'a.jpg', content: Buffer.alloc(10 * 1024 * 1024 + 1) }, 'ATTACHMENT_TOO_LARGE'],
    ['a page called picture', { name: 'a.jpg', content: Buffer.from('<script>1</script>') }, 'ATTACHMENT_TYPE_UNKNOWN'],
  ])('of one file with %s, which is named', async (_what, file, code) => {
    const answer = await send(officer, id, multipart([file]));
    expect(answer).toMatchObject({ status: 422, body: { code: 'ATTACHMENTS_NOT_STORED', errors: [{ field: 'files.0', code }] } });
    expect(await list()).toEqual([]);
  });

  it('to a route that takes JSON, and the desk goes on', async () => {
    const answer = await fetch(`${desk.origin}/api/v1/tracing-requests`, {
      method: 'POST',
      headers: { authorization: `Bearer ${officer.token}`, 'content-type': 'multipart/form-data; boundary=b0undary' },
      body: new Uint8Array(multipart([{ name: 'a.jpg', content: Buffer.alloc(100_000) }])),
    });
    expect(answer.status).toBe(415);
  });

  it('whose sender hangs up in the middle', async () => {
    const { hostname, port } = new URL(desk.origin);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/v1/tracing-requests/${id}/attachments HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${officer.token}\r\n` +
            'content-type: multipart/form-data; boundary=b0undary\r\ncontent-length: 100000\r\n\r\n',
        );
        socket.write(multipart([{ name: 'a.jpg', content: Buffer.alloc(2_000) }]).subarray(0, 500));
        setTimeout(() => socket.destroy(), 100);
      });
      socket.on('close', () => resolve());
    });
    expect(await list()).toEqual([]);
  });
});

describe('an upload of five files, one of them broken', () => {
  it('stores four and names the fifth; each is handed out as it was sent, and its small copy is made', async () => {
    const good = await Promise.all([aPhotograph(), aPhotograph(), aPhotograph(), aPhotograph()]);
    const files = [
      ...good.map((content, index) => ({ name: `photo ${index}.jpg`, content })),
      { name: 'broken.jpg', content: good[0].subarray(0, 50) },
    ];
    const answer = await send(officer, id, multipart(files));
    expect(answer.status).toBe(201);
    expect(answer.body['notStored']).toEqual([{ name: 'broken.jpg', code: 'ATTACHMENT_BROKEN' }]);
    const items = await list();
    expect(items.map(({ name }) => name).sort()).toEqual(['photo 0.jpg', 'photo 1.jpg', 'photo 2.jpg', 'photo 3.jpg']);

    const first = items.find(({ name }) => name === 'photo 0.jpg')!;
    expect(first['sha256']).toBe(createHash('sha256').update(good[0]).digest('hex'));
    const path = `${desk.origin}/api/v1/tracing-requests/${id}/attachments/${String(first['id'])}`;
    const authorization = `Bearer ${officer.token}`;
    expect((await fetch(path, { headers: { authorization } })).status).toBe(403);
    const read = await fetch(path, { headers: { authorization, ...(await disclosed(officer)) } });
    expect(Buffer.from(await read.arrayBuffer()).equals(good[0])).toBe(true);
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^attachment; filename="photo 0.jpg"/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    for (let tries = 0; tries < 40 && !(await list()).every(({ fileState }) => fileState === 'preview_ready'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 250));
    const small = await fetch(`${path}/preview`, { headers: { authorization, ...(await disclosed(officer)) } });
    expect(small.status).toBe(200);
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).format).toBe('webp');
  }, 60_000);
});

describe('the form of the pages, without JavaScript', () => {
  let cookie: string;
  let token: string;
  let draft: string;
  beforeAll(async () => {
    draft = (await people.drafted()).id;
    const answer = await officer.call('/session');
    token = String(fieldsOf(answer.body)['csrfToken']);
    cookie = `desk_session=${officer.token}`;
  });

  async function post(body: Buffer): Promise<Response> {
    return fetch(`${desk.origin}/tracing-requests/${draft}/attachments`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: desk.origin, accept: 'text/html', 'content-type': 'multipart/form-data; boundary=b0undary' },
      body: new Uint8Array(body),
    });
  }
  const field = (value: string): Buffer =>
    Buffer.from(`--b0undary\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${value}\r\n`);
  const page = async (path: string): Promise<string> =>
    (await fetch(`${desk.origin}/tracing-requests/${draft}${path}`, { headers: { cookie, accept: 'text/html' } })).text();

  it('stores nothing without its token, with a wrong one, or with one that comes after the files', async () => {
    const files = multipart([{ name: 'a.jpg', content: await aPhotograph() }]);
    expect((await post(files)).status).toBe(403);
    expect((await post(Buffer.concat([field('x'.repeat(43)), files]))).status).toBe(403);
    const late = Buffer.concat([
      files.subarray(0, files.lastIndexOf('--b0undary--')),
      field(token),
      Buffer.from('--b0undary--\r\n'),
    ]);
    expect((await post(late)).status).toBe(403);
    expect(await page('/attachments')).not.toContain('a.jpg');
  });

  it('stores the files, names the broken one with its cure, and shows name, hash and size', async () => {
    const content = await aPhotograph();
    const files = [
      { name: 'good.jpg', content },
      { name: 'broken.jpg', content: content.subarray(0, 40) },
    ];
    const answer = await post(Buffer.concat([field(token), multipart(files)]));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/broken\.jpg: [^<]+\. [^<]+/);
    const shown = await page('/content');
    expect(shown).toContain('good.jpg');
    expect(shown).toContain(createHash('sha256').update(content).digest('hex'));
    expect(shown).not.toContain('broken.jpg');
    const link = /href="(\/tracing-requests\/[^"]+\/attachments\/[0-9a-f-]{36})"/.exec(shown)?.[1];
    const file = await fetch(`${desk.origin}${link}`, { headers: { cookie } });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="good\.jpg"/);
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  });

  it('goes on to the list when all are stored, and removes from a draft', async () => {
    const answer = await post(Buffer.concat([field(token), multipart([{ name: 'second.jpg', content: await aPhotograph() }])]));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/tracing-requests/${draft}/attachments?added=1`);
    const shown = await page('/attachments');
    const forms = [...shown.matchAll(/action="(\/tracing-requests\/[^"]+\/remove)"/g)].map(([, path]) => path);
    expect(forms).toHaveLength(2);
    for (const path of forms) {
      const removed = await fetch(`${desk.origin}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: desk.origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: `_csrf=${token}`,
      });
      expect(removed.status).toBe(303);
    }
    expect(await page('/attachments')).not.toContain('second.jpg');
  });
});

describe('a request that was submitted', () => {
  it('takes its files along to the State asked, which reads them under its own disclosure', async () => {
    const draft = await people.drafted();
    const content = await aPhotograph();
    await send(officer, draft.id, multipart([{ name: 'marking.jpg', content }]));
    await officer.call('/traceability-checks', { method: 'POST', body: { requestId: draft.id } });
    expect((await move(await people.as('QR contact'), draft.id, 'submit', {})).status).toBe(200);
    const asked = await people.as('QM officer');
    const opened = await asked.call('/disclosures', {
      method: 'POST',
      body: { subject: { kind: 'tracing_request', id: draft.id }, purpose: 'assigned_task' },
    });
    const headers = { disclosure: String(fieldsOf(opened.body)['id']) };
    const [file] = itemsOf(await asked.call(`/tracing-requests/${draft.id}/attachments`, { headers }));
    expect(file).toMatchObject({ name: 'marking.jpg', state: 'QR', size: content.length });
    const read = await asked.call(`/tracing-requests/${draft.id}/attachments/${String(file?.['id'])}`, { headers });
    expect(read.status).toBe(200);
    const third = await people.as('QN officer');
    expect((await third.call(`/tracing-requests/${draft.id}/attachments`, { headers })).status).toBe(404);
  });
});

describe('a document of the State asked', () => {
  it('is its own until the response, and then read under the conditions of its item', async () => {
    const request = await people.acknowledged();
    const asked = await people.as('QM officer');
    const path = `/tracing-requests/${request.id}/attachments`;
    const opened = async (client: DeskClient, purpose = 'assigned_task') => {
      const subject = { kind: 'tracing_request', id: request.id };
      const justification = purpose === 'assigned_task' ? {} : { justification: 'The office needs it for this.' };
      const answer = await client.call('/disclosures', { method: 'POST', body: { subject, purpose, ...justification } });
      return { headers: { disclosure: String(fieldsOf(answer.body)['id']) } };
    };
    const content = await aPhotograph();
    const stored = await send(asked, request.id, multipart([{ name: 'certificate.jpg', content }]));
    const file = String(fieldsOf((stored.body['items'] as unknown[])[0])['id']);
    expect(itemsOf(await officer.call(path, await opened(officer)))).toEqual([]);
    expect((await officer.call(`${path}/${file}`, await opened(officer))).status).toBe(404);
    expect((await officer.call(`/tracing-requests/${request.id}/timeline`)).text).not.toContain(file);

    const item = {
      kind: 'document',
      finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
      details: 'End-user certificate.',
      attachments: [file],
    };
    const conditions = { restrictions: ['15b'], purposes: ['investigation'] };
    const wrong = { kind: 'full', items: [{ ...item, ...conditions, kind: 'holder' }] };
    expect(fieldsOf((await move(asked, request.id, 'respond', wrong)).body)['code']).toBe('FILES_NOT_APPLICABLE');
    const given = await move(asked, request.id, 'respond', { kind: 'full', items: [{ ...item, ...conditions }] });
    expect(given.status).toBe(200);

    expect((await officer.call(`${path}/${file}`, await opened(officer, 'statistics'))).status).toBe(404);
    expect(itemsOf(await officer.call(path, await opened(officer, 'statistics')))).toEqual([]);
    const withheld = await officer.call(`/tracing-requests/${request.id}/response`, await opened(officer, 'statistics'));
    expect(withheld.text).not.toContain(file);
    expect((await (await people.as('QN officer')).call(`${path}/${file}`, await opened(officer))).status).toBe(404);
    const [listed] = itemsOf(await officer.call(path, await opened(officer, 'investigation')));
    expect(listed).toMatchObject({ id: file, state: 'QM', name: 'certificate.jpg' });
    expect((await officer.call(`${path}/${file}`, await opened(officer, 'investigation'))).status).toBe(200);
    expect((await asked.call(`${path}/${file}`, { method: 'DELETE' })).status).toBe(409);
  });
});
