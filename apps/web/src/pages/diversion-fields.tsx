import { DIVERSION_BASES, INTENDED_USES } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, DateField, Radios, SelectField, TextArea, valueIn, type FormView } from '../views/fields.js';
import { Paragraph } from '../views/words.js';
import { Restrictions } from './restriction-fields.js';
import { choicesOf, countryChoices } from './rows.js';

/** Where the trace ends (ITI 5), where the answer leads so far. */
export function PointOfDiversionFields({ form }: { readonly form: FormView }): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <details open={form.faults.has('pointOfDiversion') || isTouched(form)}>
      <summary>{t('diversion.heading')}</summary>
      <p class="hint">
        {t('diversion.hint')} <Paragraph page={page}>5</Paragraph>
      </p>
      {form.faults.has('pointOfDiversion') && (
        <p class="fault" id="f-pointOfDiversion">
          {form.faults.get('pointOfDiversion')}
        </p>
      )}
      <div class="rows">
        <DateField form={form} name="pointOfDiversion.on" label={t('diversion.on')} optional ofRecord />
        <SelectField
          form={form}
          name="pointOfDiversion.state"
          label={t('diversion.state')}
          optional
          choices={countryChoices(page)}
        />
      </div>
      <Radios
        form={form}
        name="pointOfDiversion.basis"
        label={t('diversion.basis')}
        choices={DIVERSION_BASES.map((value) => ({ value, label: t(`diversion.basis.${value}`) }))}
      />
      <TextArea form={form} name="pointOfDiversion.circumstances" label={t('diversion.circumstances')} rows={3} />
      <Restrictions form={form} name="pointOfDiversion.restrictions" label={t('respond.itemRestrictions')} />
      <CheckBoxes
        form={form}
        name="pointOfDiversion.purposes"
        label={t('item.purposes')}
        hint={t('diversion.restrictionsHint')}
        paragraph="15(b)"
        optional
        choices={choicesOf(INTENDED_USES, (value) => t(`use.${value}`))}
      />
    </details>
  );
}

/** Whether something of it is filled in or wrong: then it is not folded. */
function isTouched(form: FormView): boolean {
  const names = [...Object.keys(form.values).filter((each) => valueIn(form, each) !== ''), ...form.faults.keys()];
  return names.some((each) => each.startsWith('pointOfDiversion.'));
}
