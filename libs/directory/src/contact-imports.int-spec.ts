import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { AUDIT_EVENTS, AuditLog, EventCatalogue } from '@tracedesk/audit';
import { stateCode, type DeskProcess, type StateCode } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { ContactPoints } from './contact-points.repository.js';
import { Directory } from './directory.service.js';
import { DIRECTORY_EVENTS } from './directory.events.js';
import { stateSubject } from './state-subject.js';
import { AddContactPoint } from './use-cases/add-contact-point.service.js';
import { ConfirmContactPoint } from './use-cases/confirm-contact-point.service.js';
import { CreateState } from './use-cases/create-state.service.js';
import { ImportContactPoints, type ContactImport } from './use-cases/import-contact-points.service.js';
import { ReadContactPoints } from './use-cases/read-contact-points.service.js';

const [QM, QN] = [stateCode('QM'), stateCode('QN')];
const as = (name: DeskProcess['name'], state: StateCode): DeskProcess => ({ kind: 'process', name, state });
/** They connect as people do. */
const [valmora, norvane] = [as('upkeep', QM), as('upkeep', QN)];
const OFFICE = {
  office: 'Tracing Office',
  email: 'a@qm.example',
  telephone: '+41 58 000',
  languages: ['en', 'fr'],
  channels: ['I-24/7; by night', '=1+1'],
  validFrom: '2020-01-01',
  validUntil: null,
};

let desk: TestDatabase;
let audit: AuditLog;
let read: ReadContactPoints;
let imports: ImportContactPoints;
let confirm: ConfirmContactPoint;

beforeAll(async () => {
  desk = await openTestDatabase({ states: [] });
  audit = new AuditLog(new EventCatalogue([...AUDIT_EVENTS, ...DIRECTORY_EVENTS]), desk.stateKeys);
  const offices = new ContactPoints();
  read = new ReadContactPoints(desk.work, new Directory(desk.database), offices);
  imports = new ImportContactPoints(desk.work, audit, offices);
  confirm = new ConfirmContactPoint(desk.work, audit, offices);
  const create = new CreateState(desk.work, audit, desk.stateKeys);
  const add = new AddContactPoint(desk.work, audit, offices);
  for (const [actor, code] of [
    [valmora, QM],
    [norvane, QN],
  ] as const) {
    await create.execute(as('administration', code), { code, timeZone: 'Europe/Oslo', officersSubmit: true });
    await add.execute(actor, OFFICE);
  }
});
afterAll(async () => desk.close());

const bytes = (text: string) => ({ content: Buffer.from(text) });
const exported = () => read.asCsv(valmora, QM);

async function looked(text: string): Promise<ContactImport> {
  const report = await imports.preview(valmora, bytes(text));
  if (!report.ok) throw new Error(report.denial.code);
  return report.value;
}

const bring = async (text: string, seen?: ContactImport) => imports.execute(valmora, bytes(text), seen ?? (await looked(text)));
/** One row more, as somebody types it into a spreadsheet. */
const withRow = (text: string, cells: string): string => `${text}QM,${cells},,\r\n`;
const REGIONAL = 'Regional Office,r@qm.example,,fr;en,,1;2;3;4;5,08:00,16:00,Duty officer,ECOWAS_19,2026-01-01,';
const entries = async () =>
  (await desk.work.read(valmora, (tx) => audit.timelineOf(tx, stateSubject(QM)))).filter(
    ({ action }) => action === 'contact_point.imported',
  );

describe('a table is not imported', () => {
  it('when it is no file, too long, or not in UTF-8', async () => {
    expect(await imports.preview(valmora, undefined)).toMatchObject({ denial: { code: 'IMPORT_FILE_MISSING' } });
    expect(await imports.preview(valmora, { content: null })).toMatchObject({ denial: { code: 'IMPORT_TOO_LARGE' } });
    expect(await imports.preview(valmora, { content: Buffer.from('état', 'latin1') })).toMatchObject({
      denial: { code: 'TABLE_NOT_UTF8' },
    });
    expect(await imports.preview(valmora, { content: Buffer.from('PK\x03\x04') })).toMatchObject({
      denial: { code: 'TABLE_IS_A_WORKBOOK' },
    });
    expect(await imports.preview(valmora, { content: Buffer.from(await exported(), 'utf16le') })).toMatchObject({
      value: { counts: { unchanged: 1 } },
    });
  });

  it('by a State that is not its own, however it is sent', async () => {
    const text = await exported();
    const report = await imports.preview(norvane, bytes(text));
    expect(report).toMatchObject({ value: { rows: [], faults: [{ row: 2, column: 'state', found: 'QM' }] } });
    const asOwn = text.replace('"QM",', '"QN",');
    expect(await imports.preview(norvane, bytes(asOwn))).toMatchObject({
      value: { faults: [{ code: 'IMPORT_OFFICE_UNKNOWN' }] },
    });
  });

  it('when one cell of it is wrong: nothing of it is, and every cell is named with what was found', async () => {
    const before = await exported();
    const text = withRow(withRow(before, REGIONAL), 'Third,not an address,,xx,,1,16:00,08:00,,all,2026-02-30,');
    const report = await looked(text);
    expect(report.faults).toEqual([
      expect.objectContaining({ row: 4, column: 'email', found: 'not an address', code: 'NOT_AN_EMAIL_ADDRESS' }),
      expect.objectContaining({ row: 4, column: 'languages', found: 'xx', code: 'ITEM_NOT_ALLOWED' }),
      expect.objectContaining({ row: 4, column: 'valid_from', found: '2026-02-30', code: 'NOT_A_DATE' }),
    ]);
    expect(await bring(text)).toMatchObject({ denial: { code: 'IMPORT_HAS_FAULTS', details: { faults: 3 } } });
    expect(await exported()).toBe(before);
    const hours = await looked(withRow(before, REGIONAL.replace('16:00', '07:00')));
    expect(hours.faults).toMatchObject([{ row: 3, column: 'closes_at', found: '07:00', code: 'CLOSES_BEFORE_IT_OPENS' }]);
  });

  it('when it is not the file that was looked at, or an office has changed since', async () => {
    const before = await exported();
    const text = before.replace('a@qm', 'b@qm');
    const seen = await looked(text);
    expect(await bring(before.replace('a@qm', 'c@qm'), seen)).toMatchObject({ denial: { code: 'IMPORT_FILE_CHANGED' } });
    const [office] = await desk.work.read(valmora, (tx) => new ContactPoints().of(tx, QM));
    const { id } = office!;
    await confirm.execute(valmora, { id });
    expect((await looked(text)).faults).toMatchObject([{ column: 'last_confirmed', code: 'IMPORT_ROW_IS_STALE' }]);
    const unsaid = text.replace(/"'[^",]*Z"/u, '""');
    const seenThen = await looked(unsaid);
    await confirm.execute(valmora, { id });
    expect(await bring(unsaid, seenThen)).toMatchObject({ denial: { code: 'IMPORT_OVERTAKEN' } });
    expect(await exported()).toContain('a@qm');
    expect(await entries()).toEqual([]);
  });
});

describe('a table that was looked at', () => {
  it('changes nothing when it is one’s own export, and leaves no entry', async () => {
    const before = await exported();
    const report = await looked(before);
    expect(report).toMatchObject({ faults: [], counts: { added: 0, changed: 0, ended: 0, unchanged: 1 }, unnamed: 0 });
    expect(report.sha256).toBe(createHash('sha256').update(before).digest('hex'));
    expect(await bring(before)).toMatchObject({ ok: true });
    expect(await exported()).toBe(before);
    expect(await entries()).toEqual([]);
  });

  it('adds, changes and ends, keeps what stood there, and tells it in the log; brought again it does nothing', async () => {
    const text = withRow((await exported()).replace('en; fr', 'en; fr; ar'), REGIONAL);
    const done = await bring(text);
    expect(done).toMatchObject({ value: { counts: { added: 1, changed: 1, ended: 0, unchanged: 0 } } });
    const [general, regional] = await desk.work.read(norvane, (tx) => new ContactPoints().of(tx, QM));
    expect(general).toMatchObject({ languages: ['en', 'fr', 'ar'], channels: OFFICE.channels, telephone: OFFICE.telephone });
    expect(regional).toMatchObject({ office: 'Regional Office', workingDays: [1, 2, 3, 4, 5], scope: ['ECOWAS_19'] });
    expect(await read.historyOf(norvane, general!.id)).toMatchObject({
      value: [{ content: { languages: ['en', 'fr'] } }, {}, {}],
    });
    expect(await entries()).toMatchObject([{ facts: { added: 1, changed: 1, ended: 0, unchanged: 0 } }]);
    const ofOffice = await desk.work.read(valmora, (tx) => audit.timelineOf(tx, { kind: 'contact_point', id: general!.id }));
    expect(ofOffice.at(-1)).toMatchObject({ action: 'contact_point.amended', facts: { fields: 'languages' } });

    expect(await bring(text)).toMatchObject({ value: { counts: { unchanged: 2 } } });
    expect(await entries()).toHaveLength(1);

    const ending = (await exported()).replace(`"ECOWAS_19","'2026-01-01",""`, `"ECOWAS_19","'2026-01-01","2026-12-31"`);
    expect(await bring(ending)).toMatchObject({ value: { counts: { ended: 1, unchanged: 1 } } });
    const told = await desk.work.read(valmora, (tx) => audit.timelineOf(tx, { kind: 'contact_point', id: regional!.id }));
    expect(told.map(({ action }) => action)).toEqual(['contact_point.added', 'contact_point.ended']);
  });

  it('leaves an office that it does not name as it is', async () => {
    const [header = '', first = ''] = (await exported()).split('\r\n');
    expect(await looked(`${header}\r\n${first}\r\n`)).toMatchObject({ unnamed: 1, counts: { unchanged: 1 } });
  });
});
