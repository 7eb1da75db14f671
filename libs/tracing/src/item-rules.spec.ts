import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { basisDenial, diversionDenial, hearsayDenial, itemsDenial, recordSerialDenial } from './item-rules.js';
import { FINDINGS, ITEM_KINDS, suits, usualKindOf, type Finding, type ItemKind, type ResponseItem } from './response-item.js';
import type { ResponseContent } from './response.js';
import { readOnParts } from './serial-read.js';

const anItem = (changed: Partial<ResponseItem> = {}): ResponseItem => ({
  kind: 'holder',
  finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
  details: 'Licensed in 2009.',
  restrictions: [],
  ...changed,
});
const denialOf = (content: Partial<ResponseContent>) => itemsDenial({ items: [anItem()], ...content }, '21');

describe('the items of a response', () => {
  it('need a finding among them, and each finding a record it can come from', () => {
    const { finding: _finding, ...untold } = anItem();
    expect(denialOf({ items: [] })).toMatchObject({ code: 'ITEMS_REQUIRED' });
    expect(denialOf({ items: [untold] })).toMatchObject({ code: 'ITEM_FINDING_REQUIRED', field: 'items.0.finding' });
    expect(denialOf({ items: [untold, anItem()] })).toBeNull();
    expect(denialOf({ items: [anItem({ kind: 'destruction' })] })).toMatchObject({
      code: 'FINDING_NOT_APPLICABLE',
      field: 'items.0.finding',
    });
  });

  it('name the State that a transfer leads to, for the trace goes on there (5)', () => {
    const transfer = anItem({ kind: 'export', finding: 'TRANSFERRED_TO_STATE' });
    expect(denialOf({ items: [transfer] })).toMatchObject({
      code: 'NEXT_STATE_REQUIRED',
      field: 'items.0.state',
      paragraph: '5',
    });
    expect(denialOf({ items: [{ ...transfer, state: stateCode('QN') }] })).toBeNull();
  });

  it('designate authorities only under restriction 15(a)', () => {
    const designated = anItem({ authorities: ['Public prosecutor of Rhosia'] });
    expect(denialOf({ items: [designated] })).toMatchObject({ code: 'AUTHORITIES_NOT_APPLICABLE' });
    expect(denialOf({ items: [{ ...designated, restrictions: ['15a'] }] })).toBeNull();
  });

  it('permit purposes only under restriction 15(b), and courts only with prosecution among them', () => {
    const permitted = anItem({ purposes: ['investigation'] });
    expect(denialOf({ items: [permitted] })).toMatchObject({
      code: 'PURPOSES_NOT_APPLICABLE',
      field: 'items.0.purposes',
      paragraph: '15(b)',
    });
    const restricted = { ...permitted, restrictions: ['15b'] } as const;
    expect(denialOf({ items: [restricted] })).toBeNull();
    const contradiction = { code: 'EVIDENTIAL_USE_CONTRADICTS_PURPOSES', field: 'items.0.evidentialUse' };
    expect(denialOf({ items: [{ ...restricted, evidentialUse: 'permitted' }] })).toMatchObject(contradiction);
    const prosecuted = { ...restricted, purposes: ['prosecution'] } as const;
    expect(denialOf({ items: [{ ...prosecuted, evidentialUse: 'not_permitted' }] })).toMatchObject(contradiction);
    expect(denialOf({ items: [{ ...prosecuted, evidentialUse: 'permitted' }] })).toBeNull();
    for (const item of [restricted, prosecuted])
      expect(denialOf({ items: [{ ...item, evidentialUse: 'with_permission' }] })).toBeNull();
  });

  it('describe the point of diversion where they lead to it, with its basis', () => {
    const lost = anItem({ kind: 'loss_or_theft', finding: 'TRACED_TO_POINT_OF_DIVERSION' });
    expect(denialOf({ items: [lost] })).toMatchObject({ code: 'POINT_OF_DIVERSION_REQUIRED', field: 'pointOfDiversion' });
    expect(
      denialOf({ items: [lost], pointOfDiversion: { basis: 'tracing', on: '2016', circumstances: 'Stolen from a depot.' } }),
    ).toBeNull();
  });

  it('lead to a point of diversion by tracing, or it is told by an authority alone', () => {
    const point = { basis: 'tracing', circumstances: 'Stolen from a depot.' } as const;
    const onward = anItem({ kind: 'export', finding: 'TRANSFERRED_TO_STATE', state: stateCode('QN') });
    const ofPart = anItem({ component: 'barrel' });
    for (const items of [[], [onward], [ofPart]])
      expect(diversionDenial({ items, pointOfDiversion: point })).toMatchObject({
        code: 'DIVERSION_WITHOUT_TRACE',
        field: 'pointOfDiversion.basis',
      });
    expect(diversionDenial({ items: [onward, anItem()], pointOfDiversion: point })).toBeNull();
    expect(diversionDenial({ items: [], pointOfDiversion: { ...point, basis: 'authority' } })).toBeNull();
    expect(diversionDenial({ items: [] })).toBeNull();
  });

  it('beside the finding that there is no record tell what somebody stated, marked as such, and how sure it is', () => {
    const { finding: _finding, ...told } = anItem({ kind: 'free_text', confidence: 'possible', confidenceBasis: ['statement'] });
    expect(hearsayDenial({ items: [told, told] })).toBeNull();
    const { confidence: _confidence, ...unsure } = told;
    expect(hearsayDenial({ items: [told, unsure] })).toMatchObject({ code: 'CONFIDENCE_REQUIRED', field: 'items.1.confidence' });
    const { confidenceBasis: _basis, ...baseless } = told;
    const recorded = { ...told, confidenceBasis: ['statement', 'other_marks'] } as const;
    for (const item of [baseless, recorded])
      expect(hearsayDenial({ items: [item] })).toMatchObject({ code: 'HEARSAY_REQUIRED', field: 'items.0.confidenceBasis' });
    expect(itemsDenial({ items: [{ ...told, confidence: 'probable' }] }, '18')).toMatchObject({
      code: 'CONFIDENCE_EXCEEDS_BASIS',
    });
  });

  it('permit purposes of a point of diversion under 15(b) only', () => {
    const lost = anItem({ kind: 'loss_or_theft', finding: 'TRACED_TO_POINT_OF_DIVERSION' });
    const point = { basis: 'tracing', circumstances: 'Stolen from a depot.', purposes: ['investigation'] } as const;
    expect(denialOf({ items: [lost], pointOfDiversion: point })).toMatchObject({
      code: 'PURPOSES_NOT_APPLICABLE',
      field: 'pointOfDiversion.purposes',
    });
    expect(denialOf({ items: [lost], pointOfDiversion: { ...point, restrictions: ['15b'] } })).toBeNull();
  });

  it('are of the kind usual for their finding where none is said', () => {
    const findings = (Object.keys(FINDINGS) as Finding[]).filter((finding) => FINDINGS[finding].of === 'item');
    for (const finding of findings) expect(suits(usualKindOf(finding), finding)).toBe(true);
    const kinds = Object.keys(ITEM_KINDS) as ItemKind[];
    for (const finding of findings) expect(kinds.filter((kind) => suits(kind, finding))).not.toEqual([]);
  });
});

describe('a record with another serial number than the one read', () => {
  const recorded = (serial: string, matchConfirmed = false): ResponseContent => ({
    items: [anItem({ record: { register: 'Production', serial, ...(matchConfirmed && { matchConfirmed }) } })],
  });

  it('is not told of before an officer has compared the two', () => {
    expect(recordSerialDenial(recorded('OO11B8'), '0OI1B8')).toMatchObject({
      code: 'MATCH_NOT_CONFIRMED',
      field: 'items.0.record.matchConfirmed',
      details: { match: 'folded' },
    });
    expect(recordSerialDenial(recorded('OO11B8', true), '0OI1B8')).toBeNull();
    expect(recordSerialDenial(recorded('XX9999'), '0OI1B8')).toMatchObject({ details: { match: 'none' } });
  });

  it('needs no word where both are the same, or none was read', () => {
    expect(recordSerialDenial(recorded('a 104552'), 'A104552')).toBeNull();
    expect(recordSerialDenial(recorded('A104552'), undefined)).toBeNull();
  });
});

describe('the record of a part', () => {
  const upper = anItem({ component: 'upper_receiver', record: { register: 'Uppers', serial: 'U-77' } });
  const onParts = readOnParts({
    serialNumber: { value: 'A104552' },
    components: [
      { part: 'barrel', serialNumber: { value: 'B-1' } },
      { part: 'upper_receiver', serialNumber: { value: 'U-77' } },
    ],
  });

  it('is held against the number read on that part, never against the firearm’s', () => {
    expect(recordSerialDenial({ items: [upper] }, 'A104552', onParts)).toBeNull();
    expect(recordSerialDenial({ items: [upper] }, 'A104552')).toBeNull();
    const slide = { ...upper, component: 'slide' } as const;
    expect(recordSerialDenial({ items: [slide] }, 'A104552', onParts)).toBeNull();
    const barrel = { ...upper, component: 'barrel' } as const;
    expect(recordSerialDenial({ items: [upper, barrel] }, 'A104552', onParts)).toMatchObject({
      code: 'MATCH_NOT_CONFIRMED',
      field: 'items.1.record.matchConfirmed',
    });
    const exact = { ...upper, confidenceBasis: ['serial_exact'] } as const;
    expect(basisDenial({ items: [exact] }, 'A104552', onParts)).toBeNull();
    expect(basisDenial({ items: [exact, { ...exact, component: 'slide' }] }, 'A104552', onParts)).toMatchObject({
      code: 'CONFIDENCE_BASIS_UNSUPPORTED',
      field: expect.stringMatching(/^items\.1\./),
    });
  });

  it('is of the firearm where the part is the frame, and the number was read there', () => {
    expect(onParts('frame_or_receiver')).toBe('A104552');
    expect(readOnParts({ serialNumber: { value: 'A1' }, serialNumberPlace: 'barrel' })('frame_or_receiver')).toBeUndefined();
    expect(readOnParts({ serialNumber: { value: 'A1' }, serialNumberPlace: 'barrel' })('barrel')).toBe('A1');
  });
});
