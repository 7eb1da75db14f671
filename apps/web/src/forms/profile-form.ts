import type { BilateralProfile } from '@tracedesk/deadlines/core';
import { unflatten, type FlatForm } from '@tracedesk/platform';

type Tree = Readonly<Record<string, unknown>>;

/** What the form of a profile says, in the shape of its DTO: no box ticked means "any", periods without a length are left out. */
export function profileInput(body: FlatForm): Tree {
  const { legalBases = [], priorities = [], periods = {}, capDays, ...rest } = unflatten(body);
  return {
    ...rest,
    legalBases,
    priorities,
    periods: periodsIn(periods as Tree),
    ...(rest['pauses'] === 'capped' && { capDays: capDays ?? '0' }),
  };
}

/** The terms of a profile as the form shows them, for its next version. */
export function profileForm({ id, terms, proposingState, otherState }: BilateralProfile, own: string): FlatForm {
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
    otherState: proposingState === own ? otherState : proposingState,
    ...source,
    legalBases,
    priorities,
    precedence: String(precedence),
    pauses: typeof pauses === 'object' ? 'capped' : pauses,
    capDays: typeof pauses === 'object' ? String(pauses.cappedDays) : '',
    onMiss,
    ...(Object.fromEntries(lengths) as FlatForm),
  };
}

/** The unit is always chosen; only a length says that the period is meant. */
function periodsIn(periods: Tree): Tree {
  const clocks = Object.entries(periods).map(([clock, urgencies]) => {
    const meant = Object.entries((urgencies ?? {}) as Tree).filter(([, period]) => (period as Tree)['length'] !== undefined);
    return [clock, Object.fromEntries(meant)] as const;
  });
  return Object.fromEntries(clocks.filter(([clock, urgencies]) => clock !== 'consent' || Object.keys(urgencies).length > 0));
}
