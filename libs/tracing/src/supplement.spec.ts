import { describe, expect, it } from '@jest/globals';
import { numberedItems } from './conflicts.js';
import type { ResponseItem } from './response-item.js';
import { correctionDenial, replacementsIn, standingItems } from './supplement.js';

const item = (replaces?: string): ResponseItem => ({
  kind: 'government_stock',
  details: 'Held by the army.',
  restrictions: [],
  ...(replaces !== undefined && { replaces }),
});
const given = numberedItems([
  { round: 1, items: [item(), item()] },
  { round: 2, items: [item('1.2')] },
]);

describe('a corrected item', () => {
  it.each([
    ['an item that was never given', 'ITEM_UNKNOWN', [item(), item('1.3')], 'items.1.replaces'],
    ['an item that another replaced', 'ITEM_REPLACED_BEFORE', [item('1.2')], 'items.0.replaces'],
    ['the same item twice', 'ITEM_REPLACED_BEFORE', [item('1.1'), item('1.1')], 'items.1.replaces'],
    ['itself', 'ITEM_UNKNOWN', [item('3.1')], 'items.0.replaces'],
  ])('does not correct %s', (_, code, items, field) => {
    expect(correctionDenial({ items }, given)).toMatchObject({ code, field, paragraph: '18' });
  });

  it('names the one that counts now', () => {
    expect(correctionDenial({ items: [item('1.1'), item('2.1'), item()] }, given)).toBeNull();
    expect(correctionDenial({ items: [item('1.2')] }, given)?.details).toEqual({ found: '1.2', by: '2.1' });
  });

  it('takes the place of the earlier one, and both stay', () => {
    expect([...replacementsIn(given)]).toEqual([['1.2', '2.1']]);
    expect(given.map(({ number }) => number)).toEqual(['1.1', '1.2', '2.1']);
    expect(standingItems(given).map(({ number }) => number)).toEqual(['1.1', '2.1']);
  });
});
