import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateCode } from '@tracedesk/kernel';
import { ORIGIN_CLASSES } from './origin-class.js';
import { adviseRouting, type RoutingFacts, type RoutingMarks } from './routing.js';

const QM = stateCode('QM');
const QN = stateCode('QN');
const QP = stateCode('QP');
const QR = stateCode('QR');
const QS = stateCode('QS');
const QZ = stateCode('QZ');
const facts: RoutingFacts = { ownState: QR, successors: { [QZ]: [QM, QP] } };
const advise = (marks: RoutingMarks) => adviseRouting(marks, facts);

describe('routing advice', () => {
  it.each(['craft', 'privately_made', 'printed_whole'] as const)(
    'proposes no foreign request for an arm that is %s (T29)',
    (originClass) => {
      expect(advise({ originClass, countryOfManufacture: QM })).toMatchObject({
        proposal: null,
        alternatives: [],
        notes: ['ILLICIT_AT_MANUFACTURE'],
      });
    },
  );

  it('does not take an importer’s address for a country of origin (T26)', () => {
    expect(advise({ importerAddressIn: QS })).toMatchObject({
      proposal: null,
      notes: ['IMPORTER_ADDRESS_IS_NOT_ORIGIN', 'NO_MARK_NAMES_A_STATE'],
    });
  });

  it('does not propose to ask oneself', () => {
    expect(advise({ importMarks: [{ state: QR, year: 2010 }], countryOfManufacture: QM })).toMatchObject({
      proposal: { state: QM, rule: 'STATE_OF_MANUFACTURE' },
      notes: ['POINTS_TO_OWN_STATE'],
    });
  });

  it('proposes the State of manufacture when there is no import mark (T01)', () => {
    expect(advise({ countryOfManufacture: QM }).proposal).toEqual({ state: QM, rule: 'STATE_OF_MANUFACTURE' });
  });

  it('proposes the State of the import mark first and the maker’s as alternative (T02)', () => {
    expect(advise({ countryOfManufacture: QM, importMarks: [{ state: QN, year: 2009 }] })).toMatchObject({
      proposal: { state: QN, rule: 'MOST_RECENT_IMPORT', year: 2009 },
      alternatives: [{ state: QM, rule: 'STATE_OF_MANUFACTURE' }],
    });
  });

  it('takes the latest of several import marks, whatever their order on the arm', () => {
    const marks = [
      { state: QS, year: 2014 },
      { state: QN, year: 2009 },
    ];
    expect(advise({ importMarks: marks }).proposal?.state).toBe(QS);
    expect(advise({ importMarks: [...marks].reverse() }).proposal?.state).toBe(QS);
  });

  it('says when a missing year makes the order of imports uncertain', () => {
    const advice = advise({ importMarks: [{ state: QN, year: 2009 }, { state: QS }] });
    expect([advice.proposal?.state, advice.notes]).toEqual([QS, ['IMPORT_YEAR_MISSING']]);
  });

  it('turns to the successors of a dissolved State, each of them', () => {
    expect(advise({ countryOfManufacture: QZ })).toMatchObject({
      proposal: { state: QM, successorOf: QZ },
      alternatives: [{ state: QP, successorOf: QZ }],
      notes: ['SEVERAL_SUCCESSORS'],
    });
  });

  it.each(['reactivated', 'deactivated'] as const)(
    'asks for the deactivation record of a %s arm (T32), and of no other',
    (originClass) => {
      const marks = { deactivatedBy: QP, countryOfManufacture: QM } as const;
      expect(advise({ ...marks, originClass }).proposal).toEqual({ state: QP, rule: 'STATE_OF_DEACTIVATION' });
      expect(advise(marks).proposal).toEqual({ state: QM, rule: 'STATE_OF_MANUFACTURE' });
    },
  );

  it('asks the maker’s State of a converted arm and says that the conversion is the point of diversion (T31)', () => {
    expect(advise({ originClass: 'converted', countryOfManufacture: QS })).toMatchObject({
      proposal: { state: QS },
      notes: ['CONVERSION_IS_POINT_OF_DIVERSION'],
    });
  });

  it('never names a State twice, a dissolved one, or one’s own', () => {
    const state = fc.constantFrom(QM, QN, QP, QR, QS, QZ);
    const marks = fc.record(
      {
        originClass: fc.constantFrom(...ORIGIN_CLASSES),
        countryOfManufacture: state,
        importMarks: fc.array(fc.record({ state, year: fc.integer({ min: 1950, max: 2026 }) }, { requiredKeys: ['state'] }), {
          maxLength: 5,
        }),
        deactivatedBy: state,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(marks, (each) => {
        const { proposal, alternatives } = advise(each);
        const states = [...(proposal ? [proposal] : []), ...alternatives].map((route) => route.state);
        expect(new Set(states).size).toBe(states.length);
        expect(states).not.toContain(QR);
        expect(states).not.toContain(QZ);
        expect(proposal === null && alternatives.length > 0).toBe(false);
      }),
    );
  });
});
