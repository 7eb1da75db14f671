import type { HolidayProposal } from '@tracedesk/deadlines/core';
import { stateName } from '@tracedesk/language';
import type { CalendarCorrection, CalendarReading } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, DateField, TextArea, TextField, type FormView } from '../views/fields.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Day, Id, Instant } from '../views/words.js';
import { Proposal } from './calendar-proposal.js';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

export interface CalendarPageProps {
  readonly page: PageContext;
  readonly calendar: CalendarReading;
  readonly isOwn: boolean;
  readonly done: string | null;
}

/** By which days a State counts: the other's calendar decides one's dates too. */
export function CalendarPage({ page, calendar, isOwn, done }: CalendarPageProps): VNode {
  const { t, language, formats } = page;
  const title = t('calendar.title', { state: stateName(calendar.state, language) });
  return (
    <Layout page={page} title={title}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>{title}</h1>
      <p class="lede">{t('calendar.about')}</p>
      <Warning page={page} calendar={calendar} />
      <dl class="facts">
        <div>
          <dt>{t('calendar.version')}</dt>
          <dd>{calendar.version === 0 ? t('calendar.version.none') : calendar.version}</dd>
        </div>
        <div>
          <dt>{t('calendar.timeZone')}</dt>
          <dd>
            <Id>{calendar.timeZone}</Id>
          </dd>
        </div>
        <div>
          <dt>{t('calendar.weekend')}</dt>
          <dd>{calendar.weekend.map((day) => t(`contact.day.${day as 1}`)).join(', ')}</dd>
        </div>
        {calendar.source && (
          <div>
            <dt>{t('calendar.source')}</dt>
            <dd dir="auto">{calendar.source}</dd>
          </div>
        )}
        {calendar.coveredUntil && (
          <div>
            <dt>{t('calendar.coveredUntil')}</dt>
            <dd>{formats.day(calendar.coveredUntil)}</dd>
          </div>
        )}
      </dl>
      <h2>{t('calendar.holidays')}</h2>
      {calendar.holidays.length === 0 ? (
        <p>{t('calendar.holidays.none')}</p>
      ) : (
        <ul>
          {calendar.holidays.map(({ on, name }) => (
            <li>
              <Day page={page} on={on} />: <span dir="auto">{name}</span>
            </li>
          ))}
        </ul>
      )}
      {isOwn && (
        <p>
          <a class="button" href="/calendar/edit">
            {t('calendar.edit')}
          </a>
        </p>
      )}
    </Layout>
  );
}

/** The next 90 days are not covered: dates in working days may come out too early. */
export function Warning({ page, calendar }: { readonly page: PageContext; readonly calendar: CalendarReading }): VNode | null {
  if (calendar.uncoveredFrom === null) return null;
  return <p role="note">{page.t('calendar.uncovered', { day: page.formats.day(calendar.uncoveredFrom) })}</p>;
}

export interface CalendarEditProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly calendar: CalendarReading;
  /** What the package proposes for the country and year asked for; null: the country is missing there; absent: nobody asked. */
  readonly proposed?: HolidayProposal | null;
  /** The Member States of the United Nations that the package has no list of, by name. */
  readonly lacking?: readonly string[];
  /** What this calendar would move, and the mark by which it is known that exactly this was looked at. */
  readonly preview?: { readonly correction: CalendarCorrection; readonly digest: string };
}

/** A new version of the own State's calendar. It is entered only after what it moves has been shown. */
export function CalendarEditPage({ page, form, calendar, proposed, lacking = [], preview }: CalendarEditProps): VNode {
  const { t, language } = page;
  const title = t('calendar.edit.title', { state: stateName(calendar.state, language) });
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{title}</h1>
      <p class="lede">{t('calendar.edit.about')}</p>
      <Warning page={page} calendar={calendar} />
      <DeskForm page={page} action="/calendar/edit" version={calendar.version} keep>
        {preview && <Moves page={page} preview={preview} />}
        <TextField form={form} name="timeZone" label={t('calendar.timeZone')} hint={t('calendar.timeZone.hint')} short exact />
        <CheckBoxes
          form={form}
          name="weekend"
          label={t('calendar.weekend')}
          optional
          choices={DAYS.map((value) => ({ value, label: t(`contact.day.${value}`) }))}
        />
        <TextArea
          form={form}
          name="holidays"
          label={t('calendar.holidays')}
          hint={t('calendar.holidays.hint')}
          optional
          rows={12}
        />
        <TextField form={form} name="source" label={t('calendar.source')} hint={t('calendar.source.hint')} />
        <DateField form={form} name="coveredUntil" label={t('calendar.coveredUntil')} />
        <Buttons page={page} hasPreview={preview !== undefined} />
        <Proposal page={page} form={form} proposed={proposed} lacking={lacking} />
      </DeskForm>
    </Layout>
  );
}

function Buttons({ page: { t, person }, hasPreview }: { readonly page: PageContext; readonly hasPreview: boolean }): VNode {
  return (
    <div class="buttons">
      <button class={hasPreview ? 'second' : 'main'} name="_step" value="preview">
        {t('calendar.preview')}
      </button>
      <a href={`/calendars/${person?.state ?? ''}`}>{t('form.cancel')}</a>
    </div>
  );
}

function Moves({
  page,
  preview,
}: {
  readonly page: PageContext;
  readonly preview: NonNullable<CalendarEditProps['preview']>;
}): VNode {
  const { t } = page;
  const { touched, version } = preview.correction;
  return (
    <section class="consequence" aria-labelledby="moves">
      <h2 id="moves">{t('calendar.moves', { count: touched.length })}</h2>
      <p>{t('calendar.moves.about')}</p>
      {touched.length > 0 && (
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              {(['request', 'clock', 'before', 'after'] as const).map((column) => (
                <th role="columnheader" scope="col">
                  {t(`calendar.moves.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {touched.map(({ reference, clock, dueBefore, dueAt, missed }) => (
              <tr role="row">
                <th role="rowheader" scope="row">
                  <Id>{reference}</Id>
                </th>
                <td role="cell" data-label={t('calendar.moves.clock')}>
                  {t(`deadline.clock.${clock}`)}
                </td>
                <td role="cell" data-label={t('calendar.moves.before')}>
                  <Instant page={page} at={dueBefore} />
                  {missed && <small>{t('calendar.moves.missed')}</small>}
                </td>
                <td role="cell" data-label={t('calendar.moves.after')}>
                  <Instant page={page} at={dueAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <input type="hidden" name="_seen" value={preview.digest} />
      <div class="buttons">
        <button class="main" name="_step" value="correct">
          {t('calendar.correct', { version: String(version) })}
        </button>
      </div>
    </section>
  );
}
