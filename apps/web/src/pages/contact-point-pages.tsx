import {
  CONTACT_LANGUAGES,
  CONTACT_SCOPES,
  DIRECTORY_PERMISSIONS,
  type ContactPoint,
  type ContactPointVersion,
} from '@tracedesk/directory';
import { mayAct } from '@tracedesk/identity';
import { stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { ContactFacts, DetailFacts, scopeName } from '../views/contact-facts.js';
import { CheckBoxes, DateField, TextArea, TextField, type FormView } from '../views/fields.js';
import { Buttons, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Instant } from '../views/words.js';

export interface ContactPointProps {
  readonly page: PageContext;
  readonly office: ContactPoint;
  readonly history: readonly ContactPointVersion[];
  readonly once: string;
  readonly done: string | null;
}

/** One office with what stood there before; its own State finds here what it may do with it. */
export function ContactPointPage({ page, office, history, once, done }: ContactPointProps): VNode {
  const { t, person } = page;
  const may = (action: string): boolean => person?.state === office.state && mayAct(DIRECTORY_PERMISSIONS, person.role, action);
  const path = `/contact-points/${office.id}`;
  return (
    <Layout page={page} title={office.office}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <p>
        <a href={`/directory/${office.state}`}>{t('directory.state.title', { state: stateName(office.state, page.language) })}</a>
      </p>
      <h1 dir="auto">{office.office}</h1>
      <ContactFacts page={page} office={office} clock={null} />
      {may('contact_point.confirm') && (
        <DeskForm page={page} action={`${path}/confirm`} version={office.version} once={once}>
          <div class="buttons">
            <button class="main">{t('contact.confirm')}</button>
            {may('contact_point.amend') && <a href={`${path}/edit`}>{t('contact.edit')}</a>}
          </div>
        </DeskForm>
      )}
      <section aria-labelledby="history">
        <h2 id="history">{t('contact.history')}</h2>
        {history.length === 0 && <p>{t('contact.history.none')}</p>}
        {history.map(({ version, replacedAt, content }) => (
          <details>
            <summary>
              {t('contact.history.version', { version })}{' '}
              {t.rich('contact.history.until', { time: <Instant page={page} at={replacedAt} /> })}
            </summary>
            <p dir="auto">{content.office}</p>
            <dl class="facts">
              <DetailFacts page={page} office={content} />
            </dl>
          </details>
        ))}
      </section>
    </Layout>
  );
}

export interface ContactFormProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly once: string;
  /** The office to change; none: a new one. */
  readonly office?: { readonly id: string; readonly version: number; readonly name: string };
}

/** What an administrator says of an office of the own State. */
export function ContactFormPage({ page, form, once, office }: ContactFormProps): VNode {
  const { t } = page;
  const title = office ? t('contact.edit.title', { office: office.name }) : t('contact.new.title');
  const path = office ? `/contact-points/${office.id}` : `/directory/${page.person?.state ?? ''}`;
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{title}</h1>
      <p class="lede">{t('contact.edit.about')}</p>
      <DeskForm
        page={page}
        action={office ? `${path}/edit` : '/contact-points/new'}
        once={once}
        keep
        {...(office ? { version: office.version } : {})}
      >
        <TextField form={form} name="office" label={t('contact.office')} paragraph="25" />
        <TextField form={form} name="email" label={t('contact.email')} exact />
        <TextField form={form} name="telephone" label={t('contact.telephone')} optional short exact />
        <ContactFormFields form={form} />
        {!office && <DateField form={form} name="validFrom" label={t('contact.validFrom')} />}
        <DateField form={form} name="validUntil" label={t('contact.validUntil')} optional />
        <Buttons page={page} confirm={t('contact.save')} cancel={path} />
      </DeskForm>
    </Layout>
  );
}

const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

function ContactFormFields({ form }: { readonly form: FormView }): VNode {
  const { page } = form;
  const { t } = page;
  const names = new Intl.DisplayNames(page.language, { type: 'language' });
  const hint = t('contact.hours.hint');
  return (
    <>
      <CheckBoxes
        form={form}
        name="languages"
        label={t('contact.languages')}
        choices={CONTACT_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
      <TextArea form={form} name="channels" label={t('contact.channels')} hint={t('contact.channels.hint')} optional rows={2} />
      <CheckBoxes
        form={form}
        name="workingDays"
        label={t('contact.workingDays')}
        optional
        choices={DAYS.map((value) => ({ value, label: t(`contact.day.${value}`) }))}
      />
      <TextField form={form} name="opensAt" label={t('contact.opensAt')} hint={hint} optional short exact />
      <TextField form={form} name="closesAt" label={t('contact.closesAt')} hint={hint} optional short exact />
      <TextArea form={form} name="deputies" label={t('contact.deputies')} hint={t('contact.deputies.hint')} optional rows={2} />
      <CheckBoxes
        form={form}
        name="scope"
        label={t('contact.scope')}
        choices={CONTACT_SCOPES.map((value) => ({ value, label: scopeName(page, value) }))}
      />
    </>
  );
}
