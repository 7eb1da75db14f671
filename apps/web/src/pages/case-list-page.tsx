import { stateName } from '@tracedesk/language';
import { countsAs, type CountedCases, type Tally, type WeaponCase } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { caseName, casePath } from '../views/case-words.js';
import { Fact } from '../views/fact.js';
import { DateField, type FormView } from '../views/fields.js';
import { ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id, Instant } from '../views/words.js';

/** How many cases one list shows. */
const MOST_SHOWN = 200;

export interface CaseListPageProps {
  readonly page: PageContext;
  readonly form: FormView;
  /** Null while the period asked for is wrong. */
  readonly counted: CountedCases | null;
  readonly mayOpen: boolean;
}

/** The own State's cases and the tally they amount to: what is counted stands below its count. */
export function CaseListPage({ page, form, counted, mayOpen }: CaseListPageProps): VNode {
  const { t } = page;
  const state = page.person ? stateName(page.person.state, page.language) : '';
  return (
    <Layout page={page} title={t('cases.title')} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{t('cases.title')}</h1>
      <p class="lede">{t('cases.about', { state })}</p>
      {mayOpen && (
        <p>
          <a class="button second" href="/cases/new">
            {t('cases.open')}
          </a>
        </p>
      )}
      <form method="get" action="/cases">
        <div class="rows">
          <DateField form={form} name="from" label={t('cases.from')} optional />
          <DateField form={form} name="until" label={t('cases.until')} optional />
        </div>
        <button class="second">{t('cases.show')}</button>
      </form>
      {counted && <TallyFacts page={page} tally={counted.tally} />}
      {counted && <Cases page={page} cases={counted.cases} />}
    </Layout>
  );
}

const REST = [
  ['pending', 'pending'],
  ['not_established', 'notEstablished'],
  ['not_attempted', 'notAttempted'],
] as const;

function TallyFacts({ page: { t }, tally }: { readonly page: PageContext; readonly tally: Tally }): VNode {
  const { arms, established, percent, byManner, uniquelyMarked } = tally;
  return (
    <section aria-labelledby="tally">
      <h2 id="tally">{t('tally.title')}</h2>
      <p class="hint">{t('tally.about')}</p>
      <p>
        <strong>{percent === null ? t('tally.result.none') : t('tally.result', { established, arms, percent })}</strong>
      </p>
      <dl class="facts">
        <Fact name={t('tally.numerator')}>
          {established} <span class="about">{t('tally.numerator.parts', tally)}</span>
        </Fact>
        <Fact name={t('tally.denominator')}>{arms}</Fact>
        <Fact name={t('tally.byManner')}>
          <ul>
            {(['seized', 'found', 'surrendered'] as const).map((manner) => (
              <li>{t('tally.ofAll', { name: t(`manner.${manner}`), ...byManner[manner] })}</li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('tally.uniquelyMarked')}>{t('tally.of', uniquelyMarked)}</Fact>
        <Fact name={t('tally.rest')}>
          {arms - established}
          <ul>
            {REST.map(([way, figure]) => (
              <li>{t('frame.named', { name: t(`tally.rest.${way}`), value: tally[figure] })}</li>
            ))}
          </ul>
          <p class="hint">{t('tally.lastHolder')}</p>
        </Fact>
        <Fact name={t('tally.leftOut')}>
          {tally.leftOut} <span class="about">{t('tally.leftOut.about')}</span>
        </Fact>
      </dl>
    </section>
  );
}

const COLUMNS = ['case', 'opened', 'manner', 'requests', 'counts'] as const;

function Cases({ page, cases }: { readonly page: PageContext; readonly cases: readonly WeaponCase[] }): VNode {
  const { t } = page;
  const shown = cases.slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{t('cases.list')}</h2>
      {cases.length === 0 && <p>{t('cases.none')}</p>}
      {cases.length > 0 && (
        <table role="table">
          <caption>{t('cases.list.about')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th role="columnheader" scope="col">
                  {t(`cases.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((one) => (
              <CaseRow page={page} weapon={one} />
            ))}
          </tbody>
        </table>
      )}
      {cases.length > shown.length && <p class="hint">{t('cases.list.more', { shown: shown.length, count: cases.length })}</p>}
    </section>
  );
}

function CaseRow({ page, weapon }: { readonly page: PageContext; readonly weapon: WeaponCase }): VNode {
  const { t } = page;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={casePath(weapon.id)}>
          <Id>{caseName(weapon)}</Id>
        </a>
      </th>
      <td role="cell" data-label={t('cases.column.opened')}>
        <Instant page={page} at={weapon.openedAt} />
      </td>
      <td role="cell" data-label={t('cases.column.manner')}>
        {t(`manner.${weapon.manner}`)}
      </td>
      <td role="cell" data-label={t('cases.column.requests')}>
        {weapon.requestIds.length}
      </td>
      <td role="cell" data-label={t('cases.column.counts')}>
        <CountTag page={page} weapon={weapon} />
      </td>
    </tr>
  );
}

const TONE = {
  by_tracing: 'done',
  by_authority: 'done',
  pending: 'wait',
  not_established: 'quiet',
  not_attempted: 'quiet',
  left_out: 'quiet',
} as const;

/** How a case counts, in words. */
export function CountTag({ page, weapon }: { readonly page: PageContext; readonly weapon: WeaponCase }): VNode {
  const way = countsAs(weapon);
  return <span class={`tag ${TONE[way]}`}>{page.t(`tally.way.${way}`)}</span>;
}
