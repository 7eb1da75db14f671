import { describe, expect, it } from '@jest/globals';
import { idOf, Sealed, stateCode, type RequestId } from '@tracedesk/kernel';
import { onwardFacts, withheldOf, wordsOf } from './onward.js';
import { restrictedHits } from './restricted-words.js';
import type { ResponseContent } from './response.js';
import type { ResponseItem } from './response-item.js';
import { factsToldIn, proseToldIn } from './told-in-answers.js';

const item = (told: Partial<ResponseItem>): ResponseItem => ({
  kind: 'export',
  details: 'Exported.',
  restrictions: ['15c'],
  ...told,
});
const guardedBy = (content: ResponseContent) => {
  const requestId = idOf<RequestId>('00000000-0000-4000-8000-00000000000a');
  const answer = { requestId, giver: stateCode('QM'), responses: [{ round: 1, content: Sealed.of(content) }] };
  const facts = onwardFacts(factsToldIn(answer), stateCode('QS'), () => false).withheld;
  const prose = withheldOf(proseToldIn(answer), stateCode('QS'), () => false);
  return [...facts, ...prose].map((fact) => ({ name: fact.name, ...wordsOf(fact) }));
};
const stoppedBy = (content: ResponseContent, text: string) =>
  restrictedHits([{ field: 'ownReference', text }], guardedBy(content)).map(({ name }) => name);

const LONG = 'The consignment was handed to the brother of the minister at the northern gate, see K-2009/4471.';
const SHORT = 'Handed to Colonel Vey';
const items = [item({})];

describe('free text that its giver keeps back', () => {
  it.each([
    ['details of an item', { items: [item({ details: LONG })] }, '1.1'],
    ['the register of an item', { items: [item({ record: { register: LONG } })] }, '1.1'],
    [
      'the circumstances of a point of diversion',
      { items: [], pointOfDiversion: { basis: 'authority', circumstances: LONG, restrictions: ['15c'] } },
      '1.d',
    ],
    ['reasons under restrictions of their own', { items: [], reasons: LONG, reasonsRestrictions: ['15c'] }, '1.r'],
    ['remarks beside an item that is kept back', { items, remarks: LONG }, '1.1'],
  ] as [string, ResponseContent, string][])('is stopped where it is copied: %s', (_, content, name) => {
    expect(stoppedBy(content, LONG)).toEqual([name]);
    expect(stoppedBy(content, 'We hear it was HANDED, to the brother of the minister; and ask.')).toEqual([name]);
    expect(stoppedBy(content, 'Our case is k 2009 4471.')).toEqual([name]);
    expect(stoppedBy(content, 'It was found at the gate of a depot in 2009, with the consent of the minister.')).toEqual([]);
  });

  it('is known as a whole where it is short', () => {
    expect(stoppedBy({ items: [item({ details: SHORT })] }, 'It was handed to colonel Vey in May.')).toEqual(['1.1']);
    expect(stoppedBy({ items: [item({ details: SHORT })] }, 'It was handed to a colonel.')).toEqual([]);
  });

  it('is known in a script that divides no words', () => {
    const content = { items: [item({ details: '该批货物在北门交给了部长的兄弟，随后运往港口。' })] };
    expect(stoppedBy(content, '据悉货物在北门交给了部长的兄弟。')).toEqual(['1.1']);
    expect(stoppedBy(content, '该批货物已运往另一国家。')).toEqual([]);
  });

  it.each([
    'Exported.',
    'It was sold.',
    'In May 2009, of calibre 9x19 mm.',
    'It was one of 5.56x45mm, made in 2009-05-14.',
    'It is not in any of our records.',
  ])('stops no ordinary words: %s', (details) => {
    const kept = guardedBy({ items: [item({ details })] });
    const apart = 'It was exported, and then it was sold in 2009-05; of calibre 5.56x45mm, it is in any of our lists.';
    expect(kept.flatMap(({ values }) => values)).toEqual([]);
    expect(restrictedHits([{ field: 'x', text: apart }], kept)).toEqual([]);
  });

  it('is free where it is not kept back', () => {
    expect(stoppedBy({ items: [item({ restrictions: [], details: LONG })], reasons: LONG, remarks: LONG }, LONG)).toEqual([]);
  });

  it('is looked for in time that grows with its length alone', () => {
    const words = (from: number) => Array.from({ length: 2000 }, (_, index) => `word${from + index}`).join(' ');
    const content = { items: [item({ details: words(0) })] };
    expect(guardedBy(content)[0]!.runs.length).toBeLessThanOrEqual(2000);
    expect(stoppedBy(content, words(5000))).toEqual([]);
  });
});

describe('an item that was corrected since', () => {
  const requestId = idOf<RequestId>('00000000-0000-4000-8000-00000000000a');
  const before = item({ restrictions: [], details: LONG });
  const after = item({ restrictions: ['15c'], details: LONG, replaces: '1.1' });
  const responses = [before, after].map((one, at) => ({ round: at + 1, content: Sealed.of({ items: [one] }) }));
  const facts = factsToldIn({ requestId, giver: stateCode('QM'), responses });

  it('goes nowhere any more, and frees nothing of what its correction keeps back', () => {
    const { permitted, withheld } = onwardFacts(facts, stateCode('QS'), () => false);
    expect(permitted).toEqual([]);
    expect(withheld.map(({ name }) => name)).toEqual(['2.1']);
  });
});
