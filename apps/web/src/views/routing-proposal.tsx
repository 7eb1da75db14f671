import { SUCCESSOR_STATES } from '@tracedesk/directory/core';
import {
  adviseRouting,
  EARLIER_STEPS,
  ROUTING_RULES,
  routingMarksOf,
  type FirearmDescription,
  type Route,
} from '@tracedesk/firearms';
import { stateName } from '@tracedesk/language';
import type { StateCode } from '@tracedesk/kernel';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Paragraph } from './words.js';

export interface RoutingProposalProps {
  readonly page: PageContext;
  readonly ownState: StateCode;
  readonly firearm: FirearmDescription;
  /** States with a point of contact on this hub. */
  readonly askable: readonly string[];
  /** The way to the case of the arm: where no State has to be asked, it is kept there. */
  readonly caseLink: VNode | null;
}

/** Which State the marks point to, and why: a proposal, which the officer may leave aside. */
export function RoutingProposal({ page, ownState, firearm, askable, caseLink }: RoutingProposalProps): VNode {
  const { t } = page;
  const advice = adviseRouting(routingMarksOf(firearm), { ownState, successors: SUCCESSOR_STATES });
  return (
    <section class="consequence" aria-labelledby="routing">
      <h2 id="routing">{t('routing.title')}</h2>
      {advice.proposal ? (
        <p>
          <RouteWords page={page} route={advice.proposal} askable={askable} />
        </p>
      ) : (
        <p>{t('routing.none')}</p>
      )}
      {advice.alternatives.length > 0 && (
        <>
          <h3>{t('routing.alternatives')}</h3>
          <ul>
            {advice.alternatives.map((route) => (
              <li>
                <RouteWords page={page} route={route} askable={askable} />
              </li>
            ))}
          </ul>
        </>
      )}
      {advice.notes.length > 0 && (
        <ul>
          {advice.notes.map((note) => (
            <li>{t(`routing.note.${note}`)}</li>
          ))}
        </ul>
      )}
      {caseLink && advice.notes.includes('ILLICIT_AT_MANUFACTURE') && (
        <p>
          {caseLink} <span class="about">{t('case.keepIt.about')}</span>
        </p>
      )}
      <h3>{t('routing.before')}</h3>
      <ul>
        {EARLIER_STEPS.map((step) => (
          <li>{t(`routing.step.${step}`)}</li>
        ))}
      </ul>
      <p class="hint">{t('routing.practice')}</p>
    </section>
  );
}

function RouteWords(props: { readonly page: PageContext; readonly route: Route; readonly askable: readonly string[] }): VNode {
  const { page, route, askable } = props;
  const { t, language } = page;
  const { state, rule, year, successorOf } = route;
  return (
    <>
      <strong>{stateName(state, language)}</strong>: {t(`routing.rule.${rule}`)}
      {year !== undefined && <> ({year})</>} <Paragraph page={page}>{ROUTING_RULES[rule].paragraph}</Paragraph>
      {successorOf && <>. {t('routing.successorOf', { state: stateName(successorOf, language) })}</>}
      {!askable.includes(state) && <>. {t('routing.notReachable')}</>}
    </>
  );
}
