import { describe, expect, it } from '@jest/globals';
import { validateInput } from '@tracedesk/platform';
import { columnOf, FIREARM_COLUMNS, firearmsIn, type FirearmColumn } from './batch-csv.adapter.js';
import { BatchDto } from './batch.dto.js';

describe('a table of firearms that cannot be read', () => {
  it.each([
    ['a column nobody knows', 'serial_number,colour\nKR1,red', { code: 'TABLE_COLUMN_UNKNOWN', details: { column: 2 } }],
    ['no names of columns', 'KR5001,VAW\nKR5002,VAW', { code: 'TABLE_COLUMN_UNKNOWN', details: { column: 1 } }],
    ['a column twice', 'make,model,make\nVAW,R5,VAW', { code: 'TABLE_COLUMN_TWICE', details: { column: 3 } }],
    ['a cell too many', 'make,model\nVAW,R5\nVAW,R5,R6', { code: 'TABLE_UNREADABLE', details: { line: 3 } }],
    ['a quotation mark left open', 'make,model\n"VAW,R5', { code: 'TABLE_UNREADABLE' }],
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
    expect(firearmsIn(text)).toEqual({ ok: true, firearms });
  });

  it('leaves out what was left empty, and rows without anything', () => {
    const table = firearmsIn('serial_number,make,model\nKR1,,R5\n,,\nKR2,VAW,\n');
    expect(table).toEqual({
      ok: true,
      firearms: [
        { serialNumber: { value: 'KR1' }, model: 'R5' },
        { serialNumber: { value: 'KR2' }, make: 'VAW' },
      ],
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
