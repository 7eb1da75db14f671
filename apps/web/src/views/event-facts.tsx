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

/** An act of another version may say less, or in other words: what is not there is left out, what is not known stands as it is. */
const TOLD: Readonly<Record<string, Tell>> = {
  'tracing_request.information_requested': ({ t }, { element, round, alertsSupervisors }) => [
    isWord(element) && isNumber(round)
      ? t('information.round', { element: t.maybe(`element.${element}`) ?? element, round })
      : null,
    alertsSupervisors === true ? t('information.alerted') : null,
  ],
  'tracing_request.information_supplied': ({ t }, { available }) => [available === false ? t('information.notAvailable') : null],
  'tracing_request.redirected': (page, { believedState }) => [
    believedState === 'unknown' ? page.t('redirect.unknown') : nameOf(page, believedState),
  ],
  'tracing_request.other_state_told': (page, { toldState }) => [nameOf(page, toldState)],
  'tracing_request.delayed': ({ t, formats }, { ground, until, reasonsRestricted }) => [
    isWord(until) ? t('delay.untilDay', { day: formats.day(until) }) : null,
    t.maybe(`ground.${String(ground)}`),
    reasonsRestricted === true ? t('reasons.restricted') : null,
  ],
  'tracing_request.responded': ({ t }, { reasonsRestricted }) => [reasonsRestricted === true ? t('reasons.restricted') : null],
  'tracing_request.clarification_requested': ({ t }, { round }) => [isNumber(round) ? t('clarification.round', { round }) : null],
  'tracing_request.closed': ({ t }, { obstacle }) => [t.maybe(`obstacle.${String(obstacle)}`)],
  'tracing_request.reopened': ({ t }, { ground }) => [t.maybe(`reopen.ground.${String(ground)}`)],
};

function nameOf({ language }: PageContext, state: Facts[string] | undefined): string | null {
  return isWord(state) ? stateName(state, language) : null;
}

function isWord(fact: Facts[string] | undefined): fact is string {
  return typeof fact === 'string';
}

function isNumber(fact: Facts[string] | undefined): fact is number {
  return typeof fact === 'number';
}
