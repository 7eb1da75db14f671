import { describe, expect, it } from '@jest/globals';
import {
  LONGEST_NAME,
  nameOfCandidates,
  nameOfDiversion,
  nameOfItem,
  nameOfParty,
  namesCover,
  QUESTION_NAME,
} from './information-name.js';
import { coversAll } from './disclosure.js';

describe('the name of information', () => {
  it('says of which response it is, and where it stands there', () => {
    const names = [nameOfItem(2, 1), nameOfParty(2, 1, 3), nameOfDiversion(2), nameOfCandidates(2), QUESTION_NAME];
    expect(names).toEqual(['2.1', '2.1.3', '2.d', '2.c', 'question']);
    expect(nameOfParty(9999, 999, 99).length).toBeLessThanOrEqual(LONGEST_NAME);
  });

  it('of an item takes in everybody the item names, and no other item', () => {
    expect([namesCover(['2.1'], '2.1'), namesCover(['1.1', '2.1'], '2.1.3')]).toEqual([true, true]);
    for (const name of ['2', '2.10', '2.2', '2.d', '12.1', 'question'])
      expect([name, namesCover(['2.1'], name)]).toEqual([name, false]);
    expect(namesCover([], '2.1')).toBe(false);
  });
});

describe('a sitting', () => {
  it('is over once there is something that was not there when it was opened', () => {
    expect(coversAll({ covers: ['question'] }, ['question', 'response.1'])).toBe(false);
    expect(coversAll({ covers: ['draft'] }, ['question'])).toBe(false);
    expect(coversAll({ covers: ['question', 'response.1'] }, ['response.1'])).toBe(true);
    expect(coversAll({ covers: [] }, [])).toBe(true);
  });
});
