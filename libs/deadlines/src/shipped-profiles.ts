import type { CountStart, Unit } from './clock.js';
import type { DeadlineProfile, Period } from './profile.js';

// Law is cited only where the provision itself was read; a number known second hand is a policy that says what it follows.

/** The system's own policy, used where no convention or agreement of the two States sets a number. */
export const ITI_DEFAULT = {
  id: 'ITI-DEFAULT',
  version: 1,
  source: {
    kind: 'policy',
    sentence: 'System policy; the ITI sets no number (paras 18–19)',
    citation: 'ITI 18, 19',
  },
  appliesTo: {},
  selectable: true,
  periods: {
    acknowledgement: { routine: days(7), urgent: days(3) },
    response: { routine: days(30), urgent: days(3) },
    information: everyUrgency(days(14, 'act')),
    clarification: everyUrgency(days(14, 'act')),
  },
  pauses: 'pauses',
  onMiss: 'recorded',
} as const satisfies DeadlineProfile;

/** One month from receipt, after article 19; the number was not read in the Convention itself, so this is a policy. */
export const ECOWAS_19 = {
  id: 'ECOWAS-19',
  version: 1,
  source: {
    kind: 'policy',
    sentence: 'Policy, after ECOWAS Convention art. 19',
    citation: 'ECOWAS Convention (2006) 19',
  },
  appliesTo: { legalBases: ['ECOWAS_19'], region: 'ECOWAS' },
  selectable: true,
  periods: {
    acknowledgement: { routine: days(7), urgent: days(3) },
    response: { routine: period('months', 1), urgent: days(3) },
    information: everyUrgency(days(14, 'act')),
    clarification: everyUrgency(days(14, 'act')),
  },
  pauses: 'pauses',
  onMiss: 'recorded',
} as const satisfies DeadlineProfile;

/** Article 5(1) of the Directive; the acknowledgement on the same day and the periods of the asking State are policy. */
export const EU_2023_977 = {
  id: 'EU-2023-977',
  version: 1,
  source: {
    kind: 'law',
    sentence: 'Directive (EU) 2023/977, art. 5',
    citation: 'Directive (EU) 2023/977, 5',
    clocks: ['response'],
  },
  appliesTo: { legalBases: ['EU_2023_977'], region: 'EU' },
  selectable: true,
  periods: {
    acknowledgement: everyUrgency(days(0)),
    response: { routine: days(7), urgent: days(3), urgent_direct: period('hours', 8) },
    information: everyUrgency(days(7, 'act')),
    clarification: everyUrgency(days(7, 'act')),
  },
  pauses: 'pauses',
  onMiss: 'reasons_expected',
} as const satisfies DeadlineProfile;

/** Repealed. Records from before the Directive name it; nothing new is counted by it. */
export const EU_2006_960_LEGACY = {
  id: 'EU-2006-960-LEGACY',
  version: 1,
  source: {
    kind: 'law',
    sentence: 'Framework Decision 2006/960/JHA, art. 4 (historical data only)',
    citation: 'Framework Decision 2006/960/JHA, 4',
    clocks: ['response'],
  },
  appliesTo: { legalBases: ['EU_2006_960'], region: 'EU' },
  selectable: false,
  periods: {
    acknowledgement: everyUrgency(days(0)),
    response: { routine: days(14), urgent: period('hours', 8) },
    information: everyUrgency(days(7, 'act')),
    clarification: everyUrgency(days(7, 'act')),
  },
  pauses: 'does_not_pause',
  onMiss: 'reasons_expected',
} as const satisfies DeadlineProfile;

function days(length: number, start: CountStart = 'receipt'): Period {
  return period('calendar_days', length, start);
}

function period(unit: Unit, length: number, start: CountStart = 'receipt'): Period {
  return { unit, length, start };
}

function everyUrgency(both: Period): { readonly routine: Period; readonly urgent: Period } {
  return { routine: both, urgent: both };
}
