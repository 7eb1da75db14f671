import { describe, expect, it } from '@jest/globals';
import { validateInput } from '@tracedesk/platform';
import { columnOf, FIREARM_COLUMNS, firearmsIn, type FirearmColumn } from './batch-csv.adapter.js';
import { BatchDto } from './batch.dto.js';

describe('a table of firearms that cannot be read', () => {
  it.each([
    ['a column nobody knows', 'serial_number,colour\nKR1,red', { code: 'TABLE_COLUMN_UNKNOWN', details: { column: 2 } }],
    ['no names of columns', 'KR5001,VAW\nKR5002,VAW', { code: 'TABLE_COLUMN_UNKNOWN', details: { column: 1 } }],
    ['a column twice', 'make,model,make\nVAW,R5,VAW', { code: 'TABLE_COLUMN_TWICE', details: { column: 3 } }],
  ])('says so of %s, and repeats nothing of it', (_, text, denial) => {
    const table = firearmsIn(text);
    expect(table).toMatchObject({ ok: false, denial });
    expect(JSON.stringify(table)).not.toMatch(/VAW|KR|colour/);
  });
});

describe('a table of firearms', () => {
  it.each([
    ['commas', 'serial_number,make,import_state,import_year\r\nKR5001,VAW,QN,2009\r\n'],
    ['semicolons and a byte order mark', '\uFEFFmake;serial_number;import_year;import_state\nVAW;KR5001;2009;QN\n\n'],
    [
      'tabs, as pasted from a spreadsheet',
      'serial_number\tmake\timport_state\timport_year\t\nKR5001\tVAW\tQN\t2009\t'.replaceAll('\t\n', '\n').replace(/\t$/, ''),
    ],
    ['quotation marks and blanks', 'serial_number, make, import_state, import_year\n"KR5001" ,"VAW", QN , 2009'],
  ])('is read with %s', (_, text) => {
    const firearms = [{ serialNumber: { value: 'KR5001' }, make: 'VAW', importMarks: [{ state: 'QN', year: '2009' }] }];
    expect(firearmsIn(text)).toEqual({ ok: true, firearms, rows: [2], faults: [] });
  });

  it('leaves out what was left empty, and rows without anything', () => {
    const table = firearmsIn('serial_number,make,model\nKR1,,R5\n,,\nKR2,VAW,\n');
    expect(table).toEqual({
      ok: true,
      firearms: [
        { serialNumber: { value: 'KR1' }, model: 'R5' },
        { serialNumber: { value: 'KR2' }, make: 'VAW' },
      ],
      rows: [2, 4],
      faults: [],
    });
  });

  it('keeps the good rows beside one with a cell too many and one with a quotation mark left open, and names both rows', () => {
    const table = firearmsIn('make,model\nVAW,R5\nVAW,R5,R6\n"VAW,R5\nVAW,R7');
    expect(table).toEqual({
      ok: true,
      firearms: [
        { make: 'VAW', model: 'R5' },
        { make: 'VAW', model: 'R7' },
      ],
      rows: [2, 5],
      faults: [
        { row: 3, column: null, code: 'TABLE_CELL_WITHOUT_COLUMN', details: { column: 3 } },
        { row: 4, column: null, code: 'TABLE_ROW_UNREADABLE', details: { column: 0 } },
      ],
    });
  });

  it.each(['778812.0', '1.04552E+11', '1.2E+035', '12-Oct', '2026-03-04'])(
    'takes %s for no serial number, unless whoever wrote it says that it is one',
    (written) => {
      const fault = { row: 2, column: 'serial_number', code: 'TABLE_CELL_REWORKED' };
      expect(firearmsIn(`serial_number,make\n${written},VAW`)).toMatchObject({ faults: [fault] });
      for (const meant of [`'${written}`, `="${written}"`])
        expect(firearmsIn(`serial_number,make\n${meant},VAW`)).toMatchObject({
          firearms: [{ serialNumber: { value: written } }],
          faults: [],
        });
    },
  );

  it('takes 0.38 for no calibre that a mark or a record says, and repeats nothing of what it suspects', () => {
    const table = firearmsIn('calibre,own_reference\n0.38,2026-03-04');
    expect(table).toMatchObject({ faults: [{ row: 2, column: 'calibre', details: { kind: 'zero' } }] });
    expect(JSON.stringify(table.ok && table.faults)).not.toContain('0.38');
  });

  it('reads the number that an export kept whole by a formula', () => {
    expect(firearmsIn('Serial Number;\n="0012345";')).toMatchObject({
      firearms: [{ serialNumber: { value: '0012345' } }],
      faults: [],
    });
  });

  it('is seen to be too long', () => {
    const table = firearmsIn(`make\n${'VAW\n'.repeat(5_000)}`);
    const checked = validateInput(BatchDto, { firearms: table.ok ? table.firearms : [] }, { fromForm: true });
    expect(checked).toMatchObject({ ok: false, faults: [{ field: 'firearms', code: 'TOO_MANY' }] });
  });

  it('gives every field of its columns to the batch, and finds the column of each of its faults', () => {
    const names = Object.keys(FIREARM_COLUMNS) as FirearmColumn[];
    const wrong = firearmsIn(`${names.join(';')}\n${names.map(() => 'x'.repeat(1_001)).join(';')}`);
    if (!wrong.ok) throw new Error(wrong.denial.code);
    const checked = validateInput(BatchDto, { firearms: wrong.firearms }, { fromForm: true });
    const columns = checked.ok ? [] : checked.faults.map(({ field }) => columnOf(field.replace(/^firearms\.0\./, '')));
    expect(columns).not.toContain(undefined);
    expect(columns.length).toBeGreaterThan(10);
    expect(names.map((name) => columnOf(FIREARM_COLUMNS[name].field))).toEqual(names);
  });
});
