import { SUCCESSOR_STATES } from '@tracedesk/directory/core';
import {
  adviseRouting,
  EARLIER_STEPS,
  ROUTING_RULES,
  routingChanges,
  routingMarksOf,
  type FirearmDescription,
  type Route,
  type Stated,
} from '@tracedesk/firearms';
import { stateName } from '@tracedesk/language';
import type { StateCode } from '@tracedesk/kernel';
import type { EarlierSteps } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { RoutingChanges } from './routing-changes.js';
import { Paragraph } from './words.js';

export interface RoutingProposalProps {
  readonly page: PageContext;
  readonly ownState: StateCode;
  readonly firearm: FirearmDescription;
  /** States with a point of contact on this hub. */
  readonly askable: readonly string[];
  /** The way to the case of the arm: where no State has to be asked, it is kept there. */
  readonly caseLink: VNode | null;
  /** What the draft says of the steps that come before, and where that is said. */
  readonly earlierSteps: EarlierSteps;
  readonly stepsHref: string;
}

/** Which State the marks point to, and why: a proposal, which the officer may leave aside. */
export function RoutingProposal(props: RoutingProposalProps): VNode {
  const { page, ownState, firearm, askable, caseLink } = props;
  const { t } = page;
  const marks = routingMarksOf(firearm);
  const facts = { ownState, successors: SUCCESSOR_STATES };
  const advice = adviseRouting(marks, facts);
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
      <RoutingChanges page={page} changes={routingChanges(marks, facts)} />
      <StepsBefore {...props} />
      <p class="hint">{t('routing.practice')}</p>
    </section>
  );
}

/** Where each step of the advice is said in the draft. */
const SAID_AS = {
  DOMESTIC_CHECK: 'domesticCheck',
  INTERPOL_IARMS: 'iarms',
  INTERPOL_REFERENCE_TABLE: 'referenceTable',
} as const satisfies Record<(typeof EARLIER_STEPS)[number], keyof EarlierSteps>;

/** The steps that come before a foreign request, each with what the draft says of it. */
function StepsBefore({ page, earlierSteps, stepsHref }: RoutingProposalProps): VNode {
  const { t } = page;
  return (
    <>
      <h3>{t('routing.before')}</h3>
      <ul>
        {EARLIER_STEPS.map((step) => {
          const said = earlierSteps[SAID_AS[step]];
          const value =
            said === undefined ? <a href={stepsHref}>{t('routing.step.notSaid')}</a> : <StepSaid page={page} said={said} />;
          return <li>{t.rich('frame.named', { name: t(`routing.step.${step}`), value })}</li>;
        })}
      </ul>
    </>
  );
}

function StepSaid({ page, said }: { readonly page: PageContext; readonly said: Stated<string> }): VNode {
  return 'value' in said ? (
    <strong dir="auto">{said.value}</strong>
  ) : (
    <span dir="auto">{page.t('draft.unknown', { reason: said.unknownBecause })}</span>
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
