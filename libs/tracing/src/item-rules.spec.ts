import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { itemsDenial, recordSerialDenial } from './item-rules.js';
import { FINDINGS, ITEM_KINDS, suits, usualKindOf, type Finding, type ItemKind, type ResponseItem } from './response-item.js';
import type { ResponseContent } from './response.js';

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
