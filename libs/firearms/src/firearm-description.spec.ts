import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { differingComponents, frameFirst } from './component.js';
import { misplacedSigns, yearsOf } from './description-faults.js';
import { markingsStated } from './firearm-description.js';
import { routingMarksOf } from './routing.js';

const QP = stateCode('QP');
const QS = stateCode('QS');

describe('the description of a firearm', () => {
  it('is without markings while neither a number nor why there is none is told', () => {
    expect(markingsStated({})).toBe(false);
    expect(markingsStated({ serialNumber: { value: '  ' } })).toBe(false);
    expect(markingsStated({ markingScheme: 'symbol_and_code' })).toBe(false);
  });

  it('accepts symbols with a code in place of maker and number, as the instrument does (8(a))', () => {
    const markings = [{ kind: 'symbol', text: '△ 17K', place: 'frame_or_receiver' }] as const;
    expect(markingsStated({ markingScheme: 'symbol_and_code', markings })).toBe(true);
    expect(markingsStated({ markings })).toBe(false);
  });

  it('puts the frame or receiver first and keeps the rest in its order (10)', () => {
    const parts = frameFirst([
      { part: 'slide' },
      { part: 'barrel', make: 'one' },
      { part: 'frame_or_receiver' },
      { part: 'barrel' },
    ]);
    expect(parts.map(({ part, make }) => make ?? part)).toEqual(['frame_or_receiver', 'one', 'barrel', 'slide']);
  });

  it('keeps numbers of parts that differ, and names them; the same number written otherwise does not differ', () => {
    const slide = { part: 'slide', serialNumber: { value: 'B 200' } } as const;
    const components = [{ part: 'barrel', serialNumber: { value: 'a-104552' } } as const, slide, { part: 'cylinder' } as const];
    expect(differingComponents({ value: 'A104552' }, components)).toEqual([slide]);
    expect(differingComponents({ unknownBecause: 'obliterated' }, components)).toEqual([]);
  });

  it('names the field whose signs of legibility stand below nothing', () => {
    expect(
      misplacedSigns({
        serialNumber: { unknownBecause: 'obliterated' },
        serialNumberReading: { legibility: '==' },
        components: [{ part: 'barrel', serialNumber: { value: 'A1' }, legibility: '==' }],
        markings: [{ kind: 'proof', text: 'BV', place: 'barrel', legibility: '=' }],
      }),
    ).toEqual(['serialNumberReading.legibility', 'markings.0.legibility']);
  });

  it('knows every year that stands on the arm', () => {
    const deactivation = { kind: 'deactivation', text: 'QP 03', place: 'barrel', year: 2003 } as const;
    expect(
      yearsOf({ yearOfManufacture: 1988, importMarks: [{ state: QP }, { state: QS, year: 2009 }], markings: [deactivation] }),
    ).toEqual({
      yearOfManufacture: 1988,
      'importMarks.1.year': 2009,
      'markings.0.year': 2003,
    });
  });

  it('tells routing who deactivated it and where an importer has its address, but nothing of marks put on after the seizure', () => {
    const stamp = { kind: 'deactivation', text: 'QP 03', place: 'barrel', state: QP } as const;
    const address = { kind: 'importer', text: 'Sports Ltd', place: 'barrel', state: QS } as const;
    expect(routingMarksOf({ originClass: 'reactivated', markings: [stamp, address] })).toEqual({
      originClass: 'reactivated',
      deactivatedBy: QP,
      importerAddressIn: QS,
    });
    expect(routingMarksOf({ markings: [{ ...stamp, addedAfterSeizure: true }] })).toEqual({});
  });
});
