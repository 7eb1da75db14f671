import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { conflictsIn } from './conflicts.js';
import type { ResponseItem } from './response-item.js';

const anItem = (changed: Partial<ResponseItem>): ResponseItem => ({ kind: 'export', details: 'x', restrictions: [], ...changed });
const between = (one: Partial<ResponseItem>, other: Partial<ResponseItem>) =>
  conflictsIn([
    { number: '1.1', item: anItem(one) },
    { number: '2.1', item: anItem(other) },
  ]);

describe('two answers about one firearm', () => {
  it('contradict each other when they make it twice', () => {
    expect(between({ kind: 'manufacture', on: '2004' }, { kind: 'manufacture', on: '2006-01' })).toEqual([
      { between: ['1.1', '2.1'], about: ['date'] },
    ]);
  });

  it('do not, when one only says the day more exactly', () => {
    expect(between({ kind: 'manufacture', on: '2004' }, { kind: 'manufacture', on: '2004-03-01' })).toEqual([]);
  });

  it('do not, when they tell of two exports on its way', () => {
    const [first, second] = [stateCode('QM'), stateCode('QN')];
    expect(between({ on: '2009', fromState: first, state: second }, { on: '2014', fromState: second, state: first })).toEqual([]);
  });

  it('contradict each other when the same export went to two States or two consignees', () => {
    const party = (name: string) => [{ role: 'consignee', name, isPerson: false, restrictions: [] }] as const;
    expect(
      between(
        { on: '2009-05', state: stateCode('QN'), parties: party('Havn & Son') },
        { on: '2009-05-14', state: stateCode('QS'), parties: party('Brandt-Kessel') },
      ),
    ).toEqual([{ between: ['1.1', '2.1'], about: ['state', 'party'] }]);
    expect(between({ on: '2009', parties: party('Havn & Son') }, { on: '2009', parties: party('HAVN  SON') })).toEqual([]);
  });
});

describe('two answers about one export that name several consignees', () => {
  const consignees = (...names: readonly string[]): Partial<ResponseItem> => ({
    on: '2009',
    parties: names.map((name) => ({ role: 'consignee', name, isPerson: false, restrictions: [] })),
  });

  it('contradict each other where each names one that the other does not, whichever came first', () => {
    const about = (one: Partial<ResponseItem>, other: Partial<ResponseItem>) => [
      between(one, other).length,
      between(other, one).length,
    ];
    expect(about(consignees('Havn', 'Brandt'), consignees('Havn'))).toEqual([0, 0]);
    expect(about(consignees('Havn', 'Brandt'), consignees('Havn', 'Kessel'))).toEqual([1, 1]);
    expect(about(consignees('Havn', 'Brandt'), consignees('Kessel'))).toEqual([1, 1]);
  });
});

describe('two answers about parts', () => {
  const [upper, lower] = ['upper_receiver', 'frame_or_receiver'] as const;
  const made = (on: string, component?: ResponseItem['component']): Partial<ResponseItem> => ({
    kind: 'manufacture',
    on,
    ...(component && { component }),
  });

  it('are no contradiction where the one is about the upper and the other about the lower, or the firearm', () => {
    expect(between(made('2004', lower), made('1998', upper))).toEqual([]);
    expect(between(made('2004'), made('1998', upper))).toEqual([]);
  });

  it('contradict each other about the same part, and the frame or receiver is the firearm (ITI 10)', () => {
    const date = [{ between: ['1.1', '2.1'], about: ['date'] }];
    expect(between(made('2004', upper), made('1998', upper))).toEqual(date);
    expect(between(made('2004', lower), made('1998'))).toEqual(date);
  });
});
