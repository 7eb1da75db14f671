import { stateName } from '@tracedesk/language';
import type { ComponentPart } from '@tracedesk/firearms';
import {
  isHearsay,
  moves,
  RESTRICTIONS_ON_USE,
  type CaseChain,
  type ChainAnswer,
  type ChainStep,
  type ToldWay,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Hearsay, Id, Paragraph, RecordedDate } from './words.js';

interface ChainProps {
  readonly page: PageContext;
  readonly chain: ToldWay & Pick<CaseChain, 'references'>;
  /** What tells the steps of this way from those of another on the same page. */
  readonly of?: ComponentPart | undefined;
}

interface StepProps extends ChainProps {
  /** The step's place, counted from 0. */
  readonly at: number;
}

const COLUMNS = ['step', 'when', 'where', 'what', 'source', 'restrictions'] as const;

/** The steps in their order, each with who told it. What does not fit together stands where it does not: in words, with a mark, and a border. */
export function ChainTable({ page, chain, of }: ChainProps): VNode {
  const { t } = page;
  return (
    <>
      <p>
        <strong>
          {t('chain.flags', { gaps: chain.gaps.length, loops: chain.loops.length, conflicts: chain.conflicts.length })}
        </strong>
      </p>
      <table role="table">
        <caption>{t('chain.about')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th role="columnheader" scope="col">
                {t(`chain.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {chain.steps.map((_, at) => (
            <>
              <GapRow page={page} chain={chain} of={of} at={at} />
              <StepRow page={page} chain={chain} of={of} at={at} />
            </>
          ))}
        </tbody>
      </table>
    </>
  );
}

function GapRow({ page, chain, at }: StepProps): VNode | null {
  const { t, language } = page;
  const gap = chain.gaps.find(({ before }) => before === at);
  if (!gap) return null;
  return (
    <tr role="row">
      <td role="cell" colSpan={COLUMNS.length}>
        <Warning word={t('chain.gap')} />{' '}
        {t('chain.gap.about', { from: stateName(gap.from, language), to: stateName(gap.to, language) })}
      </td>
    </tr>
  );
}

function StepRow({ page, chain, of, at }: StepProps): VNode | null {
  const { t, language } = page;
  const step = chain.steps[at];
  if (!step) return null;
  const records = recordsOf(step);
  return (
    <tr role="row" id={stepId(at, of)}>
      <th role="rowheader" scope="row" data-label={t('chain.column.step')}>
        {at + 1}
      </th>
      <td role="cell" data-label={t('chain.column.when')}>
        {distinct(records.map(({ item: { on } }) => on)).map((on) => (
          <div>{on ? <RecordedDate page={page} on={on} /> : <span class="hint">{t('chain.undated')}</span>}</div>
        ))}
      </td>
      <td role="cell" data-label={t('chain.column.where')}>
        {whereText(page, step)}
        <Loops page={page} chain={chain} at={at} />
      </td>
      <td role="cell" data-label={t('chain.column.what')}>
        {records.map(({ item }) => (
          <div>
            {t(`item.kind.${item.kind}`)}
            {isHearsay(item) && <Hearsay page={page} />}
            {item.finding && <small>{t(`finding.${item.finding}`)}</small>}
          </div>
        ))}
        <Conflicts page={page} chain={chain} of={of} at={at} />
      </td>
      <td role="cell" data-label={t('chain.column.source')}>
        {records.map(({ giver, requestId, number }) => (
          <div>
            {stateName(giver, language)}
            <small>
              <a href={`/tracing-requests/${requestId}`}>
                <Id>{chain.references.get(requestId) ?? ''}</Id>
              </a>
              , {t('chain.item', { number })}
            </small>
          </div>
        ))}
      </td>
      <td role="cell" data-label={t('chain.column.restrictions')}>
        <Restrictions page={page} step={step} />
      </td>
    </tr>
  );
}

function stepId(at: number, of?: ComponentPart): string {
  return of === undefined ? `step-${at + 1}` : `step-${of}-${at + 1}`;
}

/** All that tell of the step, the first of them first. */
function recordsOf(step: ChainStep): readonly ChainAnswer[] {
  return [step, ...step.corroboratedBy];
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/** Where the arm was: of a move, from where to where. */
function whereText({ t, language }: PageContext, { item, from, to }: ChainStep): string {
  if (!moves(item.kind)) return from === null ? t('chain.unknownState') : t('chain.in', { state: stateName(from, language) });
  const words = [
    from && t('chain.from', { state: stateName(from, language) }),
    to && t('chain.to', { state: stateName(to, language) }),
  ];
  return words.filter(Boolean).join(', ') || t('chain.unknownState');
}

function Loops({ page: { t, language }, chain: { loops }, at }: StepProps): VNode {
  return (
    <>
      {loops
        .filter((loop) => loop.at === at)
        .map(({ state }) => (
          <div>
            <Warning word={t('chain.loop')} /> {t('chain.loop.about', { state: stateName(state, language) })}
          </div>
        ))}
    </>
  );
}

function Conflicts({ page: { t }, chain, of, at }: StepProps): VNode {
  const names = chain.steps.map((step) => recordsOf(step).map(({ requestId, number }) => `${requestId}/${number}`));
  const stepOf = (name: string): number => names.findIndex((own) => own.includes(name));
  return (
    <>
      {chain.conflicts
        .map(({ between, about }) => ({ steps: between.map(stepOf), subjects: about }))
        .filter(({ steps }) => steps.includes(at))
        .map(({ steps, subjects }) => {
          const other = steps.find((step) => step !== at);
          const about = subjects.map((subject) => t(`item.conflict.${subject}`)).join(', ');
          const mark = <Warning word={t('chain.conflict')} />;
          if (other === undefined) {
            return (
              <div>
                {mark} {t('chain.conflict.within', { about })}
              </div>
            );
          }
          return (
            <div>
              <a href={`#${stepId(other, of)}`}>{mark}</a> {t('chain.conflict.about', { step: other + 1, about })}
            </div>
          );
        })}
    </>
  );
}

/** What any of its records is restricted by binds the step. */
function Restrictions({ page, step }: { readonly page: PageContext; readonly step: ChainStep }): VNode {
  const { t } = page;
  const restrictions = RESTRICTIONS_ON_USE.filter((one) => recordsOf(step).some(({ item }) => item.restrictions.includes(one)));
  if (restrictions.length === 0) return <span class="hint">{t('chain.unrestricted')}</span>;
  return (
    <>
      {restrictions.map((restriction) => (
        <div>
          <Paragraph page={page}>{`${restriction.slice(0, 2)}(${restriction.slice(2)})`}</Paragraph>{' '}
          {t(`restriction.${restriction}`)}
        </div>
      ))}
    </>
  );
}

/** A mark that is read, not only seen. */
function Warning({ word }: { readonly word: string }): VNode {
  return <span class="tag warning">{word}</span>;
}
