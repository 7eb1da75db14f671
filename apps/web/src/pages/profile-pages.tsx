import { asDeadlineProfile, counterpartOf, type DeadlineProfile } from '@tracedesk/deadlines/core';
import { stateName } from '@tracedesk/language';
import type { CalendarReading, ProfileList, ProfileReading } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { EscalationTable } from '../views/escalation-table.js';
import { DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { PeriodTable } from '../views/period-table.js';
import { Id, Instant } from '../views/words.js';
import { Warning } from './calendar-pages.js';

export interface ProfilesPageProps {
  readonly page: PageContext;
  readonly list: ProfileList;
  readonly calendar: CalendarReading;
  readonly mayPropose: boolean;
  readonly done: string | null;
}

/** By what the dates of requests are counted: agreements of the own State, what ships, and its calendar. */
export function ProfilesPage({ page, list, calendar, mayPropose, done }: ProfilesPageProps): VNode {
  const { t } = page;
  return (
    <Layout page={page} title={t('profile.title')}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>{t('profile.title')}</h1>
      <p class="lede">{t('profile.about')}</p>
      <Warning page={page} calendar={calendar} />
      <p>
        <a href={`/calendars/${calendar.state}`}>{t('profile.calendar')}</a>
      </p>
      <section aria-labelledby="bilateral">
        <h2 id="bilateral">{t('profile.bilateral')}</h2>
        {list.bilateral.length === 0 ? (
          <p>{t('profile.bilateral.none')}</p>
        ) : (
          <Agreements page={page} profiles={list.bilateral} />
        )}
        {mayPropose && (
          <p>
            <a class="button" href="/deadline-profiles/new">
              {t('profile.propose')}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="shipped">
        <h2 id="shipped">{t('profile.shipped')}</h2>
        {list.shipped.map((profile) => (
          <details>
            <summary>
              <Id>{profile.id}</Id>{' '}
              {t(`profile.kind.${profile.source.kind}`, { source: t.maybe(`deadline.source.${profile.id}`) ?? '' })}
            </summary>
            <Rules page={page} profile={profile} />
          </details>
        ))}
      </section>
    </Layout>
  );
}

function Agreements({ page, profiles }: { readonly page: PageContext; readonly profiles: readonly ProfileReading[] }): VNode {
  const { t } = page;
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {(['profile', 'with', 'standing', 'source'] as const).map((column) => (
            <th role="columnheader" scope="col">
              {t(`profile.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {profiles.map((profile) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              <a href={`/deadline-profiles/${profile.id}`}>
                <Id>{profile.id}</Id> {t('profile.version', { version: String(profile.version) })}
              </a>
            </th>
            <td role="cell" data-label={t('profile.column.with')}>
              {nameOfCounterpart(page, profile)}
            </td>
            <td role="cell" data-label={t('profile.column.standing')}>
              {t(`profile.standing.${profile.standing}`)}{' '}
              {profile.acts.includes('agree') && <span class="tag open">{t('profile.waits')}</span>}
            </td>
            <td role="cell" data-label={t('profile.column.source')} dir="auto">
              {profile.terms.source.sentence}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface ProfilePageProps {
  readonly page: PageContext;
  /** The newest first. */
  readonly versions: readonly ProfileReading[];
  readonly mayPropose: boolean;
  readonly done: string | null;
}

/** Every version of a profile of two States, and what may be done about it now. */
export function ProfilePage({ page, versions, mayPropose, done }: ProfilePageProps): VNode {
  const { t } = page;
  const [newest] = versions as readonly [ProfileReading, ...ProfileReading[]];
  const title = t('profile.one', { state: nameOfCounterpart(page, newest) });
  return (
    <Layout page={page} title={title}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>{title}</h1>
      <p class="lede">
        <Id>{newest.id}</Id>
      </p>
      {versions.map((version) => (
        <Version page={page} profile={version} />
      ))}
      <div class="buttons">
        {mayPropose && newest.standing !== 'proposed' && (
          <a class="button" href={`/deadline-profiles/new?from=${newest.id}`}>
            {t('profile.proposeNext')}
          </a>
        )}
        <a href="/deadline-profiles">{t('profile.title')}</a>
      </div>
    </Layout>
  );
}

function Version({ page, profile }: { readonly page: PageContext; readonly profile: ProfileReading }): VNode {
  const { t, language } = page;
  const { version, standing, terms, acts, proposingState, proposedAt } = profile;
  const id = `version-${version}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {t('profile.version', { version: String(version) })}: {t(`profile.standing.${standing}`)}
      </h2>
      <p>
        {t.rich('profile.proposedBy', {
          state: stateName(proposingState, language),
          time: <Instant page={page} at={proposedAt} />,
        })}
      </p>
      <dl class="facts">
        <div>
          <dt>{t('profile.sentence')}</dt>
          <dd dir="auto">{terms.source.sentence}</dd>
        </div>
        <div>
          <dt>{t('profile.citation')}</dt>
          <dd dir="auto">{terms.source.citation}</dd>
        </div>
        <div>
          <dt>{t('profile.precedence')}</dt>
          <dd>{terms.precedence}</dd>
        </div>
      </dl>
      <Rules page={page} profile={asDeadlineProfile(profile)} />
      {acts.map((act) => (
        <DeskForm page={page} action={`/deadline-profiles/${profile.id}/${act}`} version={version}>
          <p>{t(`profile.act.${act}.about`)}</p>
          <div class="buttons">
            <button class={act === 'agree' ? 'main' : 'second'}>
              {t(`profile.act.${act}`)}
              <span class="unseen"> {t('profile.version', { version: String(version) })}</span>
            </button>
          </div>
        </DeskForm>
      ))}
    </section>
  );
}

/** For whom, how long, and what pauses and misses do. */
function Rules({ page, profile }: { readonly page: PageContext; readonly profile: DeadlineProfile }): VNode {
  const { t } = page;
  const { legalBases = [], priorities = [] } = profile.appliesTo;
  const { pauses, onMiss } = profile;
  return (
    <>
      <p>
        {legalBases.length === 0
          ? t('profile.anyBasis')
          : t('profile.bases', { bases: legalBases.map((basis) => t.maybe(`legalBasis.${basis}`) ?? basis).join('; ') })}{' '}
        {priorities.length > 0 &&
          t('profile.priorities', { priorities: priorities.map((one) => t(`priority.${one}`)).join(', ') })}
      </p>
      <PeriodTable page={page} profile={profile} />
      {profile.source.clocks && (
        <p>{t('profile.onlyThese', { clocks: profile.source.clocks.map((clock) => t(`deadline.clock.${clock}`)).join(', ') })}</p>
      )}
      <p>
        {typeof pauses === 'object' ? t('profile.pauses.capped', { days: pauses.cappedDays }) : t(`profile.pauses.${pauses}`)}{' '}
        {t(`profile.onMiss.${onMiss}`)}
      </p>
      <EscalationTable page={page} profile={profile} />
    </>
  );
}

function nameOfCounterpart({ person, language }: PageContext, profile: ProfileReading): string {
  return stateName(person ? counterpartOf(profile, person.state) : profile.proposingState, language);
}
