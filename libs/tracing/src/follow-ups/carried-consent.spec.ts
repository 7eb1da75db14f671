import { describe, expect, it } from '@jest/globals';
import { stateCode, type RequestId } from '@tracedesk/kernel';
import { carriedConsentOf } from './carried-consent.js';
import type { GuardedInformation } from './parted-facts.js';

const CONSIGNEE: GuardedInformation = {
  requestId: 'r' as RequestId,
  name: '1.1.1',
  giver: stateCode('QM'),
  rule: 'needs_consent',
  restrictions: ['15c'],
  conditions: [{ restrictions: ['15c'] }],
  item: { kind: 'export', details: 'Exported.', restrictions: [] },
  party: { role: 'consignee', name: 'Nordhavn Trading Company', isPerson: false, restrictions: ['15c'] },
};

describe('what a giver said with its consent', () => {
  it('goes with the fact to the State it may go to, in its own words and with its last day', () => {
    const words = 'For Norvane only; not for Sardovia.';
    expect(carriedConsentOf('2099-12-31', words, [CONSIGNEE])).toEqual({ endsOn: '2099-12-31', words });
    expect(carriedConsentOf('2099-12-31', undefined, [CONSIGNEE])).toEqual({ endsOn: '2099-12-31' });
  });

  it('does not go where it tells what may not; that there is more is said', () => {
    const carried = carriedConsentOf('2099-12-31', 'Not to be shown to NORDHAVN trading-company.', [CONSIGNEE]);
    expect(carried).toEqual({ endsOn: '2099-12-31', wordsKept: true });
  });

  it('does not go where it copies free text that may not', () => {
    const details = 'It was handed to the brother of the minister at the northern gate.';
    const { party: _, ...told } = CONSIGNEE;
    const item: GuardedInformation = { ...told, name: '1.1', item: { kind: 'export', details, restrictions: ['15c'] } };
    expect(carriedConsentOf(null, 'As we wrote: handed to the brother of the minister.', [item])).toEqual({ wordsKept: true });
  });
});
