import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type CaseId, type RequestId } from '@tracedesk/kernel';
import fc from 'fast-check';
import { countsAs, tallyOf, WAYS_TO_COUNT } from './tally.js';
import { endsTheTrace, OUTCOMES, type Outcome } from '../response.js';
import { conclusionDenial, type WeaponCase } from './weapon-case.js';

const REQUEST = idOf<RequestId>('0199a7a0-0000-7000-8000-000000000001');
const OTHER = idOf<RequestId>('0199a7a0-0000-7000-8000-000000000002');
const BY_TRACING = { kind: 'point_of_diversion', basis: 'tracing' } as const;
const BY_AUTHORITY = { kind: 'point_of_diversion', basis: 'authority' } as const;

describe('the tally of indicator 16.4.2', () => {
  it('has no percentage where no arm counts', () => {
    expect(tallyOf([])).toMatchObject({ arms: 0, established: 0, percent: null });
  });

  it('counts one weapon once, however many requests it took', () => {
    expect(tallyOf([aCase({ requestIds: [REQUEST, OTHER], conclusion: BY_TRACING })])).toMatchObject({ arms: 1, byTracing: 1 });
  });

  it('takes an arm whose last legal holder alone is known for not established', () => {
    const conclusion = { kind: 'last_legal_holder', basis: null } as const;
    expect(tallyOf([aCase({ requestIds: [REQUEST], conclusion })])).toMatchObject({ arms: 1, established: 0, notEstablished: 1 });
  });

  it('leaves out a seizure that was not due to a criminal offence, and no other manner', () => {
    const tally = tallyOf([
      aCase({ criminalOffence: false, conclusion: BY_AUTHORITY }),
      aCase({ manner: 'found', criminalOffence: false }),
    ]);
    expect(tally).toMatchObject({ arms: 1, established: 0, leftOut: 1 });
  });

  it('counts a craft-made arm without any request, established by authority', () => {
    const craft = aCase({ uniquelyMarked: false, conclusion: BY_AUTHORITY });
    expect(tallyOf([craft])).toMatchObject({ established: 1, byAuthority: 1, byTracing: 0, uniquelyMarked: { arms: 0 } });
  });

  it('splits by manner, and says how far tracing came for the others', () => {
    const tally = tallyOf([
      aCase({ conclusion: BY_TRACING }),
      aCase({ manner: 'found', requestIds: [REQUEST] }),
      aCase({ manner: 'surrendered' }),
    ]);
    expect(tally).toMatchObject({
      arms: 3,
      established: 1,
      percent: 33.33,
      byManner: { seized: { arms: 1, established: 1 }, found: { arms: 1, established: 0 }, surrendered: { arms: 1 } },
      pending: 1,
      notAttempted: 1,
    });
  });
});

describe('any cases', () => {
  const conclusion = fc.constantFrom(
    null,
    BY_TRACING,
    BY_AUTHORITY,
    { kind: 'last_legal_holder', basis: null } as const,
    { kind: 'not_established', basis: null } as const,
  );
  const cases = fc.array(
    fc
      .record({
        manner: fc.constantFrom('seized' as const, 'found' as const, 'surrendered' as const),
        criminalOffence: fc.boolean(),
        uniquelyMarked: fc.boolean(),
        requestIds: fc.subarray([REQUEST, OTHER]),
        conclusion,
      })
      .map(aCase),
    { maxLength: 12 },
  );

  it('count each in one way, and the ways add up to the tally', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const tally = tallyOf(given);
        const ways = WAYS_TO_COUNT.map((way) => given.filter((one) => countsAs(one) === way).length);
        const told = [tally.byTracing, tally.byAuthority, tally.pending, tally.notEstablished, tally.notAttempted, tally.leftOut];
        expect(told).toEqual(ways);
        expect(tally.established).toBe(tally.byTracing + tally.byAuthority);
        expect(tally.arms + tally.leftOut).toBe(given.length);
      }),
    );
  });
});

describe('what a case comes to', () => {
  const today = '2026-03-02';
  const diversion = { kind: 'point_of_diversion', event: 'manufacture', state: stateCode('QR') } as const;

  it('is not established by tracing where no State answered', () => {
    const byTracing = { ...diversion, basis: 'tracing' } as const;
    expect(conclusionDenial(byTracing, { answered: false, today })).toBeDeniedWith('CASE_WITHOUT_ANSWER', 'basis');
    expect(conclusionDenial({ kind: 'last_legal_holder' }, { answered: false, today })).toBeDeniedWith('CASE_WITHOUT_ANSWER');
    expect(conclusionDenial(byTracing, { answered: true, today })).toBeNull();
  });

  it('is not established by tracing where no answer leads there: a refusal, no record, the next State to ask', () => {
    const byTracing = { ...diversion, basis: 'tracing' } as const;
    const ledNowhere = { answered: true, leadsNowhere: true, today };
    expect(conclusionDenial(byTracing, ledNowhere)).toBeDeniedWith('CASE_WITHOUT_TRACE', 'basis');
    expect(conclusionDenial({ kind: 'last_legal_holder' }, ledNowhere)).toBeDeniedWith('CASE_WITHOUT_TRACE');
    expect(conclusionDenial({ ...byTracing, basis: 'authority' }, ledNowhere)).toBeNull();
    expect(conclusionDenial({ kind: 'not_established' }, ledNowhere)).toBeNull();
  });

  it.each(Object.keys(OUTCOMES) as Outcome[])(
    'with the finding %s leads there only where a record shows how the lawful way ended',
    (finding) => {
      const leads = [
        'TRACED_TO_POINT_OF_DIVERSION',
        'TRACED_TO_LAST_LEGAL_HOLDER',
        'MANUFACTURED_NO_EXPORT_RECORD',
        'GOVERNMENT_STOCK',
        'REPORTED_LOST_OR_STOLEN',
        'RECORDED_DESTROYED',
        'RECORDED_DEACTIVATED',
      ];
      expect(finding === 'NOT_TRACED' ? false : endsTheTrace({ finding })).toBe(leads.includes(finding));
      expect(finding !== 'NOT_TRACED' && endsTheTrace({ finding, confidenceBasis: ['statement'] })).toBe(false);
      expect(endsTheTrace({})).toBe(false);
    },
  );

  it('may be established by an authority without any request, but not in the future', () => {
    const byAuthority = { ...diversion, basis: 'authority' } as const;
    expect(conclusionDenial(byAuthority, { answered: false, today })).toBeNull();
    expect(conclusionDenial({ ...byAuthority, on: '2026-04' }, { answered: false, today })).toBeDeniedWith(
      'DATE_IN_FUTURE',
      'on',
    );
  });
});

function aCase(changes: Partial<WeaponCase>): WeaponCase {
  return {
    id: idOf<CaseId>('0199a7a0-0000-7000-8000-000000000003'),
    state: stateCode('QR'),
    manner: 'seized',
    criminalOffence: true,
    uniquelyMarked: true,
    ownReference: null,
    requestIds: [],
    openedAt: new Date('2026-03-02T09:00:00Z'),
    conclusion: null,
    concludedAt: null,
    mergedInto: null,
    version: 1,
    ...changes,
  };
}
