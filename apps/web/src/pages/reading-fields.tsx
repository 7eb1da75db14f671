import { MARKING_METHODS, OBLITERATIONS, RECOVERY_METHODS } from '@tracedesk/firearms';
import type { VNode } from 'preact';
import { SelectField, TextField, type FormView } from '../views/fields.js';
import { choicesOf, yesOrNo } from './rows.js';

/** How well a mark can be read and what was done to read it: folded away, because most marks can simply be read. */
export function ReadingFields({
  form,
  name,
  of,
}: {
  readonly form: FormView;
  readonly name: string;
  readonly of: string;
}): VNode {
  const { page } = form;
  const { t } = page;
  const field = (own: string): string => `${name}.${own}`;
  const said = Object.keys(form.values).some((each) => READING.some((own) => each === field(own)) && form.values[each] !== '');
  return (
    <details open={said || READING.some((own) => form.faults.has(field(own)))}>
      <summary>{t('field.reading', { of })}</summary>
      <TextField
        form={form}
        name={field('legibility')}
        label={t('field.legibility')}
        hint={t('field.legibilityHint')}
        optional
        short
        exact
      />
      <SelectField
        form={form}
        name={field('obliteration')}
        label={t('field.obliteration')}
        optional
        choices={choicesOf(OBLITERATIONS, (value) => t(`obliteration.${value}`))}
      />
      <SelectField form={form} name={field('recovered')} label={t('field.recovered')} optional choices={yesOrNo(page)} />
      <SelectField
        form={form}
        name={field('recoveryMethod')}
        label={t('field.recoveryMethod')}
        optional
        choices={choicesOf(RECOVERY_METHODS, (value) => t(`recoveryMethod.${value}`))}
      />
      <SelectField
        form={form}
        name={field('method')}
        label={t('field.markingMethod')}
        optional
        choices={choicesOf(MARKING_METHODS, (value) => t(`markingMethod.${value}`))}
      />
    </details>
  );
}

const READING = ['legibility', 'obliteration', 'recovered', 'recoveryMethod', 'method'] as const;
