import { BY_POLICY, type Explanation, type ExplanationLine } from '@tracedesk/deadlines/core';
import { LOCALES, stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';

export interface ExplanationPageProps {
  readonly page: PageContext;
  readonly of: ExplainedRecord;
  readonly explanation: Explanation;
}

/** What the clock runs on. */
export interface ExplainedRecord {
  readonly kind: 'request' | 'consent';
  readonly id: string;
  /** The request's, which a consent is asked under. */
  readonly reference: string;
}

/** The steps from receipt to the due date, as a person would work it out, each on a line of its own. */
export function ExplanationPage({ page, of, explanation }: ExplanationPageProps): VNode {
  const { t, formats } = page;
  const { clock, dueAt, storedDueAt } = explanation;
  const { href, address } = whereOf(of, clock);
  return (
    <Layout page={page} title={t('explanation.title')}>
      <h1>{t('explanation.title')}</h1>
      <p class="lede">{t('explanation.of', { clock: t(`deadline.clock.${clock}`), reference: of.reference })}</p>
      {storedDueAt.getTime() !== dueAt.getTime() && (
        <p role="alert">{t('explanation.differs', { instant: formats.instant(storedDueAt) })}</p>
      )}
      <ol>
        {explanation.lines
          .flatMap((line) => sentencesOf(page, explanation, line))
          .map((sentence) => (
            <li>{sentence}</li>
          ))}
      </ol>
      <p>{t.rich('explanation.again', { address: <bdi dir="ltr">{address}</bdi> })}</p>
      <p>
        <a class="button" href={href}>
          {t(`explanation.back.${of.kind}`)}
        </a>{' '}
        <a href="/deadline-profiles">{t('profile.title')}</a>{' '}
        <a href={`/calendars/${explanation.actingState}`}>
          {t('calendar.title', { state: stateName(explanation.actingState, page.language) })}
        </a>
      </p>
    </Layout>
  );
}

function whereOf({ kind, id }: ExplainedRecord, clock: string): { readonly href: string; readonly address: string } {
  return kind === 'request'
    ? { href: `/tracing-requests/${id}`, address: `/api/v1/tracing-requests/${id}/deadlines/${clock}/explanation` }
    : { href: `/consents/${id}`, address: `/api/v1/consents/${id}/deadline/explanation` };
}

function sentencesOf(page: PageContext, explanation: Explanation, line: ExplanationLine): readonly string[] {
  const { t, formats, language } = page;
  const state = stateName(explanation.actingState, language);
  switch (line.line) {
    case 'started':
      return [t(`explanation.started.${line.start}`, { instant: formats.instant(line.at) })];
    case 'profile':
      return [t(`explanation.profile.${line.kind}`, { ...withWords(line), source: sourceOf(page, explanation) })];
    case 'term':
      return [t(`explanation.term.${line.unit}`, { length: line.length })];
    case 'named_date':
      return [t('explanation.namedDate', { day: formats.day(line.date) })];
    case 'zone':
      return [
        t('explanation.zone', { state, zone: line.timeZone }),
        line.zoneData === undefined ? t('explanation.zoneData.unsaid') : t('explanation.zoneData', { version: line.zoneData }),
      ];
    case 'calendar':
      return [
        t('explanation.calendar', {
          version: String(line.version),
          weekend: line.weekend.map((day) => weekday(page, day)).join(', '),
        }),
        line.holidays.length === 0
          ? t('explanation.holidays.none')
          : t('explanation.holidays', { days: line.holidays.map((day) => formats.day(day)).join('; ') }),
      ];
    case 'term_ends':
      return [t('explanation.termEnds', { instant: formats.instant(line.at) })];
    case 'pause':
      return [pauseSentence(page, line)];
    case 'pauses_added':
      return [
        line.policy === 'does_not_pause'
          ? t('explanation.notPausing')
          : t('explanation.pausesAdded', { count: line.count, length: lengthOf(page, line.addedMs) }),
        ...(line.capped && line.policy !== 'does_not_pause' ? [t('explanation.capped')] : []),
      ];
    case 'carried_over':
      return [t('explanation.carriedOver', { instant: formats.instant(line.at) })];
    case 'recomputed':
      if (line.zoneData !== undefined)
        return [
          t('explanation.recomputedByZones', {
            instant: formats.instant(line.at),
            version: line.zoneData,
            before: formats.instant(line.dueBefore),
          }),
        ];
      return [
        t('explanation.recomputed', {
          instant: formats.instant(line.at),
          version: String(line.calendarVersion),
          before: formats.instant(line.dueBefore),
        }),
      ];
    case 'missed':
      return [t('explanation.missed', { instant: formats.instant(line.dueAt) })];
    case 'due':
      return [
        line.exact
          ? t('explanation.due.exact', { instant: formats.instant(line.at) })
          : t('explanation.due.day', { day: formats.day(line.lastDay), state, instant: formats.instant(line.at) }),
      ];
  }
}

/** An agreement is cited as its two States entered it; the sources that ship are said in each language. */
function sourceOf({ t }: PageContext, { profile }: Explanation): string {
  if (profile.source.sentence === BY_POLICY.sentence) return t('deadline.source.byPolicy');
  return t.maybe(`deadline.source.${profile.id}`) ?? profile.source.sentence;
}

function pauseSentence(
  page: PageContext,
  { by, from, to, cause, countedMs, runsAgainAt }: ExplanationLine & { readonly line: 'pause' },
): string {
  const { t, formats, language } = page;
  const why = `${t.maybe(`event.${cause}`, {}) ?? cause}, ${stateName(by, language)}`;
  if (!to && runsAgainAt) {
    const until = formats.instant(runsAgainAt);
    return t('explanation.pause.openCapped', { from: formats.instant(from), cause: why, until });
  }
  if (!to) return t('explanation.pause.open', { from: formats.instant(from), cause: why });
  return t('explanation.pause', {
    from: formats.instant(from),
    to: formats.instant(to),
    cause: why,
    length: lengthOf(page, countedMs),
  });
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Full minutes: what is added is exact, what is read is rounded down. */
function lengthOf({ t }: PageContext, milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  return t('explanation.length', {
    days: Math.floor(minutes / DAY_MINUTES),
    hours: Math.floor((minutes % DAY_MINUTES) / 60),
    minutes: minutes % 60,
  });
}

function withWords({ id, version }: ExplanationLine & { readonly line: 'profile' }): {
  readonly id: string;
  readonly version: string;
} {
  return { id, version: String(version) };
}

/** The name of a day of the week as ISO counts them; 1 January 2024 was a Monday. */
function weekday({ language }: PageContext, day: number): string {
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );
}
