import { stateName } from '@tracedesk/language';
import type { TimelineEntry } from '@tracedesk/audit';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

interface EventFactsProps {
  readonly page: PageContext;
  readonly entry: Pick<TimelineEntry, 'action' | 'facts'>;
}

/** The open facts of an act that tell more than its name: which element and round, which ground and date, which State. */
export function EventFacts({ page, entry: { action, facts } }: EventFactsProps): VNode | null {
  const lines = (TOLD[action]?.(page, facts) ?? []).filter((line) => line !== null);
  return lines.length === 0 ? null : <small>{lines.join(' · ')}</small>;
}

type Facts = TimelineEntry['facts'];
type Tell = (page: PageContext, facts: Facts) => readonly (string | null)[];

const TOLD: Readonly<Record<string, Tell>> = {
  'tracing_request.information_requested': ({ t }, { element, round, alertsSupervisors }) => [
    t('information.round', { element: t.maybe(`element.${String(element)}`) ?? String(element), round: Number(round) }),
    alertsSupervisors === true ? t('information.alerted') : null,
  ],
  'tracing_request.information_supplied': ({ t }, { available }) => [available === false ? t('information.notAvailable') : null],
  'tracing_request.redirected': ({ t, language }, { believedState }) => [
    believedState === 'unknown' ? t('redirect.unknown') : stateName(String(believedState), language),
  ],
  'tracing_request.other_state_told': ({ language }, { toldState }) => [stateName(String(toldState), language)],
  'tracing_request.delayed': ({ t, formats }, { ground, until, reasonsRestricted }) => [
    t('delay.untilDay', { day: formats.day(String(until)) }),
    t.maybe(`ground.${String(ground)}`),
    reasonsRestricted === true ? t('reasons.restricted') : null,
  ],
  'tracing_request.responded': ({ t }, { reasonsRestricted }) => [reasonsRestricted === true ? t('reasons.restricted') : null],
  'tracing_request.clarification_requested': ({ t }, { round }) => [t('clarification.round', { round: Number(round) })],
  'tracing_request.closed': ({ t }, { obstacle }) => [t.maybe(`obstacle.${String(obstacle)}`)],
  'tracing_request.reopened': ({ t }, { ground }) => [t.maybe(`reopen.ground.${String(ground)}`)],
};
