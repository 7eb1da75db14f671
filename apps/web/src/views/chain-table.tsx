import { stateName } from '@tracedesk/language';
import type { CaseChain, ChainStep } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Id, Paragraph, RecordedDate } from './words.js';

interface ChainProps {
  readonly page: PageContext;
  readonly chain: CaseChain;
}

interface StepProps extends ChainProps {
  /** The step's place, counted from 0. */
  readonly at: number;
}

const COLUMNS = ['step', 'when', 'where', 'what', 'source', 'restrictions'] as const;

/** The steps in their order, each with who told it. What does not fit together stands where it does not: in words, with a mark, and a border. */
export function ChainTable({ page, chain }: ChainProps): VNode {
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
              <GapRow page={page} chain={chain} at={at} />
              <StepRow page={page} chain={chain} at={at} />
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

function StepRow({ page, chain, at }: StepProps): VNode | null {
  const { t, language } = page;
  const step = chain.steps[at];
  if (!step) return null;
  const { item, giver, requestId, number } = step;
  return (
    <tr role="row" id={`step-${at + 1}`}>
      <th role="rowheader" scope="row" data-label={t('chain.column.step')}>
        {at + 1}
      </th>
      <td role="cell" data-label={t('chain.column.when')}>
        {item.on ? <RecordedDate page={page} on={item.on} /> : <span class="hint">{t('chain.undated')}</span>}
      </td>
      <td role="cell" data-label={t('chain.column.where')}>
        {whereText(page, step)}
        <Loops page={page} chain={chain} at={at} />
      </td>
      <td role="cell" data-label={t('chain.column.what')}>
        {t(`item.kind.${item.kind}`)}
        {item.finding && <small>{t(`finding.${item.finding}`)}</small>}
        <Conflicts page={page} chain={chain} at={at} />
      </td>
      <td role="cell" data-label={t('chain.column.source')}>
        {stateName(giver, language)}
        <small>
          <a href={`/tracing-requests/${requestId}`}>
            <Id>{chain.references.get(requestId) ?? ''}</Id>
          </a>
          , {t('chain.item', { number })}
        </small>
      </td>
      <td role="cell" data-label={t('chain.column.restrictions')}>
        <Restrictions page={page} step={step} />
      </td>
    </tr>
  );
}

/** Where the arm was: of a move, from where to where. */
function whereText({ t, language }: PageContext, { item, from, to }: ChainStep): string {
  const moves = item.kind === 'export' || item.kind === 'import';
  if (!moves) return from === null ? t('chain.unknownState') : t('chain.in', { state: stateName(from, language) });
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

function Conflicts({ page: { t }, chain, at }: StepProps): VNode {
  const names = chain.steps.map(({ requestId, number }) => `${requestId}/${number}`);
  const own = names[at] ?? '';
  return (
    <>
      {chain.conflicts
        .filter(({ between }) => between.includes(own))
        .map(({ between, about }) => {
          const other = names.indexOf(between.find((name) => name !== own) ?? '') + 1;
          return (
            <div>
              <a href={`#step-${other}`}>
                <Warning word={t('chain.conflict')} />
              </a>{' '}
              {t('chain.conflict.about', {
                step: other,
                about: about.map((subject) => t(`item.conflict.${subject}`)).join(', '),
              })}
            </div>
          );
        })}
    </>
  );
}

function Restrictions({ page, step: { item } }: { readonly page: PageContext; readonly step: ChainStep }): VNode {
  const { t } = page;
  if (item.restrictions.length === 0) return <span class="hint">{t('chain.unrestricted')}</span>;
  return (
    <>
      {item.restrictions.map((restriction) => (
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
