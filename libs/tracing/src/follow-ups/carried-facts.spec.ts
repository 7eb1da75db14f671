import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import type { GivenConditions } from '../response-item.js';
import { withheldCarried, type FreedWords } from './carried-facts.js';

const [QM, QN, QR, QS] = ['QM', 'QN', 'QR', 'QS'].map((code) => stateCode(code));
const party = { role: 'consignee' as const, name: 'Nordhavn Trading Company', address: 'Quay 4, Nordhavn' };
const carried = (conditions: readonly GivenConditions[]) => [
  { earlier: [{ giver: QM!, kind: 'export' as const, party, conditions }] },
];
const kept = (conditions: readonly GivenConditions[], { own = QN!, to = QS!, freed = new Map() as FreedWords } = {}) =>
  withheldCarried(carried(conditions), { own, to, freed });

describe('what a question carried to a State', () => {
  it.each([
    ['15(c)', [{ restrictions: ['15c'] }], 'needs_consent'],
    ['15(c) on the party alone', [{ restrictions: [] }, { restrictions: ['15c'] }], 'needs_consent'],
    ['15(a)', [{ restrictions: ['15a'] }], 'designated_only'],
    ['15(b), for purposes that take no tracing in', [{ restrictions: ['15b'], purposes: ['statistics'] }], 'outside_purposes'],
  ] as [string, GivenConditions[], string][])(
    'is kept back from the next State where its giver said %s',
    (_, conditions, rule) => {
      expect(kept(conditions)).toEqual([{ name: 'earlier.1', rule, values: [party.name, party.address] }]);
    },
  );

  it('goes back to its giver, and binds no giver itself', () => {
    expect(kept([{ restrictions: ['15c'] }], { to: QM! })).toEqual([]);
    expect(kept([{ restrictions: ['15c'] }], { own: QM!, to: QR! })).toEqual([]);
  });

  it('is free as far as its giver told the State itself, and lets it go on', () => {
    const freed = (giver = QM!): FreedWords => new Map([[giver, new Set([party.name])]]);
    expect(kept([{ restrictions: ['15c'] }], { freed: freed() })).toMatchObject([{ values: [party.address] }]);
    expect(kept([{ restrictions: ['15c'] }], { freed: freed(QR) })).toMatchObject([{ values: [party.name, party.address] }]);
  });

  it('is free where its giver attached nothing, or purposes that take tracing in', () => {
    expect(kept([{ restrictions: [] }])).toEqual([]);
    expect(kept([{ restrictions: ['15b'], purposes: ['investigation'] }])).toEqual([]);
    expect(
      withheldCarried([{ earlier: [{ giver: QM!, kind: 'export', party }] }], { own: QN!, to: QS!, freed: new Map() }),
    ).toEqual([]);
  });
});
