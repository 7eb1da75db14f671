import { DIRECTORY_PERMISSIONS, PRACTICE_KINDS, type MarkingPractice } from '@tracedesk/directory';
import type { PracticePicture } from '@tracedesk/attachments';
import { mayAct } from '@tracedesk/identity';
import { sortedByName, stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { Picture } from '../views/practice-picture.js';
import { SelectField, TextArea, TextField, type Choice, type FormView } from '../views/fields.js';
import { Buttons, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id, UserText } from '../views/words.js';

export interface PracticesProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly found: readonly MarkingPractice[];
  /** Those that may be shown, of all that were found. */
  readonly pictures: readonly PracticePicture[];
  /** States of the directory. */
  readonly states: readonly string[];
  readonly done: string | null;
}

/** The library: a search, and what fits. */
export function PracticesPage({ page, form, found, pictures, states, done }: PracticesProps): VNode {
  const { t, language, person } = page;
  const may = (action: string): boolean => person !== null && mayAct(DIRECTORY_PERMISSIONS, person.role, action);
  return (
    <Layout page={page} title={t('practice.title')} hasErrors={form.faults.size > 0}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <ErrorSummary form={form} />
      <h1>{t('practice.title')}</h1>
      <p class="lede">{t('practice.about')}</p>
      <DeskForm page={page} action="/marking-practices">
        <TextField form={form} name="q" label={t('practice.q')} optional />
        <SelectField form={form} name="kind" label={t('practice.kind')} blank={t('practice.anyKind')} choices={kindsIn(page)} />
        <SelectField
          form={form}
          name="state"
          label={t('practice.state')}
          blank={t('practice.anyState')}
          choices={sortedByName(states, language).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div class="buttons">
          <button class="main">{t('practice.search')}</button>
          {may('marking_practice.add') && <a href="/marking-practices/new">{t('practice.add')}</a>}
        </div>
      </DeskForm>
      <p role="status">{t('practice.found', { count: found.length })}</p>
      {found.map((practice) => (
        <Practice
          page={page}
          practice={practice}
          pictures={pictures.filter(({ practiceId }) => practiceId === practice.id)}
          isOwn={person?.state === practice.state && may('marking_practice.amend')}
        />
      ))}
    </Layout>
  );
}

function Practice(props: {
  readonly page: PageContext;
  readonly practice: MarkingPractice;
  readonly pictures: readonly PracticePicture[];
  readonly isOwn: boolean;
}): VNode {
  const { page, practice, pictures, isOwn } = props;
  const { t, language } = page;
  const id = `practice-${practice.id}`;
  const years = yearsIn(page, practice);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {stateName(practice.state, language)}: {kindName(page, practice.kind)}
      </h2>
      <UserText>{practice.looksLike}</UserText>
      {pictures.map((picture) => (
        <Picture page={page} picture={picture} practice={practice} />
      ))}
      <dl class="facts">
        {practice.example && (
          <div>
            <dt>{t('practice.example')}</dt>
            <dd>
              <Id>{practice.example}</Id>
            </dd>
          </div>
        )}
        {practice.place && (
          <div>
            <dt>{t('practice.place')}</dt>
            <dd dir="auto">{practice.place}</dd>
          </div>
        )}
        {years && (
          <div>
            <dt>{t('practice.years')}</dt>
            <dd>{years}</dd>
          </div>
        )}
        <div>
          <dt>{t('practice.source')}</dt>
          <dd dir="auto">{practice.source}</dd>
        </div>
      </dl>
      {isOwn && (
        <p>
          <a href={`/marking-practices/${practice.id}/edit`}>
            {t('practice.edit')}
            <span class="unseen"> {kindName(page, practice.kind)}</span>
          </a>{' '}
          <a href={`/marking-practices/${practice.id}/pictures`}>
            {t('practice.pictures')}
            <span class="unseen"> {kindName(page, practice.kind)}</span>
          </a>
        </p>
      )}
    </section>
  );
}

export interface PracticeFormProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly once: string;
  /** The practice to change; none: a new one. */
  readonly practice?: { readonly id: string; readonly version: number };
}

/** What an administrator tells of the own State's marks. */
export function PracticeFormPage({ page, form, once, practice }: PracticeFormProps): VNode {
  const { t } = page;
  const title = t('practice.edit.title', { state: stateName(page.person?.state ?? '', page.language) });
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{title}</h1>
      <p class="lede">{t('practice.edit.about')}</p>
      <DeskForm
        page={page}
        action={practice ? `/marking-practices/${practice.id}/edit` : '/marking-practices/new'}
        once={once}
        keep
        {...(practice ? { version: practice.version } : {})}
      >
        <SelectField form={form} name="kind" label={t('practice.kind')} paragraph="31(b)" choices={kindsIn(page)} />
        <TextArea form={form} name="looksLike" label={t('practice.looksLike')} />
        <TextField form={form} name="example" label={t('practice.example')} optional exact />
        <TextField form={form} name="place" label={t('practice.place')} optional />
        <TextField form={form} name="sinceYear" label={t('practice.sinceYear')} optional short exact />
        <TextField form={form} name="untilYear" label={t('practice.untilYear')} optional short exact />
        <TextField form={form} name="source" label={t('practice.source')} />
        <Buttons page={page} confirm={t('contact.save')} cancel="/marking-practices" />
      </DeskForm>
    </Layout>
  );
}

function kindsIn(page: PageContext): readonly Choice[] {
  return PRACTICE_KINDS.map((value) => ({ value, label: kindName(page, value) }));
}

export function kindName({ t }: PageContext, kind: string): string {
  return t.maybe(`practiceKind.${kind}`) ?? t.maybe(`markingKind.${kind}`) ?? kind;
}

function yearsIn({ t }: PageContext, { sinceYear, untilYear }: MarkingPractice): string | null {
  const [since, until] = [String(sinceYear), String(untilYear)];
  if (sinceYear !== null && untilYear !== null) return t('practice.years.between', { since, until });
  if (sinceYear !== null) return t('practice.years.since', { since });
  return untilYear === null ? null : t('practice.years.until', { until });
}
