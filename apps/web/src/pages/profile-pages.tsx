import { CLOCK_NAMES, UNITS, asDeadlineProfile, type DeadlineProfile } from '@tracedesk/deadlines/core';
import { sortedByName, stateName } from '@tracedesk/language';
import { LEGAL_BASES, PRIORITIES, type CalendarReading, type ProfileList, type ProfileReading } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, Radios, SelectField, TextField, type FormView } from '../views/fields.js';
import { Buttons, Consequence, DeskForm, ErrorSummary } from '../views/form.js';
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
              {stateName(counterpartOf(page, profile), page.language)}
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
  const title = t('profile.one', { state: stateName(counterpartOf(page, newest), page.language) });
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
          <Consequence page={page}>{[t(`profile.act.${act}.about`)]}</Consequence>
          <div class="buttons">
            <button class={act === 'agree' ? 'main' : undefined}>
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
      <p>
        {typeof pauses === 'object' ? t('profile.pauses.capped', { days: pauses.cappedDays }) : t(`profile.pauses.${pauses}`)}{' '}
        {t(`profile.onMiss.${onMiss}`)}
      </p>
    </>
  );
}

export interface ProposeProfilePageProps {
  readonly page: PageContext;
  readonly form: FormView;
  /** States of the directory other than the own. */
  readonly states: readonly string[];
}

/** What an administrator proposes to another State. */
export function ProposeProfilePage({ page, form, states }: ProposeProfilePageProps): VNode {
  const { t, language } = page;
  const profile = form.values['profile'];
  return (
    <Layout page={page} title={t('profile.propose')} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{t('profile.propose')}</h1>
      <p class="lede">{t('profile.propose.about')}</p>
      <DeskForm page={page} action="/deadline-profiles/new" keep>
        {typeof profile === 'string' && profile !== '' && <input type="hidden" name="profile" value={profile} />}
        <SelectField
          form={form}
          name="otherState"
          label={t('profile.column.with')}
          choices={sortedByName(states, language).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField form={form} name="sentence" label={t('profile.sentence')} hint={t('profile.sentence.hint')} />
        <TextField form={form} name="citation" label={t('profile.citation')} />
        <CheckBoxes
          form={form}
          name="legalBases"
          label={t('profile.legalBases')}
          hint={t('profile.noneMeansAny')}
          optional
          choices={LEGAL_BASES.map((value) => ({ value, label: t(`legalBasis.${value}`) }))}
        />
        <CheckBoxes
          form={form}
          name="priorities"
          label={t('profile.prioritiesField')}
          hint={t('profile.noneMeansAny')}
          optional
          choices={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
        <TextField
          form={form}
          name="precedence"
          label={t('profile.precedence')}
          hint={t('profile.precedence.hint')}
          short
          exact
        />
        {CLOCK_NAMES.map((clock) => (
          <ClockFields form={form} clock={clock} />
        ))}
        <Radios
          form={form}
          name="pauses"
          label={t('profile.pauses')}
          choices={(['pauses', 'does_not_pause', 'capped'] as const).map((value) => ({
            value,
            label: t(`profile.pauses.choice.${value}`),
          }))}
        />
        <TextField form={form} name="capDays" label={t('profile.capDays')} optional short exact />
        <Radios
          form={form}
          name="onMiss"
          label={t('profile.onMiss')}
          choices={(['recorded', 'reasons_expected'] as const).map((value) => ({ value, label: t(`profile.onMiss.${value}`) }))}
        />
        <Buttons page={page} confirm={t('profile.propose.send')} cancel="/deadline-profiles" />
      </DeskForm>
    </Layout>
  );
}

function ClockFields({ form, clock }: { readonly form: FormView; readonly clock: (typeof CLOCK_NAMES)[number] }): VNode {
  const { t } = form.page;
  const urgencies = clock === 'response' ? (['routine', 'urgent', 'urgentDirect'] as const) : (['routine', 'urgent'] as const);
  return (
    <fieldset class="field">
      <legend>{t(`deadline.clock.${clock}`)}</legend>
      {urgencies.map((urgency) => {
        const label = t(`profile.urgency.${urgency === 'urgentDirect' ? 'urgent_direct' : urgency}`);
        const optional = clock === 'consent' || urgency === 'urgentDirect';
        return (
          <>
            <TextField form={form} name={`periods.${clock}.${urgency}.length`} label={label} optional={optional} short exact />
            <SelectField
              form={form}
              name={`periods.${clock}.${urgency}.unit`}
              label={t('profile.unit', { urgency: label })}
              repeated
              choices={UNITS.map((value) => ({ value, label: t(`profile.unit.${value}`) }))}
            />
          </>
        );
      })}
    </fieldset>
  );
}

function counterpartOf({ person }: PageContext, { proposingState, otherState }: ProfileReading): string {
  return proposingState === person?.state ? otherState : proposingState;
}
