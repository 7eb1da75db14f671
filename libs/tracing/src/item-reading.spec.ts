import { describe, expect, it } from '@jest/globals';
import { useRuleOf, type Purpose } from '@tracedesk/confidentiality/core';
import { readingOf } from './item-reading.js';
import type { ResponseItem } from './response-item.js';
import type { ResponseContent } from './response.js';

const LOSS: ResponseItem = {
  kind: 'loss_or_theft',
  finding: 'TRACED_TO_POINT_OF_DIVERSION',
  details: 'Stolen from the depot at Vessel Bay.',
  restrictions: [],
  record: { register: 'Losses', reference: 'L-9', serial: 'A104552' },
};
const END = { basis: 'tracing', circumstances: 'Stolen from the depot at Vessel Bay.' } as const;
const KEPT = { restrictions: ['15b'], purposes: ['investigation'] } as const;
const readFor = (purpose: Purpose, content: ResponseContent) =>
  readingOf(2, content, (conditions) =>
    useRuleOf(purpose, conditions, { isGiver: false, authorities: [], consentedAsEvidence: false }),
  );

describe('a response read for a purpose its giver does not permit', () => {
  it('keeps the place, the kind and the conditions of an item, and nothing of what it tells', () => {
    const { content, withheld } = readFor('statistics', { items: [LOSS, { ...LOSS, ...KEPT }] });
    expect(withheld).toEqual([{ number: '2.2', rule: 'outside_purposes' }]);
    expect(content.items).toEqual([LOSS, { kind: 'loss_or_theft', details: '', ...KEPT }]);
  });

  it('keeps back a point of diversion restricted by itself', () => {
    const { content, withheld } = readFor('statistics', { items: [LOSS], pointOfDiversion: { ...END, ...KEPT } });
    expect(withheld).toEqual([{ number: '2.d', rule: 'outside_purposes' }]);
    expect(content.pointOfDiversion).toBeUndefined();
  });

  it('keeps it back with an item that leads to it, and only with such', () => {
    const held = readFor('statistics', { items: [{ ...LOSS, ...KEPT }], pointOfDiversion: END });
    expect(held.withheld.map(({ number }) => number)).toEqual(['2.1', '2.d']);
    expect(JSON.stringify(held.content)).not.toContain('Vessel Bay');
    const aside: ResponseItem = { kind: 'holder', details: 'Licensed.', ...KEPT };
    expect(readFor('statistics', { items: [LOSS, aside], pointOfDiversion: END }).content.pointOfDiversion).toEqual(END);
  });

  it('is whole for a purpose permitted', () => {
    const whole: ResponseContent = { items: [{ ...LOSS, ...KEPT }], pointOfDiversion: { ...END, ...KEPT } };
    const rules = ['2.1', '2.d'].map((number) => ({ number, rule: 'consistent_purpose' }));
    expect(readFor('investigation', whole)).toEqual({ content: whole, rules, withheld: [] });
    expect(readFor('assigned_task', whole)).toMatchObject({ content: whole, withheld: [] });
  });
});
