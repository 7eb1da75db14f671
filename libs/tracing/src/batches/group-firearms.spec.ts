import { describe, expect, it } from '@jest/globals';
import type { FirearmDescription, ImportMark } from '@tracedesk/firearms/core';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { groupFirearms, groupKeyOf } from './group-firearms.js';

const QN = stateCode('QN');
const QS = stateCode('QS');

describe('grouping the firearms of a batch', () => {
  it('keeps apart what was imported elsewhere, in another year, or where no mark was read', () => {
    const rifle = { make: 'VAW', model: 'R5' };
    const firearms: FirearmDescription[] = [
      { ...rifle, importMarks: [{ state: QN, year: 2009 }] },
      { ...rifle, importMarks: [{ state: QS, year: 2009 }] },
      { ...rifle, importMarks: [{ state: QN, year: 2011 }] },
      { ...rifle, importMarks: [{ state: QN }] },
      rifle,
    ];
    expect(sizes(firearms)).toEqual([1, 1, 1, 1, 1]);
  });

  it('keeps an unknown model apart from every known one, and last', () => {
    const groups = groupFirearms<FirearmDescription>(
      [{ make: 'VAW' }, { make: 'VAW', model: 'R5' }, {}, { model: 'R5' }],
      (one) => one,
    );
    expect(groups.map(({ key: { make, model } }) => [make, model])).toEqual([
      ['VAW', 'R5'],
      ['VAW', null],
      [null, 'R5'],
      [null, null],
    ]);
  });

  it('puts together what is written differently, by its most recent import mark', () => {
    const marks: ImportMark[] = [
      { state: QS, year: 2014 },
      { state: QN, year: 2009 },
    ];
    const firearms: FirearmDescription[] = [
      { make: 'V.A.W.', model: 'r-5', importMarks: marks },
      { make: 'VAW', model: 'VAW R5', importMarks: [...marks].reverse() },
    ];
    expect(sizes(firearms)).toEqual([2]);
  });
});

describe('groups of any batch', () => {
  const mark = fc.record({ state: fc.constantFrom(QN, QS), year: fc.option(fc.constantFrom(2009, 2014), { nil: undefined }) });
  const firearm = fc.record(
    {
      make: fc.constantFrom('VAW', 'V.A.W.', 'vaw', 'NordVapen', '-'),
      model: fc.constantFrom('R5', 'r 5', 'VAW R5', 'R6', '5'),
      importMarks: fc.array(mark, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<FirearmDescription>;
  const batch = fc
    .array(firearm, { maxLength: 40 })
    .map((firearms) => firearms.map((description, place) => ({ place, description })));
  const grouped = (rows: readonly Row[]) => groupFirearms(rows, ({ description }) => description);

  it('hold every firearm exactly once, and in each group are in the order of the table', () => {
    fc.assert(
      fc.property(batch, (rows) => {
        const places = grouped(rows).map(({ members }) => members.map(({ place }) => place));
        expect(places.flat().sort(byNumber)).toEqual(rows.map(({ place }) => place));
        for (const group of places) expect(group).toEqual([...group].sort(byNumber));
      }),
    );
  });

  it('hold two firearms together if and only if their keys are the same', () => {
    fc.assert(
      fc.property(batch, (rows) => {
        const groupOf = new Map(grouped(rows).flatMap(({ members }, number) => members.map(({ place }) => [place, number])));
        for (const one of rows)
          for (const other of rows) {
            const same = JSON.stringify(groupKeyOf(one.description)) === JSON.stringify(groupKeyOf(other.description));
            expect(groupOf.get(one.place) === groupOf.get(other.place)).toBe(same);
          }
      }),
    );
  });

  it('are the same, in the same order, whatever the order of the table', () => {
    const shuffled = batch.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(fc.property(shuffled, ([rows, others]) => expect(contents(grouped(others))).toEqual(contents(grouped(rows)))));
  });
});

interface Row {
  readonly place: number;
  readonly description: FirearmDescription;
}

function contents(groups: ReturnType<typeof groupFirearms<Row>>): unknown {
  return groups.map(({ key, members }) => ({ key, places: members.map(({ place }) => place).sort(byNumber) }));
}

function sizes(firearms: readonly FirearmDescription[]): readonly number[] {
  return groupFirearms(firearms, (one) => one).map(({ members }) => members.length);
}

function byNumber(one: number, other: number): number {
  return one - other;
}
