import { describe, expect, it } from '@jest/globals';
import { DEFAULT_ESCALATION, ITI_DEFAULT, type BilateralProfile } from '@tracedesk/deadlines/core';
import { stateCode } from '@tracedesk/kernel';
import { validateInput, type FlatForm } from '@tracedesk/platform';
import { ProposeProfileDto } from '@tracedesk/tracing';
import { NEW_PROFILE, profileForm, profileInput, withClosedSteps } from './profile-form.js';

const LENGTHS = Object.fromEntries(
  ['acknowledgement', 'response', 'information', 'clarification'].flatMap((clock) =>
    ['routine', 'urgent'].map((urgency) => [`periods.${clock}.${urgency}.length`, '7']),
  ),
);
const GOOD: FlatForm = { ...NEW_PROFILE, ...LENGTHS, otherState: 'QM', sentence: 'Agreement, art. 7', citation: 'TS 1' };
const read = (form: FlatForm) => validateInput(ProposeProfileDto, profileInput(withClosedSteps(form)), { fromForm: true });
const faultsOf = (change: FlatForm): readonly unknown[] => {
  const checked = read({ ...GOOD, ...change });
  return checked.ok ? [] : checked.faults.map(({ field, code }) => `${field} ${code}`);
};
const withoutRows = (list: string): FlatForm =>
  Object.fromEntries(
    Object.keys(GOOD)
      .filter((name) => name.startsWith(list))
      .map((name) => [name, '']),
  );

describe('who is told as a period runs out, on the form of a profile', () => {
  it.each([
    ['a step at no share', { 'escalation.urgent.1.share': '0' }, 'escalation.urgent.1.share OUT_OF_RANGE'],
    ['a share in words', { 'escalation.urgent.1.share': 'half' }, 'escalation.urgent.1.share NOT_A_WHOLE_NUMBER'],
    ['a step at eleven times the period', { 'escalation.routine.3.share': '1100' }, 'escalation.routine.3.share OUT_OF_RANGE'],
    ['a step that tells nobody', { 'escalation.routine.4.share': '150' }, 'escalation.routine.4.tells REQUIRED'],
    ['somebody who is told at no time', { 'escalation.routine.4.tells': 'acting.office' }, 'escalation.routine.4.share REQUIRED'],
    ['somebody of no side', { 'escalation.routine.0.tells': 'third.office' }, 'escalation.routine.0.tells ITEM_NOT_ALLOWED'],
    ['a table that was emptied', withoutRows('escalation.urgent.'), 'escalation.urgent TOO_FEW'],
  ])('is refused for %s, naming row and field', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  it('is what every profile has, until something else is typed', () => {
    const checked = read(GOOD);
    expect(checked.ok && checked.value.toCommand().terms.escalation).toEqual(DEFAULT_ESCALATION);
  });

  it('closes up the rows that were emptied, and names the row that the reader sees then', () => {
    const emptied = { 'escalation.routine.1.share': '', 'escalation.routine.1.tells': '' };
    const checked = read({
      ...GOOD,
      ...emptied,
      'escalation.routine.9.share': '150',
      'escalation.routine.9.tells': 'waiting.office',
    });
    const shares = checked.ok && checked.value.toCommand().terms.escalation?.routine.map(({ share }) => share);
    expect(shares).toEqual([50, 110, 120, 150]);
    expect(faultsOf({ ...emptied, 'escalation.routine.9.share': '150' })).toEqual(['escalation.routine.3.tells REQUIRED']);
  });

  it('comes back from the form of the next version as it was agreed', () => {
    const { periods, pauses, onMiss } = ITI_DEFAULT;
    const escalation = { routine: [{ share: 30, tells: ['waiting.supervisor'] }], urgent: DEFAULT_ESCALATION.urgent } as const;
    const source = { sentence: 'Agreement, art. 7', citation: 'TS 1' };
    const terms = { source, legalBases: [], priorities: [], precedence: 4, periods, pauses, onMiss, escalation };
    const at = new Date('2026-01-10T09:00:00Z');
    const former: BilateralProfile = {
      id: 'BILATERAL-QM-QR-1',
      version: 1,
      proposingState: stateCode('QR'),
      otherState: stateCode('QM'),
      standing: 'agreed',
      terms,
      proposedAt: at,
      answeredAt: at,
      endedAt: null,
    };
    const checked = read(profileForm(former, stateCode('QR')));
    expect(checked.ok && checked.value.toCommand()).toEqual({ otherState: 'QM', profile: former.id, terms });
  });
});
