import {
  CLOCK_NAMES,
  DEFAULT_ESCALATION,
  PRIORITIES,
  escalationOf,
  type BilateralProfile,
  type EscalationByPriority,
  counterpartOf,
} from '@tracedesk/deadlines/core';
import type { StateCode } from '@tracedesk/kernel';
import { unflatten, type FlatForm } from '@tracedesk/platform';
import { closeRows } from './close-rows.js';

type Tree = Readonly<Record<string, unknown>>;

/** What the form of a new profile offers: days of the calendar, pauses as the policy has them, and who is told as of every profile. */
export const NEW_PROFILE: FlatForm = {
  precedence: '10',
  pauses: 'pauses',
  onMiss: 'recorded',
  ...Object.fromEntries(
    CLOCK_NAMES.flatMap((clock) =>
      ['routine', 'urgent', 'urgentDirect'].map((urgency) => [`periods.${clock}.${urgency}.unit`, 'calendar_days']),
    ),
  ),
  ...escalationForm(DEFAULT_ESCALATION),
};

/** The rows of who is told at which share, closed up where some were left empty. */
export function withClosedSteps(body: FlatForm): FlatForm {
  return closeRows(body, /^(escalation\.(?:routine|urgent))\.(\d{1,3})\.(.+)$/);
}

/** What the form of a profile says, in the shape of its DTO: no box ticked means "any", periods without a length are left out; of the steps, all are said. */
export function profileInput(body: FlatForm): Tree {
  const { legalBases = [], priorities = [], periods = {}, escalation = {}, capDays, ...rest } = unflatten(body);
  return {
    ...rest,
    legalBases,
    priorities,
    periods: periodsIn(periods as Tree),
    escalation: { routine: [], urgent: [], ...(escalation as Tree) },
    ...(rest['pauses'] === 'capped' && { capDays: capDays ?? '0' }),
  };
}

/** The terms of a profile as the form shows them, for its next version. */
export function profileForm({ id, terms, proposingState, otherState }: BilateralProfile, own: StateCode): FlatForm {
  const { source, legalBases, priorities, precedence, periods, pauses, onMiss } = terms;
  const lengths = Object.entries(periods).flatMap(([clock, ofClock]) =>
    Object.entries(ofClock).flatMap(([urgency, { length, unit }]) => {
      const name = `periods.${clock}.${urgency === 'urgent_direct' ? 'urgentDirect' : urgency}`;
      return [
        [`${name}.length`, String(length)],
        [`${name}.unit`, unit],
      ];
    }),
  );
  return {
    profile: id,
    otherState: counterpartOf({ proposingState, otherState }, own),
    ...source,
    legalBases,
    priorities,
    precedence: String(precedence),
    pauses: typeof pauses === 'object' ? 'capped' : pauses,
    capDays: typeof pauses === 'object' ? String(pauses.cappedDays) : '',
    onMiss,
    ...(Object.fromEntries(lengths) as FlatForm),
    ...escalationForm({ routine: escalationOf(terms, 'routine'), urgent: escalationOf(terms, 'urgent') }),
  };
}

function escalationForm(escalation: EscalationByPriority): FlatForm {
  return Object.fromEntries<string | readonly string[]>(
    PRIORITIES.flatMap((priority) =>
      escalation[priority].flatMap(({ share, tells }, row) => [
        [`escalation.${priority}.${row}.share`, String(share)] as const,
        [`escalation.${priority}.${row}.tells`, tells] as const,
      ]),
    ),
  );
}

/** The unit is always chosen; only a length says that the period is meant. */
function periodsIn(periods: Tree): Tree {
  const clocks = Object.entries(periods).map(([clock, urgencies]) => {
    const meant = Object.entries((urgencies ?? {}) as Tree).filter(([, period]) => (period as Tree)['length'] !== undefined);
    return [clock, Object.fromEntries(meant)] as const;
  });
  return Object.fromEntries(clocks.filter(([clock, urgencies]) => clock !== 'consent' || Object.keys(urgencies).length > 0));
}
