import { describe, expect, it } from '@jest/globals';
import { traceabilityCheck } from '@tracedesk/firearms/core';
import { Sealed, idOf, type PersonId, type RequestId } from '@tracedesk/kernel';
import { keptCheck, overridePart, overridesIn, type CheckAsRead, type GivenOverride } from './kept-check.js';

const ID = idOf<RequestId>('0199a7a0-0000-7000-8000-000000000001');
const READER = { personId: idOf<PersonId>('0199a7a0-0000-7000-8000-00000000000a'), role: 'contact_point' } as const;
const OFFICER = { personId: idOf<PersonId>('0199a7a0-0000-7000-8000-00000000000b'), role: 'tracing_officer' } as const;
const OVERRIDE: GivenOverride = {
  because: 'The frame is missing.',
  seen: 'slide_or_bolt',
  by: OFFICER,
  at: '2026-03-02T09:00:00.000Z',
};
const READ: CheckAsRead = {
  version: 3,
  by: READER,
  at: '2026-03-02T10:00:00.000Z',
  findings: traceabilityCheck(
    {
      serialNumber: { value: 'A104552' },
      serialNumberPlace: 'slide_or_bolt',
      calibre: { unknownBecause: 'Worn off.' },
      make: 'VAW',
    },
    { thisYear: 2026 },
  ).map((finding) => ({
    ...finding,
    answered:
      finding.rule === 'SERIAL_NUMBER_NOT_FROM_FRAME' ? 'override' : finding.rule === 'CALIBRE_UNKNOWN' ? 'description' : null,
  })),
};
const find = (rule: string, disclosed: boolean, override: GivenOverride = OVERRIDE) =>
  keptCheck(ID, READ, { SERIAL_NUMBER_NOT_FROM_FRAME: override, CALIBRE_UNKNOWN: override }, disclosed).findings.find(
    (one) => one.rule === rule,
  );

describe('the check that is kept', () => {
  it('says no word of a reason where nothing is disclosed, and still by whom and when', () => {
    const check = keptCheck(ID, READ, { SERIAL_NUMBER_NOT_FROM_FRAME: OVERRIDE }, false);
    expect(check.findings.every(({ because }) => because === null)).toBe(true);
    expect(find('SERIAL_NUMBER_NOT_FROM_FRAME', false)).toMatchObject({
      answered: 'override',
      overriddenBy: OFFICER,
      overriddenAt: new Date('2026-03-02T09:00:00.000Z'),
    });
  });

  it('gives no reason for a finding that was not overridden when it was read, whatever was given before', () => {
    expect(find('CALIBRE_UNKNOWN', true)).toMatchObject({ answered: 'description', overriddenBy: null, because: null });
  });

  it('gives the reason under a disclosure', () => {
    expect(find('SERIAL_NUMBER_NOT_FROM_FRAME', true)?.because?.reveal()).toBe('The frame is missing.');
  });

  it('names nobody where an override was given before that was noted', () => {
    const { by: _by, at: _at, ...early } = OVERRIDE;
    expect(find('SERIAL_NUMBER_NOT_FROM_FRAME', false, early)).toMatchObject({ overriddenBy: null, overriddenAt: null });
  });

  it('keeps every finding as it was read, with severity and certainty', () => {
    const { findings, ...read } = keptCheck(ID, READ, {}, false);
    expect(read).toEqual({ requestId: ID, checkedVersion: 3, readBy: READER, readAt: new Date('2026-03-02T10:00:00.000Z') });
    expect(findings.map(({ rule, severity, certainty }) => [rule, severity, certainty])).toEqual(
      READ.findings.map(({ rule, severity, certainty }) => [rule, severity, certainty]),
    );
  });
});

describe('the parts of the sealed record', () => {
  it('are read by their names, and nothing that is no rule is an override', () => {
    const parts = {
      read: Sealed.of(READ),
      [overridePart('ANTIQUE')]: Sealed.of(OVERRIDE),
      'overridden.toString': Sealed.of(OVERRIDE),
      ANTIQUE: Sealed.of(OVERRIDE),
    };
    expect(overridesIn(parts)).toEqual({ ANTIQUE: OVERRIDE });
  });
});
