import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Disclosures, type Purpose } from '@tracedesk/confidentiality';
import { Sealed, idOf, type Officer, type RequestId } from '@tracedesk/kernel';
import { DeskConfig, DeskLog, WorkerKey } from '@tracedesk/platform';
import { must, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import sharp from 'sharp';
import type { Attachment, AttachmentId } from './attachment.js';
import { AttachmentWorkshop } from './attachment-workshop.processor.js';
import { Attachments } from './attachments.repository.js';
import { sha256Of } from './chunks.js';
import { NoScanner } from './clamd-scanner.adapter.js';
import { PreviewMaker } from './preview-maker.adapter.js';
import { AddAttachments } from './use-cases/add-attachments.service.js';
import { ListAttachments } from './use-cases/list-attachments.service.js';
import { ReadAttachment } from './use-cases/read-attachment.service.js';
import { RemoveAttachment } from './use-cases/remove-attachment.service.js';
import { VirusScanner } from './virus-scanner.service.js';

let desk: TestDesk;
let walk: TracingWalk;
let photograph: Buffer;

beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
  photograph = await aPhotograph(40);
}, 60_000);
afterAll(() => desk?.close());

/** A photograph with a position in its EXIF, unlike every other. */
async function aPhotograph(width = 30): Promise<Buffer> {
  const background = { r: Math.floor(Math.random() * 255), g: Math.floor(Math.random() * 255), b: 7 };
  return sharp({ create: { width, height: 20, channels: 3, background } })
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
    .jpeg()
    .toBuffer();
}

const sent = (content: Buffer | null, name = 'serial.jpg') => ({ name, saidType: '', content });
const add = (officer: Officer, id: RequestId, ...files: ReturnType<typeof sent>[]) =>
  desk.get(AddAttachments).execute(officer, id, files);
const disclosed = async (officer: Officer, id: RequestId) =>
  must(await desk.get(Disclosures).open(officer, { subject: { kind: 'tracing_request', id }, purpose: 'assigned_task' })).id;

async function addedTo(id: RequestId, content?: Buffer): Promise<Attachment> {
  const [file] = must(await add(walk.requesting, id, sent(content ?? (await aPhotograph()))));
  return must(file!.result);
}

const read = (
  officer: Officer,
  requestId: RequestId,
  attachmentId: AttachmentId,
  disclosure?: string,
  form: 'original' | 'preview' = 'original',
) => desk.get(ReadAttachment).execute(officer, { requestId, attachmentId, form }, disclosure);

function workshop(scanner: VirusScanner = new NoScanner()): AttachmentWorkshop {
  return new AttachmentWorkshop(
    desk.database.database,
    new WorkerKey(desk.database.keysFolder),
    scanner,
    new PreviewMaker(),
    new DeskLog('silent'),
  );
}

class Says extends VirusScanner {
  override readonly configured = true;
  constructor(private readonly word: 'clean' | 'infected' | 'nothing') {
    super();
  }
  override async scan(): Promise<'clean' | 'infected'> {
    if (this.word === 'nothing') throw new Error('away');
    return this.word;
  }
}

const rowsOf = (id: string) =>
  desk.database.superuser<{ count: number }>(
    `select (select count(*) from attachments where request_id = $1)::int + (select count(*) from protected_parts where record_kind = 'attachment'
       and record_id in (select id from attachments where request_id = $1))::int as count`,
    [id],
  );

describe('a file is not shown', () => {
  it('to a third State, whatever it asks for, as if there were none', async () => {
    const { id } = await walk.drafted();
    const file = await addedTo(id);
    const third = desk.officer('QN');
    const absent = idOf<RequestId>(randomUUID());
    for (const request of [id, absent]) {
      expect(await add(third, request, sent(photograph))).toEqual({ ok: false, denial: { code: 'REQUEST_NOT_FOUND' } });
      expect(await desk.get(ListAttachments).execute(third, request, randomUUID())).toBeDeniedWith('REQUEST_NOT_FOUND');
      expect(await read(third, request, file.id, randomUUID())).toBeDeniedWith('REQUEST_NOT_FOUND');
      expect(await desk.get(RemoveAttachment).execute(third, request, file.id)).toBeDeniedWith('REQUEST_NOT_FOUND');
    }
    expect(await read(third, (await new TracingWalk(desk, { from: 'QN', to: 'QM' }).drafted()).id, file.id)).toBeDeniedWith(
      'DISCLOSURE_REQUIRED',
    );
  });

  it('to a third State by row security either', async () => {
    const { id } = await walk.submitted();
    await addedTo(id);
    const seen = await desk.database.work.read(desk.officer('QN'), (tx) =>
      tx.query<{ count: number }>(
        'select (select count(*) from attachments)::int + (select count(*) from attachment_chunks)::int as count',
      ),
    );
    expect(seen).toEqual([{ count: 0 }]);
  });

  it('to the requested State for a purpose that the requesting State does not permit', async () => {
    const { id } = await walk.submitted({ restrictions: { firearm: ['15b'], purposes: ['investigation'] } });
    const file = await addedTo(id);
    const readFor = async (purpose: Purpose, officer = walk.requested) => {
      const said = {
        subject: { kind: 'tracing_request', id },
        purpose,
        justification: Sealed.of('For the yearly report.'),
      } as const;
      const { id: disclosure } = must(await desk.get(Disclosures).open(officer, said));
      return [await desk.get(ListAttachments).execute(officer, id, disclosure), await read(officer, id, file.id, disclosure)];
    };
    for (const result of await readFor('statistics')) {
      expect(result).toBeDeniedWith('ATTACHMENT_WITHHELD');
      expect(result).toMatchObject({ denial: { paragraph: '15(b)' } });
    }
    expect(await readFor('investigation')).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await readFor('statistics', walk.requesting)).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('under the disclosure of another request of the same State', async () => {
    const [one, other] = [await walk.drafted(), await walk.drafted()];
    const file = await addedTo(one.id);
    const elsewhere = await disclosed(walk.requesting, other.id);
    expect(await read(walk.requesting, one.id, file.id, elsewhere)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    expect(await read(walk.requesting, other.id, file.id, elsewhere)).toBeDeniedWith('ATTACHMENT_NOT_FOUND');
  });

  it('without a disclosure', async () => {
    const { id } = await walk.drafted();
    const file = await addedTo(id);
    expect(await read(walk.requesting, id, file.id)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    expect(await desk.get(ListAttachments).execute(walk.requesting, id, undefined)).toBeDeniedWith('DISCLOSURE_REQUIRED');
  });

  it('to the State that will be asked, while the request is a draft', async () => {
    const { id } = await walk.drafted();
    const file = await addedTo(id);
    expect(await read(walk.requested, id, file.id, randomUUID())).toBeDeniedWith('REQUEST_NOT_FOUND');
    const seen = await desk.database.work.read(walk.requested, (tx) => desk.get(Attachments).find(tx, id, file.id));
    expect(seen).toBeUndefined();
  });

  it('while a scanner has not passed it, nor when the scanner is away, nor when it is infected', async () => {
    const { id } = await walk.drafted();
    const file = await addedTo(id);
    const disclosure = await disclosed(walk.requesting, id);
    await desk.database.superuser(`update attachments set scan = 'waiting' where id = $1`, [file.id]);
    expect(await read(walk.requesting, id, file.id, disclosure)).toBeDeniedWith('ATTACHMENT_NOT_SCANNED');
    await expect(workshop(new Says('nothing')).work()).rejects.toThrow('away');
    expect(await read(walk.requesting, id, file.id, disclosure)).toBeDeniedWith('ATTACHMENT_NOT_SCANNED');
    await desk.database.superuser('update attachment_tasks set taken_until = null');
    await expect(workshop().work()).rejects.toMatchObject({ code: 'SCANNER_UNREACHABLE' });
    await desk.database.superuser('update attachment_tasks set taken_until = null');
    await workshop(new Says('infected')).work();
    expect(await read(walk.requesting, id, file.id, disclosure)).toBeDeniedWith('ATTACHMENT_INFECTED');
    expect(await read(walk.requesting, id, file.id, disclosure, 'preview')).toBeDeniedWith('ATTACHMENT_INFECTED');
  });

  it('before clamd has passed it, from the moment it is added, where clamd is configured', async () => {
    const { id } = await walk.drafted();
    const config = desk.get(DeskConfig);
    Object.assign(config, { clamdAddress: 'tcp://127.0.0.1:1' });
    const file = await addedTo(id).finally(() => Object.assign(config, { clamdAddress: null }));
    expect(file.scan).toBe('waiting');
    const disclosure = await disclosed(walk.requesting, id);
    expect(await read(walk.requesting, id, file.id, disclosure)).toBeDeniedWith('ATTACHMENT_NOT_SCANNED');
    await workshop(new Says('clean')).work();
    expect(await read(walk.requesting, id, file.id, disclosure)).toMatchObject({ ok: true });
  });

  it('when a chunk of it was changed or moved', async () => {
    const { id } = await walk.drafted();
    const file = await addedTo(id);
    await desk.database.superuser(
      'update attachment_chunks set ciphertext = set_byte(ciphertext, 9, get_byte(ciphertext, 9) # 1) where attachment_id = $1',
      [file.id],
    );
    await expect(read(walk.requesting, id, file.id, await disclosed(walk.requesting, id))).rejects.toMatchObject({
      code: 'SEAL_BROKEN',
    });
    const other = await addedTo(id);
    await workshop().work();
    const done = await desk.database.superuser('select preview from attachments where id in ($1, $2) order by preview', [
      file.id,
      other.id,
    ]);
    expect(done).toEqual([{ preview: 'ready' }, { preview: 'waiting' }]);
    await desk.database.superuser('delete from attachment_tasks where attachment_id = $1', [file.id]);
  });
});

describe('a file is not added', () => {
  it('to a request that is over, by either party', async () => {
    const { id } = await walk.submitted();
    await desk.database.superuser(`update tracing_requests set status = 'withdrawn' where id = $1`, [id]);
    expect(await add(walk.requesting, id, sent(photograph))).toBeDeniedWith('ATTACHMENTS_CLOSED');
    expect(await add(walk.requested, id, sent(photograph))).toBeDeniedWith('ATTACHMENTS_CLOSED');
  });

  it('when none is sent', async () => {
    const { id } = await walk.drafted();
    expect(await add(walk.requesting, id)).toBeDeniedWith('ATTACHMENTS_MISSING');
  });

  it('twice', async () => {
    const { id } = await walk.drafted();
    await addedTo(id, photograph);
    const [again] = must(await add(walk.requesting, id, sent(photograph, 'again.jpg')));
    expect(again!.result).toBeDeniedWith('ATTACHMENT_ALREADY_THERE');
    expect(await rowsOf(id)).toEqual([{ count: 2 }]);
  });

  it('when it is broken; those sent with it are', async () => {
    const { id } = await walk.drafted();
    const good = await Promise.all([aPhotograph(31), aPhotograph(32), aPhotograph(33), aPhotograph(34)]);
    const files = [...good.map((content, index) => sent(content, `${index}.jpg`)), sent(good[0].subarray(0, 60), 'broken.jpg')];
    const added = must(await add(walk.requesting, id, ...files));
    expect(added.map(({ result }) => result.ok)).toEqual([true, true, true, true, false]);
    expect(added[4]).toMatchObject({ name: 'broken.jpg', result: { denial: { code: 'ATTACHMENT_BROKEN' } } });
    expect(await rowsOf(id)).toEqual([{ count: 8 }]);
  });
});

describe('a file of a request', () => {
  it('is stored as ciphertext only, and read as it was sent, with an entry', async () => {
    const { id } = await walk.drafted();
    const content = Buffer.concat([await aPhotograph(), Buffer.alloc(1_200_000, 'x')]);
    const file = await addedTo(id, content);
    const stored = await desk.database.superuser<{ position: number; ciphertext: Buffer }>(
      'select position, ciphertext from attachment_chunks where attachment_id = $1 order by position',
      [file.id],
    );
    expect(stored).toHaveLength(3);
    expect(stored.some(({ ciphertext }) => ciphertext.includes('xxxx') || ciphertext.includes('Telephone'))).toBe(false);
    const opened = must(await read(walk.requesting, id, file.id, await disclosed(walk.requesting, id)));
    expect(opened.content.reveal().equals(content)).toBe(true);
    expect(opened.attachment.about.reveal()).toEqual({
      name: 'serial.jpg',
      sha256: sha256Of(content),
      carries: ['position', 'device'],
    });
    const entries = await desk.database.superuser<{ action: string }>(
      `select convert_from(content, 'UTF8')::jsonb ->> 'action' as action from audit_entries join audit_parts on entry_id = id and name = 'envelope'
        where object_id = $1 and convert_from(content, 'UTF8') like '%attachment.%' order by occurred_at, id`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['attachment.added', 'attachment.read']);
  });

  it('is, on wish, a cleaned copy, which tells neither position nor device, under its own hash and with that of what was sent', async () => {
    const { id } = await walk.drafted();
    const original = await aPhotograph();
    const [file] = must(await desk.get(AddAttachments).execute(walk.requesting, id, [sent(original, 'serial.jpg')], true));
    const { id: fileId } = must(file!.result);
    const { content, attachment } = must(await read(walk.requesting, id, fileId, await disclosed(walk.requesting, id)));
    const copy = content.reveal();
    expect(attachment.about.reveal()).toEqual({
      name: 'serial.jpg',
      sha256: sha256Of(copy),
      carries: [],
      cleanedFrom: sha256Of(original),
    });
    expect(copy.includes('Telephone')).toBe(false);
  });

  it('goes to the State asked when its request does, original and small copy, upright and without EXIF', async () => {
    const { id } = await walk.drafted();
    const early = await addedTo(id);
    await workshop().work();
    const late = await addedTo(id);
    await desk.database.work.run(walk.requesting, 'hand over', async (tx) => {
      await desk.get(Attachments).handOver(tx, id, walk.requested.state);
      return { ok: true, value: null };
    });
    await workshop().work();
    for (const file of [early, late]) {
      const [original, small] = await desk.database.work.read(walk.requested, async (tx) => {
        const found = await desk.get(Attachments).find(tx, id, file.id);
        expect(found).toMatchObject({ preview: 'ready', scan: 'not_required' });
        return Promise.all([
          desk.get(Attachments).read(tx, found!, 'original'),
          desk.get(Attachments).read(tx, found!, 'preview'),
        ]);
      });
      expect((await sharp(original.reveal()).metadata()).exif).toBeDefined();
      const preview = await sharp(small.reveal()).metadata();
      expect(preview).toMatchObject({ format: 'webp', width: 30 });
      expect(preview.exif).toBeUndefined();
    }
  });

  it('takes its small copy along when a response hands it over, and leaves the others of its State', async () => {
    const { id } = await walk.submitted();
    const [named, left] = [
      must(must(await add(walk.requested, id, sent(await aPhotograph())))[0]!.result),
      must(must(await add(walk.requested, id, sent(await aPhotograph())))[0]!.result),
    ];
    await workshop().work();
    await desk.database.work.run(walk.requested, 'spec.hand_over', async (tx) => {
      await desk.get(Attachments).handOver(tx, id, walk.requesting.state, [named.id]);
      return { ok: true, value: null };
    });
    await desk.database.work.read(walk.requesting, async (tx) => {
      const found = await desk.get(Attachments).find(tx, id, named.id);
      expect(found).toMatchObject({ preview: 'ready', isShared: true });
      expect((await desk.get(Attachments).read(tx, found!, 'preview')).reveal().length).toBeGreaterThan(0);
      expect(await desk.get(Attachments).find(tx, id, left.id)).toBeUndefined();
    });
  });

  it('is shown at once to the other State when it is added after submission', async () => {
    const { id } = await walk.submitted();
    const file = await addedTo(id);
    const disclosure = await disclosed(walk.requested, id);
    expect(must(await desk.get(ListAttachments).execute(walk.requested, id, disclosure)).map((one) => one.id)).toEqual([file.id]);
    expect(await read(walk.requested, id, file.id, disclosure)).toMatchObject({ ok: true });
    expect(await desk.get(RemoveAttachment).execute(walk.requesting, id, file.id)).toBeDeniedWith('ATTACHMENT_SENT');
  });

  it('can be removed from a draft, and nothing of it stays', async () => {
    const { id } = await walk.drafted();
    const file = await addedTo(id);
    await workshop().work();
    must(await desk.get(RemoveAttachment).execute(walk.requesting, id, file.id));
    const left = await desk.database.superuser(
      `select 1 from attachments where id = $1 union all select 1 from attachment_chunks where attachment_id = $1
        union all select 1 from protected_parts where record_id = $1 union all select 1 from record_keys where record_id = $1`,
      [file.id],
    );
    expect(left).toEqual([]);
  });
});

describe('the worker', () => {
  it('sees no file without a task, and loses the key with its task', async () => {
    const { id } = await walk.drafted();
    await addedTo(id);
    await workshop().work();
    const seen = await desk.database.database.as('relay', (tx) =>
      tx.query<{ count: number }>(
        'select (select count(*) from attachments)::int + (select count(*) from attachment_chunks)::int + (select count(*) from attachment_tasks)::int as count',
      ),
    );
    expect(seen).toEqual([{ count: 0 }]);
  });

  it('says that an image which does not decode has no small copy, and goes on', async () => {
    const { id } = await walk.drafted();
    const content = await aPhotograph();
    content.fill(0, 20, 40);
    const header = Buffer.concat([content.subarray(0, 2), content.subarray(content.indexOf(Buffer.from([0xff, 0xc0])))]);
    const broken = await addedTo(id, header);
    const good = await addedTo(id);
    await workshop().work();
    const states = await desk.database.superuser('select id, preview from attachments where id in ($1, $2)', [
      broken.id,
      good.id,
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        { id: broken.id, preview: 'failed' },
        { id: good.id, preview: 'ready' },
      ]),
    );
  });

  it('ends a decoder that takes too long', async () => {
    await expect(new PreviewMaker().make(photograph, 1)).rejects.toMatchObject({ code: 'PREVIEW_FAILED' });
  });
});
