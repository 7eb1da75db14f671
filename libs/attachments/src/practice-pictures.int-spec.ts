import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadMarkingPractices } from '@tracedesk/directory';
import { stateCode, type Officer } from '@tracedesk/kernel';
import { DeskConfig, DeskLog, WorkerKey } from '@tracedesk/platform';
import { must, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import sharp from 'sharp';
import type { Attachment } from './attachment.js';
import { AttachmentWorkshop } from './attachment-workshop.processor.js';
import { NoScanner } from './clamd-scanner.adapter.js';
import { PreviewMaker } from './preview-maker.adapter.js';
import { AddPracticePictures } from './use-cases/add-practice-pictures.service.js';
import { ReadPracticePictures } from './use-cases/read-practice-pictures.service.js';
import { RemovePracticePicture } from './use-cases/remove-practice-picture.service.js';

let desk: TestDesk;
let valmora: Officer;
let stranger: Officer;
let practiceId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  [valmora, stranger] = [desk.officer('QM', 'administrator'), desk.officer('QT')];
  const [practice] = await desk.get(ReadMarkingPractices).search(valmora, { state: stateCode('QM') });
  practiceId = practice!.id;
}, 60_000);
afterAll(() => desk?.close());
afterEach(async () => {
  for (const { id } of must(await read().list(valmora, practiceId)))
    must(await desk.get(RemovePracticePicture).execute(valmora, { practiceId, pictureId: id }));
});

let shade = 0;
const aPicture = () =>
  sharp({ create: { width: 2000, height: 20, channels: 3, background: { r: (shade += 20) % 256, g: (shade * 7) % 256, b: 7 } } })
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
    .jpeg()
    .toBuffer();
const sent = (content: Buffer, name = 'V mark.jpg') => ({ name, saidType: '', content });
const add = (actor: Officer, ...files: ReturnType<typeof sent>[]) =>
  desk.get(AddPracticePictures).execute(actor, { practiceId, caption: 'Left side', files });
async function added(): Promise<Attachment> {
  const [one] = must(await add(valmora, sent(await aPicture())));
  return must(one!.result);
}
const work = () =>
  new AttachmentWorkshop(
    desk.database.database,
    new WorkerKey(desk.database.keysFolder),
    new NoScanner(),
    new PreviewMaker(),
    new DeskLog('silent'),
  ).work();
const read = () => desk.get(ReadPracticePictures);

describe('a picture of a marking practice is not added', () => {
  it('by another State, or where no file is sent', async () => {
    expect(await add(desk.officer('QN', 'administrator'), sent(await aPicture()))).toBeDeniedWith('MARKING_PRACTICE_NOT_FOUND');
    expect(await add(valmora)).toBeDeniedWith('ATTACHMENTS_MISSING');
  });

  it('when it is no picture, is broken, or is there already; those sent with it are', async () => {
    const [good, document] = [await aPicture(), Buffer.from('%PDF-1.7\n%%EOF\n')];
    const files = [sent(good), sent(document, 'a.pdf'), sent(good.subarray(0, 60), 'b.jpg'), sent(good, 'again.jpg')];
    const results = must(await add(valmora, ...files)).map(({ result }) => (result.ok ? 'stored' : result.denial.code));
    expect(results).toEqual(['stored', 'ATTACHMENT_NOT_A_PICTURE', 'ATTACHMENT_BROKEN', 'ATTACHMENT_ALREADY_THERE']);
  });

  it('beyond ten', async () => {
    const files = await Promise.all(Array.from({ length: 11 }, async () => sent(await aPicture())));
    const last = must(await add(valmora, ...files)).at(-1);
    expect(last?.result).toBeDeniedWith('PICTURES_FULL');
  });
});

describe('a picture of a marking practice', () => {
  it('is shown to every State as a small copy without EXIF or position, once the worker has made it', async () => {
    const { id } = await added();
    const wanted = { practiceId, pictureId: id };
    expect(await read().smallCopy(stranger, wanted)).toBeDeniedWith('ATTACHMENT_PREVIEW_NOT_FOUND');
    await work();
    expect(must(await read().list(stranger, practiceId))).toEqual([
      expect.objectContaining({ id, state: 'QM', caption: 'Left side', preview: 'ready' }),
    ]);
    const copy = must(await read().smallCopy(stranger, wanted)).content.reveal();
    expect(copy.equals(must(await read().smallCopy(valmora, wanted)).content.reveal())).toBe(true);
    const facts = await sharp(copy).metadata();
    expect(facts).toMatchObject({ format: 'webp', width: 1600 });
    expect(facts.exif).toBeUndefined();
  });

  it('keeps its original, which may say where it was taken, to its own State: by row security and by key', async () => {
    const content = await aPicture();
    const [one] = must(await add(valmora, sent(content)));
    const { id } = must(one!.result);
    await work();
    const wanted = { practiceId, pictureId: id };
    expect(
      must(await read().original(valmora, wanted))
        .content.reveal()
        .equals(content),
    ).toBe(true);
    expect(await read().original(stranger, wanted)).toBeDeniedWith('ATTACHMENT_NOT_FOUND');
    const forms = await desk.database.work.read(stranger, (tx) =>
      tx.query('select distinct form from attachment_chunks where attachment_id = $1', [id]),
    );
    expect(forms).toEqual([{ form: 'preview' }]);
    const parts = await desk.database.work.read(stranger, (tx) =>
      tx.query('select 1 from protected_parts where record_id = $1 union all select 1 from record_keys where record_id = $1', [
        id,
      ]),
    );
    expect(parts).toEqual([]);
  });

  it('is stored as ciphertext only', async () => {
    const { id } = await added();
    const chunks = await desk.database.superuser<{ ciphertext: Buffer }>(
      'select ciphertext from attachment_chunks where attachment_id = $1',
      [id],
    );
    expect(chunks.some(({ ciphertext }) => ciphertext.includes('Telephone'))).toBe(false);
  });

  it('is shown to nobody before a configured scanner has passed it', async () => {
    const config = desk.get(DeskConfig);
    Object.assign(config, { clamdAddress: 'tcp://127.0.0.1:1' });
    const { id, scan } = await added().finally(() => Object.assign(config, { clamdAddress: null }));
    expect(scan).toBe('waiting');
    const wanted = { practiceId, pictureId: id };
    expect(await read().smallCopy(stranger, wanted)).toBeDeniedWith('ATTACHMENT_NOT_SCANNED');
    expect(await read().original(valmora, wanted)).toBeDeniedWith('ATTACHMENT_NOT_SCANNED');
    await desk.database.superuser(`update attachments set scan = 'infected' where id = $1`, [id]);
    expect(await read().smallCopy(stranger, wanted)).toBeDeniedWith('ATTACHMENT_INFECTED');
    await desk.database.superuser(`update attachments set scan = 'clean' where id = $1`, [id]);
  });

  it('is removed by its own State only, and nothing of it stays', async () => {
    const { id } = await added();
    await work();
    const wanted = { practiceId, pictureId: id };
    expect(await desk.get(RemovePracticePicture).execute(desk.officer('QN', 'administrator'), wanted)).toBeDeniedWith(
      'MARKING_PRACTICE_NOT_FOUND',
    );
    must(await desk.get(RemovePracticePicture).execute(valmora, wanted));
    const left = await desk.database.superuser(
      `select 1 from attachments where id = $1 union all select 1 from attachment_chunks where attachment_id = $1
        union all select 1 from protected_parts where record_id = $1 union all select 1 from record_keys where record_id = $1`,
      [id],
    );
    expect(left).toEqual([]);
  });

  it('cannot be shared as a file of a request is, nor stand without its practice', async () => {
    const { id } = await added();
    for (const statement of [
      `update attachments set second_state = 'QN' where id = '${id}'`,
      `update attachments set practice_id = null, open_key = null where id = '${id}'`,
      `update attachment_chunks set for_all = true where attachment_id = '${id}'`,
    ])
      await expect(desk.database.superuser(statement)).rejects.toMatchObject({ code: '23514' });
  });
});
