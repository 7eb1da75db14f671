import { stateName } from '@tracedesk/language';
import { SUPPLEMENTED_KINDS } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { SelectField, TextArea } from '../views/fields.js';
import { ReadFirst } from './information-pages.js';
import { PointOfDiversionFields } from './diversion-fields.js';
import { GuaranteeTick } from './guarantee-tick.js';
import { ItemFields } from './item-fields.js';
import { MovePage, type MoveProps } from './move-page.js';

export function SeekClarificationPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestedState ?? '', language);
  return (
    <MovePage
      {...props}
      action="seek-clarification"
      title={t('clarification.seek.title')}
      paragraph="23"
      confirm={t('clarification.seek.confirm', { state })}
      consequences={[
        t('consequence.clarification.sent', { state }),
        t('consequence.clarification.clock', { state }),
        t('consequence.clarification.round', { round: request.clarificationRounds + 1 }),
      ]}
      before={<ReadFirst page={page} id={request.id} />}
    >
      <TextArea form={form} name="question" label={t('clarification.question')} rows={5} />
    </MovePage>
  );
}

/** Words are enough; items may come with them. */
export function ClarifyPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestingState, language);
  return (
    <MovePage
      {...props}
      action="clarify"
      title={t('clarify.title')}
      paragraph="23"
      confirm={t('clarify.confirm', { state })}
      consequences={[t('consequence.clarify.sent', { state }), t('consequence.clarify.clock'), t('consequence.items.kept')]}
      before={<ReadFirst page={page} id={request.id} />}
    >
      <TextArea form={form} name="answer" label={t('clarify.answer')} rows={5} />
      <details open={form.faults.size > 0}>
        <summary>{t('clarify.items')}</summary>
        <ItemFields form={form} nameable={props.nameable} correcting />
        <PointOfDiversionFields form={form} />
        <GuaranteeTick form={form} />
      </details>
    </MovePage>
  );
}

export function SupplementPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestingState, language);
  return (
    <MovePage
      {...props}
      action="supplement"
      title={t('supplement.title')}
      paragraph="18"
      confirm={t('supplement.confirm', { state })}
      consequences={[
        t('consequence.supplement.sent', { state }),
        t('consequence.items.kept'),
        ...(request.status === 'closed' ? [t('consequence.supplement.opens')] : []),
      ]}
      before={<ReadFirst page={page} id={request.id} />}
    >
      <TextArea form={form} name="because" label={t('supplement.because')} rows={3} />
      <ItemFields form={form} nameable={props.nameable} correcting />
      <PointOfDiversionFields form={form} />
      <GuaranteeTick form={form} />
      <SelectField
        form={form}
        name="kind"
        label={t('supplement.kind')}
        hint={t('supplement.kindHint')}
        optional
        choices={SUPPLEMENTED_KINDS.map((value) => ({ value, label: t(`response.kind.${value}`) }))}
      />
    </MovePage>
  );
}
