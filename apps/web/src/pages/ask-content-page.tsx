import type { Purpose } from '@tracedesk/confidentiality';
import type { VNode } from 'preact';
import { Radios, TextArea, type FormView } from '../views/fields.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { Id } from '../views/words.js';

export interface AskContentPageProps {
  /** Says what is asked to be read: of a request, of a case, or of a batch. */
  readonly title: 'content.askTitle' | 'chain.ask' | 'batch.ask';
  readonly reference: string;
  readonly action: string;
  readonly back: string;
  readonly form: FormView;
  /** Purposes that some rule allows the reader's role. */
  readonly purposes: readonly Purpose[];
}

/** Asks what the content is wanted for, before any of it is shown. */
export function AskContentPage({ title, reference, action, back, form, purposes }: AskContentPageProps): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <Layout page={page} title={t(title, { reference })} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{t.rich(title, { reference: <Id>{reference}</Id> })}</h1>
      <p class="lede">{t('content.about')}</p>
      <DeskForm page={page} action={action}>
        <Radios
          form={form}
          name="purpose"
          label={t('content.purpose')}
          paragraph="15"
          choices={purposes.map((value) => ({ value, label: t(`content.purpose.${value}`) }))}
        />
        <TextArea
          form={form}
          name="justification"
          label={t('content.justification')}
          hint={t('content.justificationHint')}
          rows={3}
        />
        <div class="buttons">
          <button class="main">{t('content.open')}</button>
          <a href={back}>{t('form.cancel')}</a>
        </div>
      </DeskForm>
    </Layout>
  );
}
