import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import {
  cellsOf,
  columnOf,
  columnsThatDiffer,
  CONTACT_COLUMNS,
  fieldIn,
  inputOf,
  rowOf,
  TOLD_COLUMNS,
  valueIn,
  type ContactColumn,
  type ContactRow,
} from './contact-point-columns.js';
import type { ContactPoint } from './state.js';

/** An office of which everything is told. */
const OFFICE: ContactPoint = {
  id: '0199a7a0-0000-7000-8000-000000000001',
  state: stateCode('QM'),
  office: 'Tracing Office',
  email: 'tracing@qm.example',
  telephone: '+41 58 000',
  languages: ['en', 'fr'],
  channels: ['I-24/7', 'fax; by day'],
  workingDays: [1, 5],
  opensAt: '08:00',
  closesAt: '16:30',
  deputies: ['R. Okonjo'],
  scope: ['ITI', 'OTHER'],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  version: 3,
  confirmedAt: new Date('2026-06-01T12:00:00Z'),
};
const CELLS: ContactRow = {
  state: 'QM',
  office: 'Tracing Office',
  email: 'tracing@qm.example',
  telephone: '+41 58 000',
  languages: 'en; fr',
  channels: String.raw`I-24/7; fax\; by day`,
  working_days: '1; 5',
  opens_at: '08:00',
  closes_at: '16:30',
  deputies: 'R. Okonjo',
  scope: 'ITI; OTHER',
  valid_from: '2026-01-01',
  valid_until: '2026-12-31',
  last_confirmed: '2026-06-01T12:00:00.000Z',
  id: OFFICE.id,
};
const EMPTY = rowOf([], []);

describe('an office as a row', () => {
  it('says each thing in its column', () => {
    expect(rowOf(CONTACT_COLUMNS, cellsOf(OFFICE))).toEqual(CELLS);
  });

  it('is read by the names of the columns, whatever their order; what is not there says nothing', () => {
    expect(rowOf(['email', 'office'], ['a@b.example'])).toEqual({ ...EMPTY, email: 'a@b.example' });
    expect(Object.values(EMPTY)).toEqual(CONTACT_COLUMNS.map(() => ''));
  });

  it('tells what its DTO takes, and neither the State nor what the desk itself knows', () => {
    expect(inputOf(CELLS)).toEqual({
      office: 'Tracing Office',
      email: 'tracing@qm.example',
      telephone: '+41 58 000',
      languages: ['en', 'fr'],
      channels: ['I-24/7', 'fax; by day'],
      workingDays: ['1', '5'],
      opensAt: '08:00',
      closesAt: '16:30',
      deputies: ['R. Okonjo'],
      scope: ['ITI', 'OTHER'],
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    expect([valueIn(CELLS, 'state'), valueIn(CELLS, 'id'), valueIn(CELLS, 'last_confirmed')]).toEqual([
      'QM',
      OFFICE.id,
      '2026-06-01T12:00:00.000Z',
    ]);
  });

  it('that is empty tells nothing where something has to be said, and of the scope: all', () => {
    expect(inputOf(EMPTY)).toEqual({
      office: undefined,
      email: undefined,
      telephone: null,
      languages: [],
      channels: [],
      workingDays: [],
      opensAt: null,
      closesAt: null,
      deputies: [],
      scope: ['all'],
      validFrom: undefined,
      validUntil: null,
    });
  });

  it('gives a time that is none as it was written, so that it can be refused', () => {
    expect(valueIn({ ...EMPTY, opens_at: 'noon' }, 'opens_at')).toBe('noon');
    expect(valueIn({ ...EMPTY, opens_at: ' 8.30 ' }, 'opens_at')).toBe('08:30');
    expect(valueIn({ ...EMPTY, opens_at: '  ' }, 'opens_at')).toBeNull();
  });
});

describe('a row beside the office as it stands', () => {
  const OTHER: Partial<Record<ContactColumn, string>> = {
    office: 'Bureau',
    email: 'c@b.example',
    telephone: '',
    languages: 'fr; en',
    channels: 'I-24/7',
    working_days: '1',
    opens_at: '08:01',
    closes_at: '',
    deputies: '',
    scope: '',
    valid_from: '2026-01-02',
    valid_until: '',
  };

  it.each(TOLD_COLUMNS)('differs in the one column that says another thing: %s', (column) => {
    expect(OTHER[column]).toBeDefined();
    expect(columnsThatDiffer(OFFICE, { ...CELLS, [column]: OTHER[column] })).toEqual([column]);
  });

  it('does not differ by the way in which the same is written, nor by what the State does not tell', () => {
    const written = { opens_at: '8:00 AM', valid_from: ' 2026-01-01 ', valid_until: ' 2026-12-31', languages: 'en;fr;' };
    expect(columnsThatDiffer(OFFICE, { ...CELLS, ...written })).toEqual([]);
    expect(columnsThatDiffer(OFFICE, { ...CELLS, state: 'QN', id: '', last_confirmed: '' })).toEqual([]);
  });
});

describe('a fault', () => {
  it('stands in the column of its field, one inside a list at the list, any other at the office', () => {
    for (const column of CONTACT_COLUMNS) expect(columnOf(fieldIn(column))).toBe(column);
    expect(fieldIn('working_days')).toBe('workingDays');
    expect(columnOf('workingDays.0')).toBe('working_days');
    expect(columnOf('channels.3.name')).toBe('channels');
    expect(columnOf('nothing')).toBe('office');
  });
});
