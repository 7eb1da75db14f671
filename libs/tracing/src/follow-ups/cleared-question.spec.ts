import { describe, expect, it } from '@jest/globals';
import { Sealed } from '@tracedesk/kernel';
import { COMPLETE_QUESTION } from '../request.examples.js';
import { clearedQuestion } from './cleared-question.js';

const hit = (field: string) => ({ field, name: '1.1' });
const cleared = (...fields: readonly string[]) => clearedQuestion(COMPLETE_QUESTION, fields.map(hit));

describe('a question without what may not be told', () => {
  it('is the same where nothing was stopped', () => {
    expect(cleared()).toEqual({ question: COMPLETE_QUESTION, leftOut: [] });
    expect(Sealed.of(cleared()).reveal().leftOut).toEqual([]);
  });

  it('loses the member whole, whichever part of it tells, and no other', () => {
    const { circumstances: _, ...find } = COMPLETE_QUESTION.find!;
    expect(cleared('question.find.circumstances.value', 'question.find.circumstances.unknownBecause')).toEqual({
      question: { ...COMPLETE_QUESTION, find },
      leftOut: ['question.find.circumstances'],
    });
    const { make: __, ...firearm } = COMPLETE_QUESTION.firearm!;
    expect(cleared('question.firearm.make').question.firearm).toEqual(firearm);
  });

  it('loses a section whole where its members hang together', () => {
    const { intendedUse: _, ...rest } = COMPLETE_QUESTION;
    expect(cleared('question.intendedUse.value.details')).toEqual({ question: rest, leftOut: ['question.intendedUse'] });
    const { illicitness: __, ...others } = COMPLETE_QUESTION;
    expect(cleared('question.illicitness').question).toEqual(others);
  });
});
