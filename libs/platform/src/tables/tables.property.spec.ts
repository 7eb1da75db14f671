import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellOf, markedCell } from './marked-cell.js';
import { readTable } from './read-table.js';
import { writeTable } from './write-table.adapter.js';

/** What tables of this trade hold, and what is worst for spreadsheets. */
const TEXT = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`'"=+-@;,\t\n 0123456789.:/eEAPM日х\uFF1D\\`.split('')), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.isWellFormed() && !/[\0\r]/.test(text)),
  fc.constantFrom(
    '0041580000',
    '08:00',
    '2026-03-04',
    '12-Oct',
    'Oct 12',
    '.380',
    '1E5',
    '=1+1',
    ';=1+1',
    '="001"',
    `'=x`,
    `''08:00`,
  ),
);
const ROW = fc.array(TEXT, { minLength: 3, maxLength: 3 }).filter((cells) => cells.some((cell) => cell.trim() !== ''));
const NAMES = ['one', 'two', 'three'];

describe('a table', () => {
  it('is, written and read again, the same rows', () => {
    fc.assert(
      fc.property(fc.array(ROW, { maxLength: 6 }), (rows) => {
        const table = readTable(writeTable([NAMES, ...rows]));
        expect(table.faults).toEqual([]);
        expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(rows);
        expect(table.rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 2));
      }),
    );
  });

  it('is read as another reader of the standard reads it, where both can', () => {
    fc.assert(
      fc.property(fc.array(ROW, { minLength: 1, maxLength: 6 }), (rows) => {
        const text = writeTable([NAMES, ...rows]);
        const other = parse(text, { bom: true }).slice(1);
        expect(readTable(text).rows.map(({ cells }) => cells)).toEqual(other.map((cells) => cells.map(cellOf)));
      }),
    );
  });

  it('holds no formula, whichever of the three signs a program takes for the separator, and whether it sees quotation marks or not', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const cell of markedCell(text).split(/[;\t\n]/)) expect(cell.trimStart()).not.toMatch(/^[=+\-@\uFF1D]/u);
      }),
    );
  });

  it('keeps its good rows beside a broken one, wherever that stands', () => {
    fc.assert(
      fc.property(fc.array(ROW, { maxLength: 4 }), fc.array(ROW, { maxLength: 4 }), (before, after) => {
        const lines = (rows: readonly string[][]): string => writeTable([NAMES, ...rows]).replace(/^.*\r\n/, '');
        const table = readTable(`${writeTable([NAMES, ...before])}a,"b"x,c\r\n${lines(after)}`);
        expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([...before, ...after]);
        expect(table.faults).toEqual([{ row: before.length + 2, code: 'TABLE_ROW_UNREADABLE' }]);
      }),
    );
  });
});
