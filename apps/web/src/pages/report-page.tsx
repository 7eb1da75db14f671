import { stateName } from '@tracedesk/language';
import {
  ACKNOWLEDGEMENT_FIGURES,
  ANSWER_FIGURES,
  RESPONSE_KINDS,
  type ComplianceFigures,
  type ComplianceReport,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { DateField, type FormView } from '../views/fields.js';
import { ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';

export interface ReportPageProps {
  readonly page: PageContext;
  readonly form: FormView;
  /** Null while the period asked for is wrong. */
  readonly report: ComplianceReport | null;
}

/** Silence, measured: the own State in both directions, per counterpart. */
export function ReportPage({ page, form, report }: ReportPageProps): VNode {
  const { t } = page;
  const own = page.person?.state;
  return (
    <Layout page={page} title={t('report.title')} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{t('report.title')}</h1>
      <p class="lede">{t('report.about')}</p>
      <form method="get" action="/reports">
        <DateField form={form} name="from" label={t('report.from')} />
        <DateField form={form} name="to" label={t('report.to')} />
        <div class="buttons">
          <button class="main">{t('report.show')}</button>
          {report && <a href={`/reports/compliance.csv?from=${report.from}&to=${report.to}`}>{t('report.csv')}</a>}
        </div>
      </form>
      {report && (
        <>
          <Direction
            page={page}
            name="byOthers"
            figures={report.figures.filter(({ requestingState }) => requestingState === own)}
          />
          <Direction page={page} name="byUs" figures={report.figures.filter(({ requestedState }) => requestedState === own)} />
          <p>{t('report.again', { count: report.rows.length })}</p>
        </>
      )}
    </Layout>
  );
}

function Direction(props: {
  readonly page: PageContext;
  readonly name: 'byOthers' | 'byUs';
  readonly figures: readonly ComplianceFigures[];
}): VNode {
  const { page, name, figures } = props;
  const { t } = page;
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`report.${name}`)}</h2>
      {figures.length === 0 && <p>{t('report.none')}</p>}
      {figures.map((one) => (
        <Counterpart page={page} state={name === 'byOthers' ? one.requestedState : one.requestingState} figures={one} />
      ))}
    </section>
  );
}

function Counterpart(props: { readonly page: PageContext; readonly state: string; readonly figures: ComplianceFigures }): VNode {
  const { page, state, figures } = props;
  const { t } = page;
  const name = stateName(state, page.language);
  const groups = [
    ['acknowledged', ACKNOWLEDGEMENT_FIGURES.map((key) => [t(`report.acknowledged.${key}`), figures.acknowledgement[key]])],
    ['answered', ANSWER_FIGURES.map((key) => [t(`report.answered.${key}`), figures.answer[key]])],
    ['kinds', RESPONSE_KINDS.map((key) => [t(`response.kind.${key}`), figures.kinds[key]])],
  ] as const;
  return (
    <table role="table">
      <caption>{t('report.counterpart', { state: name, requests: figures.requests, misrouted: figures.misrouted })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['group', 'figure', 'count'] as const).map((column) => (
            <th role="columnheader" scope="col">
              {t(`report.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {groups.flatMap(([group, lines]) =>
          lines.map(([label, count]) => (
            <tr role="row">
              <td role="cell" data-label={t('report.column.group')}>
                {t(`report.group.${group}`)}
              </td>
              <th role="rowheader" scope="row">
                {label}
              </th>
              <td role="cell" data-label={t('report.column.count')}>
                {count}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
