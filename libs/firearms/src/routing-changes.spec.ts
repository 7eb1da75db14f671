import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { MADE_WITHOUT_RECORD, ORIGIN_CLASSES } from './origin-class.js';
import { routingChanges, type RoutingChange } from './routing-changes.js';
import { adviseRouting, type RoutingFacts, type RoutingMarks } from './routing.js';

const QM = stateCode('QM');
const QN = stateCode('QN');
const QP = stateCode('QP');
const QR = stateCode('QR');
const QS = stateCode('QS');
const QT = stateCode('QT');
const QZ = stateCode('QZ');
const facts: RoutingFacts = { ownState: QR, successors: { [QZ]: [QM, QP] } };
const changes = (marks: RoutingMarks): readonly RoutingChange[] => routingChanges(marks, facts);
const told = (marks: RoutingMarks): readonly (readonly unknown[])[] =>
  changes(marks).map(({ mark, supposed, then, changes: other }) => [
    mark,
    supposed,
    then.kind === 'state' ? then.route.state : then.kind,
    other,
  ]);

describe('what would change the advice', () => {
  it('is no foreign mark where the arm was made without a record', () => {
    expect(told({ originClass: 'craft', countryOfManufacture: QM })).toEqual([
      ['origin_class', 'not_there', QM, true],
      ['manufacture', 'not_there', 'nobody', false],
      ['import', 'read', 'nobody', false],
    ]);
  });

  it('is the import mark that the advice rests on: without it, the maker’s State', () => {
    expect(told({ countryOfManufacture: QM, importMarks: [{ state: QN, year: 2009 }] })).toEqual([
      ['import', 'not_there', QM, true],
      ['manufacture', 'not_there', QN, false],
      ['origin_class', 'read', 'nobody', true],
      ['import', 'read', 'named_state', true],
    ]);
  });

  it('is any mark that names a State, where none was read', () => {
    expect(told({ importerAddressIn: QS })).toEqual([
      ['importer_address', 'not_there', 'nobody', false],
      ['origin_class', 'read', 'nobody', false],
      ['import', 'read', 'named_state', true],
      ['manufacture', 'read', 'named_state', true],
    ]);
  });

  it('is the deactivation stamp that the advice rests on, by the State it names: without it, the maker’s State', () => {
    const reactivated = { originClass: 'reactivated', deactivatedBy: QP, countryOfManufacture: QM } as const;
    expect(told(reactivated)).toEqual([
      ['origin_class', 'not_there', QM, true],
      ['deactivation', 'not_there', QM, true],
      ['manufacture', 'not_there', QP, false],
      ['origin_class', 'read', 'nobody', true],
      ['import', 'read', QP, false],
    ]);
    expect(changes(reactivated).find(({ mark }) => mark === 'deactivation')?.names).toBe(QP);
  });

  it('is the deactivation stamp of a reactivated arm that bears none', () => {
    const reactivated = changes({ originClass: 'reactivated', countryOfManufacture: QM });
    expect(reactivated).toContainEqual({
      mark: 'deactivation',
      supposed: 'read',
      then: { kind: 'named_state' },
      changes: true,
    });
  });
});

describe('of any marks', () => {
  const state = fc.constantFrom(QM, QN, QP, QR, QS, QZ);
  const marks = fc.record(
    {
      originClass: fc.constantFrom(...ORIGIN_CLASSES),
      countryOfManufacture: state,
      importMarks: fc.array(fc.record({ state, year: fc.integer({ min: 1950, max: 2026 }) }, { requiredKeys: ['state'] }), {
        maxLength: 4,
      }),
      deactivatedBy: state,
      importerAddressIn: state,
    },
    { requiredKeys: [] },
  );

  it('each is taken away once, and what is said then is what the advice says without it', () => {
    fc.assert(
      fc.property(marks, (each) => {
        const gone = changes(each).filter(({ supposed }) => supposed === 'not_there');
        expect(gone.filter(({ mark }) => mark === 'import')).toHaveLength(each.importMarks?.length ?? 0);
        const { countryOfManufacture, ...without } = each;
        const maker = gone.find(({ mark }) => mark === 'manufacture');
        expect(maker?.names).toBe(countryOfManufacture);
        const then = adviseRouting(without, facts).proposal;
        if (maker) expect(maker.then).toEqual(then ? { kind: 'state', route: then } : { kind: 'nobody' });
      }),
    );
  });

  it('one more that is read leads where it says, whichever State it names', () => {
    fc.assert(
      fc.property(marks, (each) => {
        for (const { mark, supposed, then } of changes(each)) {
          if (supposed !== 'read' || mark === 'origin_class') continue;
          const { importMarks = [] } = each;
          const more = {
            import: { importMarks: [...importMarks, { state: QT, year: 2027 }] },
            manufacture: { countryOfManufacture: QT },
            deactivation: { deactivatedBy: QT },
            importer_address: {},
          }[mark];
          const asked = adviseRouting({ ...each, ...more }, facts).proposal;
          expect(then.kind === 'named_state' ? QT : then.kind === 'state' ? then.route.state : null).toBe(asked?.state ?? null);
        }
      }),
    );
  });

  it('those that change it and those that do not are told apart', () => {
    fc.assert(
      fc.property(marks, (each) => {
        const now = adviseRouting(each, facts).proposal?.state ?? null;
        for (const { then, changes: other } of changes(each)) {
          const asked = then.kind === 'state' ? then.route.state : then.kind === 'nobody' ? null : 'another';
          expect(other).toBe(asked !== now);
        }
      }),
    );
  });

  it('no mark leads abroad while the arm is taken for made without a record', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom(...MADE_WITHOUT_RECORD), (each, originClass) => {
        const others = changes({ ...each, originClass }).filter(({ mark }) => mark !== 'origin_class');
        expect(others.every(({ then, changes: other }) => then.kind === 'nobody' && !other)).toBe(true);
      }),
    );
  });
});
