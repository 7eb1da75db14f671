import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type RequestId } from '@tracedesk/kernel';
import fc from 'fast-check';
import { chainOf, type ChainAnswer } from './chain-view.js';
import type { ResponseItem } from './response-item.js';

const [QM, QN, QS] = ['QM', 'QN', 'QS'].map(stateCode) as [
  ReturnType<typeof stateCode>,
  ReturnType<typeof stateCode>,
  ReturnType<typeof stateCode>,
];

function answer(giver: string, number: string, item: Partial<ResponseItem>): ChainAnswer {
  const requestId = idOf<RequestId>(`00000000-0000-4000-8000-0000000000${giver === 'QM' ? '0a' : giver === 'QN' ? '0b' : '0c'}`);
  return { requestId, giver: stateCode(giver), number, item: { kind: 'export', details: 'x', restrictions: [], ...item } };
}

const MADE = answer('QM', '1.1', { kind: 'manufacture', on: '2004' });
const SOLD = answer('QM', '1.2', { on: '2009', state: QN });
const RE_EXPORTED = answer('QN', '1.1', { on: '2014', state: QS });
const LOST = answer('QS', '1.1', { kind: 'loss_or_theft', on: '2016', finding: 'TRACED_TO_POINT_OF_DIVERSION' });

describe('the chain of an arm', () => {
  it('leads from its manufacture through three States to where it was lost', () => {
    const chain = chainOf([LOST, RE_EXPORTED, MADE, SOLD]);
    expect(chain.steps.map(({ item, from, to }) => [item.kind, from, to])).toEqual([
      ['manufacture', QM, null],
      ['export', QM, QN],
      ['export', QN, QS],
      ['loss_or_theft', QS, null],
    ]);
    expect(chain).toMatchObject({ gaps: [], loops: [], conflicts: [] });
  });

  it('has a gap where nobody told of the way in between', () => {
    expect(chainOf([MADE, SOLD, LOST]).gaps).toEqual([{ before: 2, from: QN, to: QS }]);
  });

  it('shows that an arm came back to a State where it had been', () => {
    const back = answer('QN', '1.2', { on: '2015', state: QM });
    expect(chainOf([MADE, SOLD, back]).loops).toEqual([{ at: 2, state: QM }]);
  });

  it('shows two answers that contradict each other, and keeps both', () => {
    const otherwise = answer('QN', '1.1', { kind: 'manufacture', on: '1998' });
    const { steps, conflicts } = chainOf([MADE, otherwise]);
    expect(steps).toHaveLength(2);
    expect(conflicts).toMatchObject([{ about: ['date'] }]);
  });
});

describe('any answers', () => {
  const item = fc.record({
    giver: fc.constantFrom('QM', 'QN', 'QS'),
    kind: fc.constantFrom<ResponseItem['kind']>('export', 'import', 'holder', 'manufacture'),
    state: fc.option(fc.constantFrom(QM, QN, QS), { nil: undefined }),
    on: fc.constantFrom(undefined, '2001', '2005', '2009-05'),
  });
  const answers = fc
    .array(item, { maxLength: 7 })
    .map((items) =>
      items.map(({ giver, kind, state, on }, index) =>
        answer(giver, `1.${index + 1}`, { kind, ...(state && { state }), ...(on && { on }) }),
      ),
    );

  it('are all in the chain, once each, and none is lost to a loop', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const numbers = (list: readonly ChainAnswer[]) => list.map(({ number }) => number).sort();
        expect(numbers(chainOf(given).steps)).toEqual(numbers(given));
      }),
    );
  });

  it('go on where the step before ended, or a gap says that they do not', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { steps, gaps } = chainOf(given);
        let at: string | null = null;
        for (const [index, step] of steps.entries()) {
          const broken = at !== null && step.from !== null && step.from !== at;
          expect(gaps.some(({ before }) => before === index)).toBe(broken);
          at = step.to ?? step.from ?? at;
        }
      }),
    );
  });
});
