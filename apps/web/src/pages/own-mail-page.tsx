import { MAIL_WAYS, type OwnMail } from '@tracedesk/notifications';
import type { VNode } from 'preact';
import { CheckBoxes, Radios, TextField, type FormView } from '../views/fields.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { Id } from '../views/words.js';

export interface OwnMailPageProps {
  readonly form: FormView;
  readonly mail: OwnMail;
  readonly done: string | null;
}

const PLACE = '/notices/preferences';

/** How the person is written to: an address that they have proved, and when. */
export function OwnMailPage({ form, mail, done }: OwnMailPageProps): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <Layout page={page} title={t('ownMail.title')} hasErrors={form.faults.size > 0}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <ErrorSummary form={form} />
      <h1>{t('ownMail.title')}</h1>
      <p class="lede">{t('ownMail.about')}</p>
      <section aria-labelledby="address">
        <h2 id="address">{t('ownMail.address')}</h2>
        <Address form={form} mail={mail} />
      </section>
      <section aria-labelledby="when">
        <h2 id="when">{t('ownMail.when')}</h2>
        <DeskForm page={page} action={PLACE}>
          <Radios
            form={form}
            name="byMail"
            label={t('ownMail.byMail')}
            choices={MAIL_WAYS.map((value) => ({ value, label: t(`ownMail.byMail.${value}`) }))}
          />
          <TextField
            form={form}
            name="digestHour"
            label={t('ownMail.digestHour')}
            hint={t('ownMail.digestHour.hint', { zone: mail.timeZone })}
            optional
            short
            exact
          />
          <TextField
            form={form}
            name="quietFrom"
            label={t('ownMail.quietFrom')}
            hint={t('ownMail.quiet.hint')}
            optional
            short
            exact
          />
          <TextField form={form} name="quietUntil" label={t('ownMail.quietUntil')} optional short exact />
          <CheckBoxes
            form={form}
            name="urgentThrough"
            label={t('ownMail.urgentThrough')}
            choices={[{ value: 'yes', label: t('ownMail.urgentThrough.yes') }]}
          />
          <div class="buttons">
            <button class="main">{t('ownMail.save')}</button>
            <a href="/notices">{t('notices.title')}</a>
          </div>
        </DeskForm>
      </section>
    </Layout>
  );
}

function Address({ form, mail: { address, askedAddress } }: Omit<OwnMailPageProps, 'done'>): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <>
      <p>{address === null ? t('ownMail.address.none') : t.rich('ownMail.address.is', { address: <Id>{address}</Id> })}</p>
      {address !== null && (
        <DeskForm page={page} action={`${PLACE}/address/remove`}>
          <button class="plain">{t('ownMail.address.remove')}</button>
        </DeskForm>
      )}
      {askedAddress !== null && (
        <DeskForm page={page} action={`${PLACE}/address/confirm`}>
          <p>{t.rich('ownMail.address.asked', { address: <Id>{askedAddress}</Id> })}</p>
          <TextField form={form} name="code" label={t('ownMail.code')} exact />
          <div class="buttons">
            <button class="second">{t('ownMail.prove')}</button>
          </div>
        </DeskForm>
      )}
      <DeskForm page={page} action={`${PLACE}/address`}>
        <TextField
          form={form}
          name="address"
          label={t('ownMail.address.new')}
          hint={t('ownMail.address.hint')}
          exact
          autocomplete="email"
        />
        <div class="buttons">
          <button class="second">{t('ownMail.address.ask')}</button>
        </div>
      </DeskForm>
    </>
  );
}
