import { CLOCK_NAMES, UNITS } from '@tracedesk/deadlines/core';
import { sortedByName } from '@tracedesk/language';
import { LEGAL_BASES, PRIORITIES } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, Radios, SelectField, TextField, type FormView } from '../views/fields.js';
import { Buttons, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { EscalationFields } from './escalation-fields.js';

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
        <EscalationFields form={form} />
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
