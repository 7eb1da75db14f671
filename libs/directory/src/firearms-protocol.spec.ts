import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { countriesOnMarks } from '@tracedesk/language/core';
import { PROTOCOL_NOT_KNOWN, protocolStatusOf } from './firearms-protocol.js';

const STATES = countriesOnMarks(false);
const of = (code: string) => protocolStatusOf(stateCode(code), null);

describe('what the desk says of a State and the Firearms Protocol', () => {
  it.each(['AU', 'DE', 'US', 'QM', 'SUHH'])(
    'is that it is not known, of %s: the source names no deposit, and one may have followed',
    (code) => {
      expect(of(code)).toEqual(PROTOCOL_NOT_KNOWN);
    },
  );

  it('never says of a State that it is no party because a list is silent', () => {
    for (const code of STATES) expect(of(code).standing).not.toBe('not_party');
  });

  it('names the deposit, the source and the day of which it speaks, and no deposit is later', () => {
    const parties = STATES.map((code) => of(code)).filter(({ standing }) => standing === 'party');
    expect(parties).toHaveLength(99);
    for (const { depositedOn, source, asOf } of parties) {
      expect(source).toContain('United Nations Treaty Collection');
      expect(depositedOn! >= '2001-07-02' && depositedOn! <= asOf!).toBe(true);
    }
    expect(of('CH')).toMatchObject({ depositedOn: '2012-11-29', asOf: '2013-06-06' });
  });

  it('is what was recorded here, whatever the list says', () => {
    const recorded = { standing: 'not_party', depositedOn: null, source: 'The depositary', asOf: '2026-11-29' } as const;
    expect(protocolStatusOf(stateCode('CH'), recorded)).toEqual(recorded);
  });
});
