import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddAttachments, ListAttachments, ReadAttachment, RemoveAttachment, type AttachmentId } from '@tracedesk/attachments';
import { Disclosures, type Purpose } from '@tracedesk/confidentiality';
import { Sealed, idOf, type Officer, type RequestId } from '@tracedesk/kernel';
import { ProtectedParts } from '@tracedesk/platform';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { RequestSummary } from '../request-summary.js';
import type { ResponseItem } from '../response-item.js';
import { RespondToRequest } from './respond-to-request.service.js';
import { SupplementResponse } from './supplement-response.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

describe('a file that the requested State adds', () => {
  it('is taken from nobody else: not from a third State, nor while the request is a draft, nor when it was withdrawn or misrouted', async () => {
    const { id } = await walk.submitted();
    expect(await add(desk.officer('QN'), id)).toBeDeniedWith('REQUEST_NOT_FOUND');
    expect(await add(walk.requested, (await walk.drafted()).id)).toBeDeniedWith('REQUEST_NOT_FOUND');
    for (const status of ['withdrawn', 'misrouted']) {
      await desk.database.superuser('update tracing_requests set status = $2 where id = $1', [id, status]);
      expect(await add(walk.requested, id)).toBeDeniedWith('ATTACHMENTS_CLOSED');
    }
  });

  it('is known to its own State alone before the response: by list, by id, by row and by key', async () => {
    const { id } = await walk.acknowledged();
    const file = await addedTo(id);
    expect(await listed(walk.requesting, id)).toEqual([]);
    expect(await read(walk.requesting, id, file)).toBeDeniedWith('ATTACHMENT_NOT_FOUND');
    expect(await desk.get(RemoveAttachment).execute(walk.requesting, id, file)).toBeDeniedWith('ATTACHMENT_NOT_FOUND');
    expect(await rowsSeenBy(walk.requesting, file)).toBe(0);
    expect(await keysOf(file)).toEqual(['QM']);
    expect(await listed(walk.requested, id)).toEqual([file]);
    const [entry] = await desk.database.superuser<{ counterpart: string | null }>(
      `select audit_entries.counterpart_state as counterpart from audit_entries join audit_parts on entry_id = id and name = 'envelope'
        where object_id = $1 and convert_from(content, 'UTF8') like '%attachment.added%'`,
      [id],
    );
    expect(entry).toEqual({ counterpart: null });
  });

  it('stays its own State’s where the response does not name it, and can still be removed', async () => {
    const request = await walk.acknowledged();
    const [named, left] = [await addedTo(request.id), await addedTo(request.id)];
    await respond(request, [aDocument({ attachments: [named] })]);
    expect(await listed(walk.requesting, request.id)).toEqual([named]);
    expect(await rowsSeenBy(walk.requesting, left)).toBe(0);
    expect(await keysOf(left)).toEqual(['QM']);
    expect(await desk.get(RemoveAttachment).execute(walk.requested, request.id, named)).toBeDeniedWith('ATTACHMENT_SENT');
    must(await desk.get(RemoveAttachment).execute(walk.requested, request.id, left));
  });

  it('is handed out after the response, under a disclosure of the request, to its two parties only', async () => {
    const request = await walk.acknowledged();
    const file = await addedTo(request.id);
    await respond(request, [aDocument({ attachments: [file] })]);
    const wanted = { requestId: request.id, attachmentId: file, form: 'original' } as const;
    expect(await desk.get(ReadAttachment).execute(walk.requesting, wanted, undefined)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    expect(await desk.get(ReadAttachment).execute(desk.officer('QN'), wanted, randomUUID())).toBeDeniedWith('REQUEST_NOT_FOUND');
    for (const officer of [walk.requesting, walk.requested])
      expect(await read(officer, request.id, file)).toMatchObject({ ok: true });
  });

  it('is withheld with its item for a purpose that its giver does not permit, as if it were not there', async () => {
    const request = await walk.acknowledged();
    const [kept, free] = [await addedTo(request.id), await addedTo(request.id)];
    await respond(request, [
      aDocument({ attachments: [kept], restrictions: ['15b'], purposes: ['investigation'] }),
      aDocument({ attachments: [free] }),
    ]);
    expect(await rowsSeenBy(walk.requesting, kept)).toBe(1);
    expect(await listed(walk.requesting, request.id, 'statistics')).toEqual([free]);
    const denied = await read(walk.requesting, request.id, kept, 'statistics');
    const absent = await read(walk.requesting, request.id, idOf<AttachmentId>(randomUUID()), 'statistics');
    expect(denied).toEqual(absent);
    expect(denied).toBeDeniedWith('ATTACHMENT_NOT_FOUND');
    expect(await desk.get(RemoveAttachment).execute(walk.requesting, request.id, kept)).toBeDeniedWith('ATTACHMENT_NOT_FOUND');
    expect(await listed(walk.requesting, request.id, 'investigation')).toEqual([kept, free]);
    expect(await listed(walk.requested, request.id, 'statistics')).toEqual([kept, free]);
  });

  it('is handed to nobody before a scanner has passed it, and cannot be named once the scanner found something', async () => {
    const request = await walk.acknowledged();
    const [waiting, infected] = [await addedTo(request.id), await addedTo(request.id)];
    await desk.database.superuser(`update attachments set scan = 'waiting' where id = $1`, [waiting]);
    await desk.database.superuser(`update attachments set scan = 'infected' where id = $1`, [infected]);
    expect(await attempt(request, [aDocument({ attachments: [infected] })])).toBeDeniedWith('ITEM_FILE_INFECTED');
    await respond(request, [aDocument({ attachments: [waiting] })]);
    expect(await read(walk.requesting, request.id, waiting)).toBeDeniedWith('ATTACHMENT_NOT_SCANNED');
  });

  it('is open to its own State also where the question is kept back from it, and the question’s files are not', async () => {
    const request = await walk.acknowledged();
    const [theirs] = must(await add(walk.requesting, request.id));
    const file = await addedTo(request.id);
    const question = { firearm: {}, restrictions: { firearm: ['15b'], purposes: ['investigation'] } };
    await desk.database.work.run(walk.requesting, 'spec.restrict', async (tx) => {
      await desk.get(ProtectedParts).put(tx, { kind: 'tracing_request', id: request.id }, { question: Sealed.of(question) });
      return { ok: true, value: null };
    });
    expect(await listed(walk.requested, request.id, 'statistics')).toEqual([file]);
    expect(await read(walk.requested, request.id, must(theirs!.result).id, 'statistics')).toBeDeniedWith('ATTACHMENT_WITHHELD');
    expect(await read(walk.requested, request.id, file, 'statistics')).toMatchObject({ ok: true });
  });

  it('keeps to courts as its item does', async () => {
    const request = await walk.acknowledged();
    const file = await addedTo(request.id);
    await respond(request, [aDocument({ attachments: [file], evidentialUse: 'with_permission' })]);
    expect(await listed(walk.requesting, request.id, 'legal_proceedings')).toEqual([]);
    expect(await listed(walk.requesting, request.id, 'investigation')).toEqual([file]);
  });

  it('follows the conditions of the item that corrects its own', async () => {
    const request = await walk.acknowledged();
    const file = await addedTo(request.id);
    const answered = await respond(request, [aDocument({ attachments: [file] })]);
    const stricter = aDocument({ attachments: [file], restrictions: ['15b'], purposes: ['investigation'], replaces: '1.1' });
    const content = Sealed.of({ items: [stricter] });
    must(
      await desk
        .get(SupplementResponse)
        .execute(walk.requested, on(answered), { because: Sealed.of('Asked by the court.'), content }),
    );
    expect(await listed(walk.requesting, request.id, 'statistics')).toEqual([]);
    expect(await listed(walk.requesting, request.id, 'investigation')).toEqual([file]);
  });

  it('is named only where it is the own State’s, of this request, and by a document', async () => {
    const request = await walk.acknowledged();
    const [theirs] = must(await add(walk.requesting, request.id));
    const elsewhere = await addedTo((await walk.acknowledged()).id);
    for (const file of [must(theirs!.result).id, elsewhere, idOf<AttachmentId>(randomUUID())])
      expect(await attempt(request, [aDocument({ attachments: [file] })])).toBeDeniedWith('ITEM_FILE_UNKNOWN');
    const file = await addedTo(request.id);
    const holder = aDocument({ attachments: [file], kind: 'holder' });
    expect(await attempt(request, [holder])).toBeDeniedWith('FILES_NOT_APPLICABLE');
    expect(await keysOf(file)).toEqual(['QM']);
  });
});

function aDocument(more: Partial<ResponseItem>): ResponseItem {
  return { kind: 'document', finding: 'TRACED_TO_LAST_LEGAL_HOLDER', details: 'The licence.', restrictions: [], ...more };
}

function attempt(request: RequestSummary, items: readonly ResponseItem[]) {
  const response = { kind: 'full', content: Sealed.of({ items }) } as const;
  return desk.get(RespondToRequest).execute(walk.requested, on(request), { response });
}

async function respond(request: RequestSummary, items: readonly ResponseItem[]): Promise<RequestSummary> {
  return must(await attempt(request, items));
}

async function add(officer: Officer, id: RequestId) {
  const background = {
    r: Math.floor(Math.random() * 255),
    g: Math.floor(Math.random() * 255),
    b: Math.floor(Math.random() * 255),
  };
  const content = await sharp({ create: { width: 12, height: 9, channels: 3, background } })
    .png()
    .toBuffer();
  return desk.get(AddAttachments).execute(officer, id, [{ name: 'licence.png', saidType: '', content }]);
}

async function addedTo(id: RequestId): Promise<AttachmentId> {
  const [file] = must(await add(walk.requested, id));
  return must(file!.result).id;
}

async function disclosed(officer: Officer, id: RequestId, purpose: Purpose): Promise<string> {
  const justification = purpose === 'assigned_task' ? {} : { justification: Sealed.of('The office needs it for this.') };
  const subject = { kind: 'tracing_request', id } as const;
  return must(await desk.get(Disclosures).open(officer, { subject, purpose, ...justification })).id;
}

async function listed(officer: Officer, id: RequestId, purpose: Purpose = 'assigned_task'): Promise<readonly AttachmentId[]> {
  const files = await desk.get(ListAttachments).execute(officer, id, await disclosed(officer, id, purpose));
  return must(files).map((file) => file.id);
}

async function read(officer: Officer, requestId: RequestId, attachmentId: AttachmentId, purpose: Purpose = 'assigned_task') {
  const disclosure = await disclosed(officer, requestId, purpose);
  return desk.get(ReadAttachment).execute(officer, { requestId, attachmentId, form: 'original' }, disclosure);
}

async function rowsSeenBy(officer: Officer, id: AttachmentId): Promise<number> {
  const rows = await desk.database.work.read(officer, (tx) =>
    tx.query('select 1 from attachments where id = $1 and exists (select from attachment_chunks where attachment_id = $1)', [id]),
  );
  return rows.length;
}

async function keysOf(id: AttachmentId): Promise<readonly string[]> {
  const rows = await desk.database.superuser<{ state: string }>(
    'select state from record_keys where record_id = $1 order by state',
    [id],
  );
  return rows.map(({ state }) => state);
}
