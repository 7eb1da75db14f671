import { stateName } from '@tracedesk/language';
import {
  FINDINGS,
  OBSTACLES,
  OUTCOMES,
  outcomeDenial,
  standingOf,
  type Finding,
  type Outcome,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { DateField, SelectField, TextArea, TextField, fieldId, valueIn, type ChoiceGroup } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { useLabel } from '../views/told-labels.js';
import { Paragraph } from '../views/words.js';
import { MovePage, type MoveProps } from './move-page.js';

export function SubmitPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { t, language } = form.page;
  const state = stateName(request.requestedState ?? '', language);
  return (
    <MovePage
      {...props}
      action="submit"
      title={t('submit.title', { state })}
      paragraph="16, 17"
      confirm={t('submit.confirm', { state })}
      consequences={[
        t('consequence.submit.sent', { state }),
        t('consequence.submit.clock', { state }),
        t(`field.priority.${request.priority}About`),
        t('consequence.submit.readers', { state }),
        t('consequence.submit.originals', { state }),
      ]}
    />
  );
}

export function DiscardPage(props: MoveProps): VNode {
  const { t } = props.form.page;
  return (
    <MovePage
      {...props}
      action="discard"
      title={t('discard.title')}
      confirm={t('discard.confirm')}
      danger
      consequences={[t('consequence.discard.sent')]}
    />
  );
}

export function AcknowledgePage(props: MoveProps): VNode {
  const { request, form } = props;
  const { t, language } = form.page;
  const state = stateName(request.requestingState, language);
  return (
    <MovePage
      {...props}
      action="acknowledge"
      title={t('acknowledge.title')}
      paragraph="19"
      confirm={t('acknowledge.confirm')}
      consequences={[t('consequence.acknowledge.sent', { state }), t('consequence.acknowledge.clock')]}
    >
      <TextField
        form={form}
        name="reference"
        label={t('acknowledge.reference')}
        hint={t('acknowledge.referenceHint')}
        short
        exact
      />
      <DateField form={form} name="expectedOn" label={t('acknowledge.expectedOn')} />
    </MovePage>
  );
}

export function WithdrawPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { t, language } = form.page;
  const state = stateName(request.requestedState ?? '', language);
  return (
    <MovePage
      {...props}
      action="withdraw"
      title={t('withdraw.title')}
      confirm={t('withdraw.confirm')}
      danger
      consequences={[t('consequence.withdraw.sent', { state }), t('consequence.withdraw.clock')]}
    >
      <TextArea form={form} name="reason" label={t('withdraw.reason')} />
    </MovePage>
  );
}

export interface ClosePageProps extends MoveProps {
  /** Requests of the own State that could follow this one. */
  readonly followers: readonly { readonly id: string; readonly reference: string }[];
}

export function ClosePage(props: ClosePageProps): VNode {
  const { request, form, followers } = props;
  const { t, language } = form.page;
  const state = stateName(request.requestedState ?? '', language);
  return (
    <MovePage
      {...props}
      action="close"
      title={t('close.title')}
      paragraph="5"
      confirm={t('close.confirm')}
      consequences={[t('consequence.close.sent', { state }), t('consequence.close.clock')]}
    >
      <SelectField
        form={form}
        name="outcome"
        label={t('close.outcome')}
        hint={t('close.outcomeHint')}
        choices={outcomeChoices(form.page, props.request)}
      />
      <SelectField
        form={form}
        name="obstacle"
        label={t('close.obstacle')}
        hint={t('close.obstacleHint')}
        optional
        choices={OBSTACLES.map((value) => ({ value, label: t(`obstacle.${value}`) }))}
      />
      <FollowUp {...props} followers={followers} />
    </MovePage>
  );
}

function FollowUp({ form, followers }: ClosePageProps): VNode {
  const { page } = form;
  const { t } = page;
  const id = fieldId('followUp');
  const choices = ['waived', 'linked'] as const;
  useLabel({
    name: 'followUp.kind',
    label: t('close.followUp'),
    choices: choices.map((value) => ({ value, label: t(`close.followUp.${value}`) })),
  });
  const chosen = valueIn(form, 'followUp.kind');
  const fault = form.faults.get('followUp') ?? form.faults.get('followUp.kind');
  const choice = (value: string, label: string, first = false): VNode => (
    <div class="choice">
      <input type="radio" id={first ? id : `${id}-${value}`} name="followUp.kind" value={value} checked={chosen === value} />
      <label for={first ? id : `${id}-${value}`}>{label}</label>
    </div>
  );
  return (
    <fieldset class={fault === undefined ? 'field' : 'field wrong'}>
      <legend>
        {t('close.followUp')} <Paragraph page={page}>5</Paragraph>
      </legend>
      <p class="hint">{t('close.followUp.hint')}</p>
      {fault !== undefined && <p class="fault">{fault}</p>}
      {choice('', t('close.followUp.none'), true)}
      {choice('waived', t('close.followUp.waived'))}
      <div class="if-unknown">
        <TextArea form={form} name="followUp.because" label={t('close.followUp.because')} rows={2} />
      </div>
      {followers.length > 0 && (
        <>
          {choice('linked', t('close.followUp.linked'))}
          <div class="if-unknown">
            <SelectField
              form={form}
              name="followUp.requestId"
              label={t('close.followUp.request')}
              choices={followers.map((follower) => ({ value: follower.id, label: follower.reference }))}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}

/** Stands for the earlier answers, of which the page is not told: whatever one in full would bear is offered. */
const EARLIER = [{ kind: 'full', finding: null }] as const;

function outcomeChoices({ t }: PageContext, { status, response }: RequestSummary): ChoiceGroup[] {
  const standing = standingOf({ status, latestResponse: response }, response ? EARLIER : []);
  const outcomes = (Object.keys(OUTCOMES) as Outcome[]).filter((outcome) => outcomeDenial(standing, outcome) === null);
  const groups = [
    ['item', t('close.outcome.found')],
    ['no_record', t('close.outcome.notFound')],
  ] as const;
  return groups
    .map(([of, label]) => ({
      label,
      choices: outcomes
        .filter((outcome) => OUTCOMES[outcome].of === of)
        .map((value) => ({ value, label: t(`finding.${value}`) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** Findings that fit an item, or a "no record" response. */
export function findingChoices({ t }: PageContext, of: 'item' | 'no_record'): { value: Finding; label: string }[] {
  const findings = Object.keys(FINDINGS) as Finding[];
  return findings.filter((finding) => FINDINGS[finding].of === of).map((value) => ({ value, label: t(`finding.${value}`) }));
}
