import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { readTable } from '@tracedesk/platform';
import fc from 'fast-check';
import { inputOf } from './contact-point-columns.js';
import { contactPointsCsv } from './contact-points-csv.adapter.js';
import { rowsOfTable } from './contact-table.js';
import { planImport, type ImportPlan, type Told } from './plan-import.js';
import type { ContactPoint } from './state.js';

const QM = stateCode('QM');
const HEADER =
  'state,office,email,telephone,languages,channels,working_days,opens_at,closes_at,deputies,scope,valid_from,valid_until';

function anOffice(said: Partial<ContactPoint> = {}): ContactPoint {
  return {
    id: '0199a7a0-0000-7000-8000-000000000001',
    state: QM,
    office: 'Tracing Office',
    email: 'a@b.example',
    telephone: null,
    languages: ['en'],
    channels: [],
    workingDays: [],
    opensAt: null,
    closesAt: null,
    deputies: [],
    scope: ['all'],
    validFrom: '2020-01-01',
    validUntil: null,
    version: 1,
    confirmedAt: new Date('2026-06-01T12:00:00Z'),
    ...said,
  };
}

/** Whatever is told is right; the rules of an office have their own specs. */
const fine = (input: Readonly<Record<string, unknown>>): Told => ({
  ok: true,
  details: { ...anOffice(), ...input },
});

function planned(text: string, own: readonly ContactPoint[] = [anOffice()], check = fine): ImportPlan {
  const { rows, faults } = rowsOfTable(readTable(text));
  const plan = planImport(QM, rows, own, check);
  return { ...plan, faults: [...faults, ...plan.faults] };
}

const faultsOf = (text: string, own?: readonly ContactPoint[]) =>
  planned(text, own).faults.map(({ row, column, found, code }) => [row, column, found, code]);
const actsOf = (text: string, own?: readonly ContactPoint[]) => planned(text, own).rows.map(({ does }) => does);

const row = (said: Readonly<Record<string, string>>): string => {
  const cells: Record<string, string> = {
    state: 'QM',
    office: 'Tracing Office',
    email: 'a@b.example',
    languages: 'en',
    scope: 'all',
    valid_from: '2020-01-01',
    ...said,
  };
  return HEADER.split(',')
    .map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`)
    .join(',');
};
const table = (...rows: readonly Readonly<Record<string, string>>[]): string => [HEADER, ...rows.map(row)].join('\r\n');

describe('a table of contact points is not taken', () => {
  it('with a column that is missing, unknown or there twice: it is named', () => {
    expect(faultsOf('state,office,e-mail,office\r\nQM,x,y,z')).toEqual(
      expect.arrayContaining([
        [1, 'e-mail', 'e-mail', 'IMPORT_COLUMN_UNKNOWN'],
        [1, 'office', 'office', 'IMPORT_COLUMN_TWICE'],
        [1, 'email', '', 'IMPORT_COLUMN_MISSING'],
      ]),
    );
    expect(planned('state,office\r\nQM,x').rows).toEqual([]);
  });

  it('without rows, with too many, or with a cell that belongs to no column', () => {
    expect(faultsOf(HEADER)).toEqual([[2, null, '', 'IMPORT_ROWS_MISSING']]);
    expect(faultsOf(table(...Array.from({ length: 201 }, () => ({}))))).toEqual([[202, null, '201', 'IMPORT_ROWS_TOO_MANY']]);
    expect(faultsOf(`${table({})}\r\n\r\n${row({})},x`)).toEqual([[4, null, '', 'TABLE_CELL_WITHOUT_COLUMN']]);
  });

  it('with a heading that is not one, which is shown as far as it says something', () => {
    const long = 'x'.repeat(101);
    const [unknown] = planned(`${HEADER},${long}\r\n${row({})},y`).faults;
    expect(unknown).toEqual({
      row: 1,
      column: 'x'.repeat(100),
      found: `${'x'.repeat(100)}…`,
      code: 'IMPORT_COLUMN_UNKNOWN',
      details: { columns: `${HEADER.replaceAll(',', ', ')}, last_confirmed, id` },
    });
    expect(faultsOf(`${HEADER},${'x'.repeat(100)}\r\n`)[0]?.[2]).toBe('x'.repeat(100));
  });

  it('with one row more than two hundred, those counted that cannot be read', () => {
    const offices = Array.from({ length: 200 }, (_, at) => ({ office: `Office ${at}` }));
    expect(planned(table(...offices), []).rows).toHaveLength(200);
    expect(planned(table(...offices), []).faults).toEqual([]);
    expect(planned(`${table(...offices)}\r\nQM,"x"y`, []).faults).toEqual([
      { row: 202, column: null, found: '201', code: 'IMPORT_ROWS_TOO_MANY', details: { max: 200 } },
    ]);
  });

  it('with what is wrong in a cell: the column, what was found and what would help', () => {
    const refused = (): Told => ({
      ok: false,
      faults: [
        { field: 'opensAt', code: 'NOT_A_TIME_OF_DAY', details: { example: '08:30' } },
        { field: 'languages.1', code: 'NOT_ONE_OF' },
      ],
    });
    const said = { opens_at: 'noon', languages: 'en;xx' };
    const faults = [
      { row: 2, column: 'opens_at', found: 'noon', code: 'NOT_A_TIME_OF_DAY', details: { example: '08:30' } },
      { row: 2, column: 'languages', found: 'en;xx', code: 'NOT_ONE_OF' },
    ];
    for (const own of [[], [anOffice()]]) expect(planned(table(said), own, refused)).toMatchObject({ rows: [], faults });
    expect(planned(table({}), [anOffice()], refused).faults).toEqual([]);
  });

  it('with a row of another State, which is named', () => {
    expect(faultsOf(table({}, { state: 'QN' }))).toEqual([[3, 'state', 'QN', 'IMPORT_OF_OTHER_STATE']]);
    expect(planned(table({ state: 'QN' })).faults[0]?.details).toEqual({ state: 'QM' });
    expect(actsOf(table({ state: ' QM ' }))).toEqual(['unchanged']);
  });

  it('with an office that is not there, or that is named twice', () => {
    const withId = (id: string): string => `${HEADER},id\r\n${row({})},${id}`;
    expect(faultsOf(withId('0199a7a0-0000-7000-8000-00000000ffff'))[0]?.[3]).toBe('IMPORT_OFFICE_UNKNOWN');
    expect(faultsOf(table({}, {}))).toEqual([[3, 'office', 'Tracing Office', 'IMPORT_OFFICE_TWICE']]);
    expect(faultsOf(table({ office: 'New' }, { office: 'New' }))).toEqual([[3, 'office', 'New', 'IMPORT_OFFICE_TWICE']]);
    const blank = { office: 'New', valid_from: ' 2020-01-01 ' };
    expect(faultsOf(table({ office: 'New' }, blank))).toEqual([[3, 'office', 'New', 'IMPORT_OFFICE_TWICE']]);
    expect(actsOf(table({ office: 'New' }, { office: 'New', valid_from: '2021-01-01' }))).toEqual(['added', 'added']);
    expect(faultsOf(`${withId(anOffice().id)}\r\n${row({})},${anOffice().id}`)[0]?.[3]).toBe('IMPORT_OFFICE_TWICE');
    expect(faultsOf(`${withId(anOffice().id)}\r\n${row({})},`)[0]?.[3]).toBe('IMPORT_OFFICE_TWICE');
  });

  it('with another first day of an office, or a change to one that has changed since it was exported', () => {
    const exported = contactPointsCsv([anOffice()]);
    expect(planned(exported.replace('2020-01-01', '2021-01-01')).faults).toEqual([
      { row: 2, column: 'valid_from', found: '2021-01-01', code: 'IMPORT_FIRST_DAY_STANDS', details: { day: '2020-01-01' } },
    ]);
    const confirmed = [anOffice({ confirmedAt: new Date('2026-07-01T00:00:00Z') })];
    expect(faultsOf(exported.replace('a@b', 'c@b'), confirmed)[0]?.[3]).toBe('IMPORT_ROW_IS_STALE');
    expect(actsOf(exported, confirmed)).toEqual(['unchanged']);
  });
});

describe('a table that a spreadsheet saved', () => {
  const office = anOffice({
    telephone: '0041580000',
    workingDays: [1],
    opensAt: '08:00',
    closesAt: '16:30',
    validUntil: '2026-12-31',
  });

  it('is one’s own export, with every sign that a spreadsheet would take away', () => {
    expect(contactPointsCsv([office])).toContain(`"'0041580000"`);
    expect(contactPointsCsv([office])).toContain(`"'08:00"`);
    expect(actsOf(contactPointsCsv([office]), [office])).toEqual(['unchanged']);
  });

  it.each([
    ['a nameless column at the end', (text: string) => text.replaceAll('\r\n', ',\r\n')],
    [
      'times with seconds and halves of the day',
      (text: string) => text.replace("'08:00", '08:00:00 AM').replace("'16:30", '4:30 PM'),
    ],
    ['headings in another case', (text: string) => text.replace(/^.*/, (head) => head.toUpperCase().replaceAll('_', ' '))],
    ['a first line that tells the separator', (text: string) => text.replace('\uFEFF', '\uFEFFsep=,\r\n')],
  ])('says the same with %s', (_, saved) => {
    expect(faultsOf(saved(contactPointsCsv([office])), [office])).toEqual([]);
    expect(actsOf(saved(contactPointsCsv([office])), [office])).toEqual(['unchanged']);
  });

  it('keeps its good rows beside one that cannot be read', () => {
    const text = `${table({})}\r\nQM,"x"y\r\n${row({ office: 'Regional Office' })}`;
    expect(actsOf(text)).toEqual(['unchanged', 'added']);
    expect(faultsOf(text)).toEqual([[3, null, '', 'TABLE_ROW_UNREADABLE']]);
  });
});

describe('a row', () => {
  it('adds, changes, ends, or leaves as it is', () => {
    expect(actsOf(table({}, { office: 'Regional Office' }))).toEqual(['unchanged', 'added']);
    expect(actsOf(table({ email: 'c@b.example' }))).toEqual(['changed']);
    expect(actsOf(table({ valid_until: '2026-12-31' }))).toEqual(['ended']);
    expect(actsOf(table({ valid_until: '2026-12-31', email: 'c@b.example' }))).toEqual(['changed']);
    const ending = [anOffice({ validUntil: '2026-12-31' })];
    expect([actsOf(table({}), ending), actsOf(table({ valid_until: '2027-12-31' }), ending)]).toEqual([['changed'], ['ended']]);
  });

  it('says what stood there and what comes', () => {
    expect(planned(table({ languages: 'en;fr', valid_until: '2026-12-31' })).rows[0]?.changes).toEqual([
      { column: 'languages', from: 'en', to: 'en;fr' },
      { column: 'valid_until', from: '', to: '2026-12-31' },
    ]);
  });

  it('is read the same from a spreadsheet that saves with semicolons or tabs, in any order of columns', () => {
    const saved = (sign: string): string =>
      `scope${sign}${HEADER.replace(',scope', '').replaceAll(',', sign)}\n"all"${sign}${row({}).replace(',"all"', '').replaceAll(',', sign)}`;
    for (const sign of [';', '\t']) expect(actsOf(saved(sign))).toEqual(['unchanged']);
  });

  it('may change the name of an office that it names by its id', () => {
    const { rows, unnamed } = planned(contactPointsCsv([anOffice()]).replace('Tracing Office', 'Bureau'));
    expect(rows).toMatchObject([{ does: 'changed', former: { office: 'Tracing Office' }, changes: [{ to: 'Bureau' }] }]);
    expect(unnamed).toBe(0);
  });
});

describe('what is exported', () => {
  const line = fc.string({ unit: fc.constantFrom(...'\\; ,"\'=+-@ab\tأ') }).filter((text) => text.trim() !== '');
  const offices = fc
    .array(
      fc.record({
        office: line,
        email: line,
        telephone: fc.option(line),
        languages: fc.array(line, { minLength: 1 }),
        channels: fc.array(line),
        workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        opensAt: fc.option(fc.constantFrom('08:00', '09:30')),
        closesAt: fc.option(fc.constantFrom('16:00')),
        deputies: fc.array(line),
        scope: fc.uniqueArray(fc.constantFrom('all', 'ITI', 'OTHER'), { minLength: 1 }),
        validFrom: fc.constantFrom('2020-01-01', '2021-01-01'),
        validUntil: fc.option(fc.constantFrom('2026-12-31')),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((told) =>
      told.map((one, at) => anOffice({ ...(one as Partial<ContactPoint>), id: `0199a7a0-0000-7000-8000-00000000000${at}` })),
    );

  it('changes nothing when it is imported, whatever stands there', () => {
    fc.assert(
      fc.property(offices, (own) => {
        const plan = planned(contactPointsCsv(own), own);
        expect(plan.faults).toEqual([]);
        expect(plan.rows.every(({ does }) => does === 'unchanged')).toBe(true);
        expect(plan.rows.map(({ former }) => former)).toEqual(own);
      }),
    );
  });

  it('is the same after it was imported where there was nothing', () => {
    fc.assert(
      fc.property(offices, (own) => {
        const text = contactPointsCsv(own);
        const added = rowsOfTable(readTable(text)).rows.map(({ says }, at) => ({ ...fine(inputOf(says)), at }));
        const again = added.map((told, at) => ({ ...own[at]!, ...(told.ok ? told.details : {}), id: own[at]!.id }));
        expect(contactPointsCsv(again.map((office) => withDays(office)))).toBe(text);
      }),
    );
  });
});

/** The DTO makes numbers of the days. */
function withDays(office: ContactPoint): ContactPoint {
  return { ...office, workingDays: office.workingDays.map(Number) };
}
