import { describe, expect, it } from '@jest/globals';
import { cellOf, markedCell } from './marked-cell.js';
import { readTable } from './read-table.js';
import { tableTextOf } from './table-text.js';
import { writeTable } from './write-table.adapter.js';

const ROWS = [
  ['KR5001', 'VAW'],
  ['KR5002', ''],
];

function rowsOf(text: string): readonly (readonly string[])[] {
  return readTable(text).rows.map(({ cells }) => cells.map((cell) => cell.text));
}

describe('the bytes of a table', () => {
  it.each([
    ['what a spreadsheet saves as Windows-1252', Buffer.from('office;x\nB\xfcro;1', 'latin1'), 'TABLE_NOT_UTF8'],
    ['UTF-16 without a mark', Buffer.from('office;x', 'utf16le'), 'TABLE_NOT_UTF8'],
    ['half a character', Buffer.from('ü').subarray(0, 1), 'TABLE_NOT_UTF8'],
    ['a workbook', Buffer.from('PK\x03\x04rest'), 'TABLE_IS_A_WORKBOOK'],
    ['a workbook of an old kind', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'TABLE_IS_A_WORKBOOK'],
    ['half a character of UTF-16', Buffer.from('fffe4100d8', 'hex'), 'TABLE_NOT_UTF8'],
    ['a NUL', Buffer.from('a\0b'), 'TABLE_NOT_UTF8'],
  ])('are not guessed at: %s', (_, bytes, code) => {
    expect(tableTextOf(bytes)).toEqual({ ok: false, code });
  });

  it('are UTF-8, or UTF-16 where the mark says so', () => {
    for (const bytes of [
      Buffer.from('Büro'),
      Buffer.from('\uFEFFBüro'),
      Buffer.from('\uFEFFBüro', 'utf16le'),
      Buffer.from('\uFEFFBüro', 'utf16le').swap16(),
    ])
      expect(tableTextOf(bytes)).toEqual({ ok: true, text: 'Büro' });
  });
});

describe('a table as spreadsheets write it', () => {
  it.each([
    ['a nameless empty column at the end', 'serial,make,\nKR5001,VAW,\nKR5002,,\n'],
    ['a nameless empty column between', 'serial,,make\nKR5001,,VAW\nKR5002,,\n'],
    ['rows that stop early', 'serial,make\nKR5001,VAW\nKR5002\n'],
    ['rows with more empty cells than names', 'serial,make\nKR5001,VAW,,,\nKR5002,,,\n'],
    ['several kinds of line end', 'serial,make\r\nKR5001,VAW\nKR5002,\r'],
    ['the separator told in a first line', 'sep=;\r\nserial;make\r\nKR5001;VAW\r\nKR5002;\r\n'],
    ['one told that is not the likeliest', 'sep=\t\nserial\tmake\nKR5001\tVAW\nKR5002'],
    ['a byte order mark before that line', '\uFEFFsep=,\nserial,make\nKR5001,VAW\nKR5002,'],
    ['headings in another case, with blanks', '\uFEFF Serial ,MAKE\nKR5001,VAW\nKR5002,'],
    ['semicolons', 'serial;make\nKR5001;VAW\nKR5002;'],
    ['tabs', 'serial\tmake\nKR5001\tVAW\nKR5002\t\n'],
    ['blanks around quotation marks', '"serial" , "make"\n "KR5001" ,"VAW"\nKR5002 , ""'],
    ['empty lines before, between and behind', '\n\nserial,make\n\nKR5001,VAW\n,\nKR5002,\n\n'],
  ])('is read with %s', (_, text) => {
    const table = readTable(text);
    expect(table.columns.map(({ name }) => name)).toEqual(['serial', 'make']);
    expect(rowsOf(text)).toEqual(ROWS);
    expect(table.faults).toEqual([]);
  });

  it.each([
    ['a quotation mark inside a cell', 'a;b\nx"y;"z"', [['x"y', 'z']]],
    [
      'two quotation marks for one, lines and separators within',
      'a;b\n"x""y";"1;\r\n2"\n3;4',
      [
        ['x"y', '1;\r\n2'],
        ['3', '4'],
      ],
    ],
    ['blanks outside, kept within', 'a;b\n  x  ;"  y  "', [['x', '  y  ']]],
    ['blanks and tabs around quotation marks', 'a;b\n \t"x" \t; "y" ', [['x', 'y']]],
    ['an empty cell in quotation marks at the end', 'a;b\n"";""\nx;""', [['x', '']]],
    ['cells that are there, in the order of the names', 'b;a\n1', [['1', '']]],
  ])('is read with %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(readTable(text).faults).toEqual([]);
  });

  it.each([
    ['a;b\n"x"y;z\n1;2', 2],
    ['a;b\n1;2\n3;"4', 3],
    ['a;b\n"x" y\n1;2', 2],
  ])('loses in %j the row %s only', (text, row) => {
    const { rows, faults } = readTable(text);
    expect(faults).toEqual([{ row, code: 'TABLE_ROW_UNREADABLE' }]);
    expect(rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([['1', '2']]);
  });

  it('says that the names of its columns cannot be read', () => {
    expect(readTable('a;"b\n1;2').faults[0]).toEqual({ row: 1, code: 'TABLE_ROW_UNREADABLE' });
  });

  it('says of each column what is written there, and at which place', () => {
    expect(readTable(' Serial\u3000Number ;;MAKE\nx;;y').columns).toEqual([
      { name: 'serial_number', written: 'Serial\u3000Number', position: 1 },
      { name: 'make', written: 'MAKE', position: 3 },
    ]);
  });

  it.each([
    ['a,b;c;d', ['a,b', 'c', 'd']],
    ['a,b;c', ['a', 'b;c']],
    ['a\tb\tc;d', ['a', 'b', 'c;d']],
    ['a', ['a']],
    ['SEP=;\na;b,c,d', ['a', 'b,c,d']],
    ['"sep=\t" \na\tb,c', ['a', 'b,c']],
  ])('separates %j by the sign that is told, else by the one that stands most often', (text, names) => {
    expect(readTable(text).columns.map(({ name }) => name)).toEqual(names);
  });

  it('takes blanks and hyphens in a name for underscores', () => {
    expect(readTable('Serial  Number;Import-State').columns.map(({ name }) => name)).toEqual(['serial_number', 'import_state']);
  });

  it('counts rows as a spreadsheet does, and names the row and place of a cell without a column', () => {
    const { rows, faults } = readTable('sep=,\nserial,make,\nKR1,VAW\n\nKR2,VAW,stray\nKR3\n');
    expect(rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(faults).toEqual([{ row: 4, code: 'TABLE_CELL_WITHOUT_COLUMN', position: 3 }]);
  });

  it('goes on after a quotation mark that was left open', () => {
    const { rows, faults } = readTable('serial,make\nKR1,"VAW\nKR2,VAW\nKR3,"V"\n');
    expect(faults).toEqual([{ row: 2, code: 'TABLE_ROW_UNREADABLE' }]);
    expect(rows.map(({ cells }) => cells[0]?.text)).toEqual(['KR2', 'KR3']);
  });

  it('is empty where nothing was sent', () => {
    for (const text of ['', '\uFEFF', '\n\n', 'sep=;']) expect(readTable(text)).toEqual({ columns: [], rows: [], faults: [] });
  });
});

describe('a cell', () => {
  it.each([
    '0041580000',
    '+41 58 000',
    '08:00',
    '8:30 AM',
    '2026-03-04',
    '04/03/2026',
    '12-Oct',
    'Oct 12',
    'october 12',
    '2026 sept',
    '=1+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '  =1',
    '\uFF1D1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF201',
    "'=1",
    "''0123",
    '1234567890123456',
    '00',
    '012',
    '1,5',
    '(12)',
    '50%',
    '2026-03-04T09:12:00Z',
    '٤٥٦',
    '.380',
    '0.38',
    '1E5',
    '1.2E+035',
  ])('%s is marked, because a spreadsheet would make something else of it', (text) => expect(markedCell(text)).toBe(`'${text}`));

  it.each([
    '12345',
    '0',
    'KR5001',
    'Office 3',
    'en; fr',
    '1; 2',
    'QM',
    '0199a7a0-0000-7000-8000-00000000000a',
    '123456789012345',
    '1',
    "'",
    "'x",
    'x=1',
    'x-1',
    'Nov',
    'novel',
    'a 12',
    '',
  ])('%s is not marked: it comes back as it went', (text) => expect(markedCell(text)).toBe(text));

  it('gives up the formula by which a number was kept whole, and is known to be meant as it stands', () => {
    expect(cellOf('="0012345"')).toEqual({ text: '0012345', marked: true });
    expect(cellOf('="a""b"')).toEqual({ text: 'a"b', marked: true });
    expect(readTable('serial\n="0012345"').rows[0]?.cells).toEqual([{ text: '0012345', marked: true }]);
    expect(readTable('serial\n"=""0012345"""').rows[0]?.cells).toEqual([{ text: '0012345', marked: true }]);
    expect(cellOf('=1+1')).toEqual({ text: '=1+1', marked: false });
    expect(cellOf('12-Oct')).toEqual({ text: '12-Oct', marked: false });
    expect(cellOf(`'12-Oct`)).toEqual({ text: '12-Oct', marked: true });
  });

  it('stands in quotation marks, and no formula in it begins another cell where semicolons or tabs separate', () => {
    expect(writeTable([['a', ';=1+1', 'x\t@y']])).toBe(`\uFEFF"a",";'=1+1","x\t'@y"\r\n`);
  });
});
