import { COUNTRY_BASES, FIREARM_ACTIONS, FIREARM_TYPES, OBJECT_STATUSES, ORIGIN_CLASSES } from '@tracedesk/firearms';
import type { VNode } from 'preact';
import { SelectField, Stated, TextField, type ChoiceGroup, type FormView } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { choicesOf, countryChoices, yesOrNo } from './rows.js';

/** The firearm itself (ITI 17(b)): what the instrument names first, then what helps. Its marks have a page of their own. */
export function FirearmFields({ form }: { readonly form: FormView }): VNode {
  const { page } = form;
  const { t } = page;
  const name = (field: string): string => `question.firearm.${field}`;
  return (
    <>
      <Stated form={form} name={name('type')} label={t('field.type')} paragraph="4, 17(b)">
        <SelectField form={form} name={name('type.value')} repeated label={t('field.type')} choices={firearmTypeChoices(page)} />
      </Stated>
      <Stated form={form} name={name('calibre')} label={t('field.calibre')} paragraph="17(b)">
        <TextField
          form={form}
          name={name('calibre.value')}
          repeated
          label={t('field.calibre')}
          hint={t('field.calibreHint')}
          short
          exact
        />
      </Stated>
      <TextField form={form} name={name('make')} label={t('field.make')} hint={t('field.makeHint')} optional />
      <TextField form={form} name={name('model')} label={t('field.model')} optional />
      <SelectField
        form={form}
        name={name('action')}
        label={t('field.action')}
        optional
        choices={choicesOf(FIREARM_ACTIONS, (value) => t(`firearmAction.${value}`))}
      />
      <SelectField form={form} name={name('automatic')} label={t('field.automatic')} optional choices={yesOrNo(page)} />
      <SelectField
        form={form}
        name={name('countryOfManufacture')}
        label={t('field.countryOfManufacture')}
        hint={t('field.countryHint')}
        optional
        choices={countryChoices(page)}
      />
      <SelectField
        form={form}
        name={name('countryBasis')}
        label={t('field.countryBasis')}
        optional
        choices={choicesOf(COUNTRY_BASES, (value) => t(`countryBasis.${value}`))}
      />
      <TextField form={form} name={name('yearOfManufacture')} label={t('field.yearOfManufacture')} optional short exact />
      <SelectField
        form={form}
        name={name('originClass')}
        label={t('field.originClass')}
        hint={t('field.originClassHint')}
        optional
        choices={choicesOf(ORIGIN_CLASSES, (value) => t(`originClass.${value}`))}
      />
      <TextField
        form={form}
        name={name('originalType')}
        label={t('field.originalType')}
        hint={t('field.originalTypeHint')}
        optional
      />
      <SelectField
        form={form}
        name={name('custody.status')}
        label={t('field.objectStatus')}
        paragraph="9"
        optional
        choices={choicesOf(OBJECT_STATUSES, (value) => t(`objectStatus.${value}`))}
      />
      <TextField form={form} name={name('custody.exhibitNumber')} label={t('field.exhibitNumber')} optional short exact />
      <TextField form={form} name={name('custody.laboratoryReport')} label={t('field.laboratoryReport')} optional short exact />
    </>
  );
}

function firearmTypeChoices({ t }: PageContext): ChoiceGroup[] {
  const types = Object.entries(FIREARM_TYPES) as [keyof typeof FIREARM_TYPES, '4(a)' | '4(b)'][];
  return (['4(a)', '4(b)'] as const).map((paragraph) => ({
    label: t(`firearmClass.${paragraph}`),
    choices: types.filter(([, own]) => own === paragraph).map(([value]) => ({ value, label: t(`firearmType.${value}`) })),
  }));
}
