import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type RequestId } from '@tracedesk/kernel';
import type { ToldByItem } from '../onward.js';
import { earlierFactOf } from './earlier-fact.js';
import { NOT_SHOWN, shownFactOf } from './shown-fact.js';

const [FIRST, SECOND] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'].map((id) =>
  idOf<RequestId>(id),
) as [RequestId, RequestId];
const fact = (name: string): ToldByItem => ({
  requestId: SECOND,
  name,
  giver: stateCode('QM'),
  item: { kind: 'export', details: '', restrictions: [] },
  restrictions: [],
  conditions: [],
});
const answer = (requestId: RequestId, ...withheld: readonly string[]) => ({
  requestId,
  withheld: withheld.map((number) => ({ number, rule: 'outside_purposes' as const })),
});

describe('what a reader is shown of a fact', () => {
  it('is nothing where its own answer was not shown, whatever others say', () => {
    expect(shownFactOf(fact('1.1'), [])).toEqual(NOT_SHOWN);
    expect(shownFactOf(fact('1.1'), [answer(FIRST, '1.1')])).toEqual(NOT_SHOWN);
  });

  it('is the rule that keeps its item back, and everybody the item names', () => {
    for (const name of ['1.1', '1.1.2'])
      expect(shownFactOf(fact(name), [answer(FIRST), answer(SECOND, '1.1')])).toEqual({
        fact: null,
        withheldBy: 'outside_purposes',
      });
  });

  it('is the fact where nothing of its answer that tells it is kept back', () => {
    const shown = shownFactOf(fact('1.1'), [answer(FIRST, '1.1'), answer(SECOND, '1.2', '1.1.2')]);
    expect([shown.fact?.reveal(), shown.withheldBy]).toEqual([earlierFactOf(fact('1.1')), null]);
  });
});
