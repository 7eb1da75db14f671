import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type RequestId } from '@tracedesk/kernel';
import type { ChainAnswer } from './chain-events.js';
import { chainOf } from './chain-view.js';
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
const BOUGHT = answer('QN', '1.0', { kind: 'import', on: '2009', fromState: QM });
const RE_EXPORTED = answer('QN', '1.1', { on: '2014', state: QS });
const LOST = answer('QS', '1.1', { kind: 'loss_or_theft', on: '2016', finding: 'TRACED_TO_POINT_OF_DIVERSION' });

const way = (answers: readonly ChainAnswer[]) =>
  chainOf(answers).steps.map(({ item, from, to, corroboratedBy }) => [item.kind, from, to, corroboratedBy.length]);

describe('the chain of an arm', () => {
  it('leads from its manufacture through three States to where it was lost', () => {
    expect(way([LOST, RE_EXPORTED, MADE, SOLD])).toEqual([
      ['manufacture', QM, null, 0],
      ['export', QM, QN, 0],
      ['export', QN, QS, 0],
      ['loss_or_theft', QS, null, 0],
    ]);
    expect(chainOf([LOST, RE_EXPORTED, MADE, SOLD])).toMatchObject({ gaps: [], loops: [], conflicts: [] });
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

describe('a transfer of which two States tell', () => {
  it('is one step, with no gap and no return', () => {
    expect(way([SOLD, BOUGHT, RE_EXPORTED])).toEqual([
      ['export', QM, QN, 1],
      ['export', QN, QS, 0],
    ]);
    expect(chainOf([RE_EXPORTED, BOUGHT, SOLD])).toMatchObject({ gaps: [], loops: [], conflicts: [] });
    expect(chainOf([BOUGHT, SOLD]).steps[0]?.corroboratedBy).toEqual([BOUGHT]);
  });

  it('is one step with a contradiction where the arm arrived before it left, or much later', () => {
    for (const on of ['2008', '2012', '2010']) {
      const { steps, conflicts, loops, gaps } = chainOf([SOLD, { ...BOUGHT, item: { ...BOUGHT.item, on } }]);
      expect([steps.length, gaps, loops]).toEqual([1, [], []]);
      expect(conflicts).toEqual([{ between: [`${SOLD.requestId}/1.2`, `${BOUGHT.requestId}/1.0`], about: ['date'] }]);
    }
  });

  it.each([
    ['2009-05-03', '2009-08-30', []],
    ['2009-12', '2010-03', []],
    ['2009-05', '2009-09', ['date']],
    ['2009-05-03', '2009-05-02', ['date']],
    ['2009-05-03', '2009', []],
  ])('left on %s and may have arrived on %s without contradiction, within three months: %j', (left, arrived, about) => {
    const { steps, conflicts } = chainOf([
      { ...SOLD, item: { ...SOLD.item, on: left } },
      { ...BOUGHT, item: { ...BOUGHT.item, on: arrived } },
    ]);
    expect([steps.length, conflicts.flatMap((one) => one.about)]).toEqual([1, about]);
  });

  it('contradicts itself where the two name another consignee or another serial number', () => {
    const to = (name: string, serial: string): Partial<ResponseItem> => ({
      parties: [{ role: 'consignee', name, isPerson: false, restrictions: [] }],
      record: { register: 'Transfers', serial },
    });
    const sold = { ...SOLD, item: { ...SOLD.item, ...to('Havn & Son', 'A1') } };
    const bought = { ...BOUGHT, item: { ...BOUGHT.item, ...to('Brandt-Kessel', 'A2') } };
    expect(chainOf([bought, sold]).conflicts.map(({ about }) => about)).toEqual([['party', 'serial']]);
  });

  it('is told apart from a second one between the same States by its date', () => {
    const again = [
      answer('QM', '1.4', { on: '2012', state: QN }),
      answer('QN', '1.5', { kind: 'import', on: '2012', fromState: QM }),
    ];
    const home = answer('QN', '1.6', { on: '2011', state: QM });
    expect(way([...again, BOUGHT, home, SOLD])).toEqual([
      ['export', QM, QN, 1],
      ['export', QN, QM, 0],
      ['export', QM, QN, 1],
    ]);
  });

  it('is two where one register holds two entries of it, and one where an entry is told twice', () => {
    const entry = (number: string, reference: string, on: string) =>
      answer('QM', number, { on, state: QN, record: { register: 'Export register', reference } });
    expect(chainOf([entry('1.1', '2009/1', '2009'), entry('1.2', '2009/2', '2009')]).steps).toHaveLength(2);
    const { steps, conflicts } = chainOf([entry('1.1', '2009/1', '2009'), entry('2.1', '2009/1', '2010')]);
    expect([steps.length, conflicts.map(({ about }) => about)]).toEqual([1, [['date']]]);
  });

  it('is joined by a record that names one State only if no other transfer could be meant', () => {
    const unsaid = answer('QM', '1.3', { on: '2009' });
    expect(chainOf([unsaid, BOUGHT]).steps).toMatchObject([{ from: QM, to: QN }]);
    const other = answer('QS', '1.4', { kind: 'import', on: '2009', fromState: QM });
    expect(chainOf([unsaid, BOUGHT, other]).steps).toHaveLength(3);
    const fromNowhere = answer('QN', '1.7', { kind: 'import', on: '2009' });
    expect(chainOf([unsaid, fromNowhere]).steps).toHaveLength(2);
  });

  it('told by one State with one date and by the other with another is the one nearest in time', () => {
    const [early, late] = ['2009', '2014'].map((on, at) => answer('QM', `1.${at + 2}`, { on, state: QN }));
    const between = answer('QN', '1.0', { kind: 'import', on: '2012', fromState: QM });
    expect(way([between, late as ChainAnswer, early as ChainAnswer]).map(([, , , more]) => more)).toEqual([0, 1]);
  });

  it('takes a record that names only the year where the other State has not told of it yet', () => {
    const left = ['2009-03', '2009-08'].map((on, at) => answer('QM', `1.${at + 2}`, { on, state: QN }));
    const arrived = ['2009-03', '2009'].map((on, at) => answer('QN', `1.${at}`, { kind: 'import', on, fromState: QM }));
    expect(way([...arrived, ...left]).map(([, , , more]) => more)).toEqual([1, 1]);
  });

  it('is one where two States have it in registers of the same name under numbers of their own', () => {
    const record = (reference: string) => ({ register: 'Exports', reference });
    const seen = answer('QS', '1.8', { on: '2009', fromState: QM, state: QN, record: record('40') });
    expect(chainOf([{ ...SOLD, item: { ...SOLD.item, record: record('17') } }, seen]).steps).toHaveLength(1);
  });

  it('is no contradiction to what another State did in the same year', () => {
    const sameYear = answer('QN', '1.1', { on: '2009', state: QS });
    expect(chainOf([SOLD, sameYear])).toMatchObject({ gaps: [], loops: [], conflicts: [] });
    const numbered = { register: 'Exports', reference: '17' };
    const both = [SOLD, sameYear].map((one) => ({ ...one, item: { ...one.item, record: numbered } }));
    expect(chainOf(both).conflicts).toEqual([]);
  });
});

describe('the order of the steps', () => {
  it('is that of the dates, even where a step without a gap comes later', () => {
    const elsewhere = answer('QS', '1.1', { on: '2011', state: QN });
    expect(way([SOLD, elsewhere, RE_EXPORTED]).map(([, from]) => from)).toEqual([QM, QS, QN]);
    expect(chainOf([SOLD, elsewhere, RE_EXPORTED]).gaps).toEqual([{ before: 1, from: QN, to: QS }]);
  });

  it('is that of the States where the dates leave it open', () => {
    const within = answer('QN', '1.1', { on: '2009-02', state: QS });
    expect(way([within, SOLD]).map(([, from]) => from)).toEqual([QM, QN]);
    expect(way([within, { ...SOLD, item: { ...SOLD.item, on: '2009-03' } }]).map(([, from]) => from)).toEqual([QN, QM]);
  });

  it('puts an export without a date last where States do not say better, and where they do between the others', () => {
    const undated = answer('QM', '1.3', { state: QS });
    expect(way([undated, MADE, SOLD]).map(([, , to]) => to)).toEqual([null, QN, QS]);
    const { on: _, ...item } = SOLD.item;
    expect(way([RE_EXPORTED, { ...SOLD, item }, MADE]).map(([, from]) => from)).toEqual([QM, QM, QN]);
  });

  it('makes the arm return no more often than the dates ask for', () => {
    const entered = (giver: string, reference: string, on: string) =>
      answer(giver, `1.${reference}`, { kind: 'import', on, record: { register: 'Imports', reference } });
    const chain = chainOf([entered('QM', '1', '2009'), entered('QS', '2', '2009-05'), entered('QM', '3', '2009-08')]);
    expect([chain.steps.map(({ to }) => to), chain.loops]).toEqual([[QS, QM, QM], []]);
  });

  it('begins with the manufacture, whatever its date', () => {
    expect(way([SOLD, { ...MADE, item: { ...MADE.item, on: '2020' } }])[0]).toEqual(['manufacture', QM, null, 0]);
  });
});

describe('the way of a part', () => {
  const upper = (given: ChainAnswer): ChainAnswer => ({ ...given, item: { ...given.item, component: 'upper_receiver' } });
  const lower = (given: ChainAnswer): ChainAnswer => ({ ...given, item: { ...given.item, component: 'frame_or_receiver' } });

  it('is its own: an upper made elsewhere is no contradiction, no gap and no return of the firearm', () => {
    const otherwise = upper(answer('QS', '1.3', { kind: 'manufacture', on: '1998' }));
    const sold = upper(answer('QS', '1.4', { on: '2001', state: QN }));
    const chain = chainOf([otherwise, MADE, sold, lower(SOLD)]);
    expect(chain).toMatchObject({ gaps: [], loops: [], conflicts: [] });
    expect(chain.steps.map(({ number }) => number)).toEqual(['1.1', '1.2']);
    expect(chain.components).toMatchObject([
      { component: 'upper_receiver', steps: [{ number: '1.3' }, { number: '1.4' }], gaps: [], loops: [], conflicts: [] },
    ]);
  });

  it('has gaps, returns and contradictions of its own', () => {
    const chain = chainOf([upper(MADE), upper(answer('QN', '1.9', { kind: 'manufacture', on: '1998' })), upper(LOST)]);
    expect(chain).toMatchObject({ steps: [], gaps: [], conflicts: [] });
    expect(chain.components[0]?.gaps).toHaveLength(2);
    expect(chain.components[0]?.conflicts).toMatchObject([{ about: ['date'] }]);
  });
});
