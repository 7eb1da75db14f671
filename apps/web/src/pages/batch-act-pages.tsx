import { asksForAnswer, type TraceabilityRule } from '@tracedesk/firearms';
import { problemTextOf, stateName } from '@tracedesk/language';
import type { BatchGroup, BatchRow, RowFinding, SubmittedRow } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { ChosenRequests } from '../batch-contents.service.js';
import { rowsText } from '../forms/batch-form.js';
import { TextArea, type FormView } from '../views/fields.js';
import { Buttons, Consequence, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { FindingFacts, overrideField } from '../views/traceability-findings.js';
import { Id } from '../views/words.js';

export interface BatchActProps {
  readonly form: FormView;
  readonly chosen: ChosenRequests;
  readonly once: string;
}

/** A finding of the check with the drafts it is about, and the drafts in which it still asks for an answer. */
interface SharedFinding {
  readonly finding: RowFinding;
  readonly rows: readonly BatchRow[];
  readonly unanswered: number;
}

/** The check of several drafts on one page: each finding once, with the drafts it concerns. Reading it is recorded for each of them. */
export function BatchCheckPage({ form, chosen, once }: BatchActProps): VNode {
  const { page } = form;
  const { t } = page;
  const drafts = draftsIn(chosen.requests);
  const path = pathOf(chosen);
  const title = chosen.group ? t('batch.check.title', { number: chosen.group.number }) : t('batch.check.titleAll');
  const findings = sharedFindings(drafts);
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t('batch.title', { count: chosen.content.batch.size })}</a>
      </p>
      <h1>{title}</h1>
      <p class="lede">{t('batch.check.about')}</p>
      <DeskForm page={page} action={`${path}/groups/${groupPath(chosen)}/check`} once={once} keep>
        <input type="hidden" name="_requests" value={rowsText(drafts)} />
        <h2 class="unseen">{t('check.findings')}</h2>
        {findings.length === 0 && <p>{t('check.none')}</p>}
        {findings.map((shared, place) => (
          <Finding form={form} shared={shared} place={place} />
        ))}
        <Buttons page={page} confirm={t('batch.check.confirm', { count: drafts.length })} cancel={path} />
      </DeskForm>
    </Layout>
  );
}

function Finding(props: { readonly form: FormView; readonly shared: SharedFinding; readonly place: number }): VNode {
  const { form, place } = props;
  const { finding, rows, unanswered } = props.shared;
  const { t } = form.page;
  return (
    <article class="finding">
      <FindingFacts page={form.page} finding={finding} />
      <details>
        <summary>{t('batch.check.concerns', { count: rows.length })}</summary>
        <ul>
          {rows.map(({ requestId, reference }) => (
            <li>
              <a href={`/tracing-requests/${requestId}`}>
                <Id>{reference}</Id>
              </a>
            </li>
          ))}
        </ul>
      </details>
      {unanswered > 0 && (
        <>
          <input type="hidden" name={`overrides.${place}.rule`} value={finding.rule} />
          <TextArea
            form={form}
            name={overrideField(place)}
            label={t('traceability.override')}
            hint={t('traceability.override.hint')}
            optional
            rows={2}
          />
        </>
      )}
    </article>
  );
}

/** What submitting these requests brings about, and to which States they go. */
export function BatchSubmitPage({ form, chosen, once }: BatchActProps): VNode {
  const { page } = form;
  const { t, language } = page;
  const drafts = draftsIn(chosen.requests);
  const path = pathOf(chosen);
  const title = t('batch.submit.title', { count: drafts.length });
  const states = [...new Set(drafts.map(({ requestedState }) => requestedState))];
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t('batch.title', { count: chosen.content.batch.size })}</a>
      </p>
      <h1>{title}</h1>
      <ul>
        {states.map((state) => {
          const count = drafts.filter(({ requestedState }) => requestedState === state).length;
          return (
            <li>
              {state === null
                ? t('batch.submit.toNobody', { count })
                : t('batch.submit.to', { state: stateName(state, language), count })}
            </li>
          );
        })}
      </ul>
      <DeskForm page={page} action={`${path}/groups/${groupPath(chosen)}/submit`} once={once}>
        <input type="hidden" name="_requests" value={rowsText(drafts)} />
        <Consequence page={page}>{[t('batch.submit.sent'), t('batch.submit.clock'), t('batch.submit.held')]}</Consequence>
        <Buttons page={page} confirm={t('batch.submit.confirm', { count: drafts.length })} cancel={path} />
      </DeskForm>
    </Layout>
  );
}

export interface BatchReportPageProps {
  readonly page: PageContext;
  readonly batchPath: string;
  readonly rows: readonly SubmittedRow[];
}

/** What became of each request, those held back first, each with why and what would help. */
export function BatchReportPage({ page, batchPath, rows }: BatchReportPageProps): VNode {
  const { t, language } = page;
  const count = (outcome: SubmittedRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const title = t('batch.report.title', { submitted: count('submitted') });
  const sorted = [...rows].sort((one, other) => Number(one.problem === null) - Number(other.problem === null));
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p role="status">{t('batch.report.held', { count: count('not_submitted') })}</p>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            {[t('batch.column.number'), t('list.column.reference'), t('batch.report.result')].map((name) => (
              <th role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sorted.map(({ place, requestId, reference, outcome, problem }) => {
            const text = problem && problemTextOf(problem.code, language, problem.details);
            return (
              <tr role="row">
                <td role="cell" data-label={t('batch.column.number')}>
                  {place + 1}
                </td>
                <th role="rowheader" scope="row">
                  <a href={`/tracing-requests/${requestId}`}>
                    <Id>{reference}</Id>
                  </a>
                </th>
                <td role="cell" data-label={t('batch.report.result')}>
                  <span class={`tag ${problem ? 'warning' : 'done'}`}>{t(`batch.outcome.${outcome}`)}</span>{' '}
                  {text && `${text.title}. ${text.detail}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div class="buttons">
        <a class="button" href={batchPath}>
          {t('batch.report.back')}
        </a>
      </div>
    </Layout>
  );
}

/** Warnings before advice, as the check of a single draft has them. */
function sharedFindings(drafts: readonly BatchRow[]): readonly SharedFinding[] {
  const byRule = new Map<TraceabilityRule, { finding: RowFinding; rows: BatchRow[]; unanswered: number }>();
  for (const row of drafts) {
    for (const finding of row.check?.findings ?? []) {
      const shared = byRule.get(finding.rule) ?? { finding, rows: [], unanswered: 0 };
      byRule.set(finding.rule, shared);
      shared.rows.push(row);
      if (asksForAnswer(finding) && finding.answered === null) shared.unanswered += 1;
    }
  }
  return [...byRule.values()].sort((one, other) => severityOf(one) - severityOf(other));
}

function severityOf({ finding }: SharedFinding): number {
  return finding.severity === 'warning' ? 0 : 1;
}

function draftsIn(requests: BatchGroup['requests']): readonly BatchRow[] {
  return requests.filter(({ status }) => status === 'draft');
}

function pathOf({ content }: ChosenRequests): string {
  return `/request-batches/${content.batch.id}`;
}

function groupPath({ group }: ChosenRequests): string {
  return group === null ? 'all' : String(group.number);
}
