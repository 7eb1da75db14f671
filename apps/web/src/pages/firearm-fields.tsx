import { FIREARM_TYPES, MARKING_KINDS, MARKING_PLACES } from '@tracedesk/firearms';
import { countriesOnMarks, sortedByName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { SelectField, Stated, TextField, valueIn, type Choice, type ChoiceGroup, type FormView } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { Paragraph } from '../views/words.js';

/** The firearm as its finder reads it (ITI 17(b)): what the instrument names first, then what helps. */
export function FirearmFields({ form }: { readonly form: FormView }): VNode {
  const { page } = form;
  const { t } = page;
  const name = (field: string): string => `question.firearm.${field}`;
  const countries = countryChoices(page);
  const places: Choice[] = MARKING_PLACES.map((value) => ({ value, label: t(`markingPlace.${value}`) }));
  return (
    <>
      <Stated form={form} name={name('serialNumber')} label={t('field.serialNumber')} paragraph="8, 17(b)">
        <TextField
          form={form}
          name={name('serialNumber.value')}
          repeated
          label={t('field.serialNumber')}
          hint={t('field.serialNumberHint')}
          exact
        />
        <SelectField
          form={form}
          name={name('serialNumberPlace')}
          label={t('field.serialNumberPlace')}
          paragraph="10"
          choices={places}
        />
      </Stated>
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
        name={name('countryOfManufacture')}
        label={t('field.countryOfManufacture')}
        hint={t('field.countryHint')}
        optional
        choices={countries}
      />
      <TextField form={form} name={name('yearOfManufacture')} label={t('field.yearOfManufacture')} optional short exact />
      <fieldset class="field">
        <legend>
          {t('field.importMarks')} <span class="optional">{t('form.optional')}</span> <Paragraph page={page}>8(b)</Paragraph>
        </legend>
        <p class="hint">{t('field.importMarksHint')}</p>
        {rowsOf(form, name('importMarks')).map((row, index) => (
          <div class="rows">
            <SelectField
              form={form}
              name={`${row}.state`}
              label={t('field.importMarkState', { number: index + 1 })}
              choices={countries}
            />
            <TextField form={form} name={`${row}.year`} label={t('field.importMarkYear', { number: index + 1 })} short exact />
          </div>
        ))}
      </fieldset>
      <fieldset class="field">
        <legend>
          {t('field.markings')} <span class="optional">{t('form.optional')}</span> <Paragraph page={page}>17(b)</Paragraph>
        </legend>
        <p class="hint">
          <a href="/marking-practices">{t('practice.link')}</a>
        </p>
        {rowsOf(form, name('markings')).map((row, index) => (
          <div class="rows">
            <TextField form={form} name={`${row}.text`} label={t('field.markingText', { number: index + 1 })} exact />
            <SelectField
              form={form}
              name={`${row}.kind`}
              label={t('field.markingKind', { number: index + 1 })}
              choices={MARKING_KINDS.map((value) => ({ value, label: t(`markingKind.${value}`) }))}
            />
            <SelectField
              form={form}
              name={`${row}.place`}
              label={t('field.markingPlace', { number: index + 1 })}
              choices={places}
            />
          </div>
        ))}
      </fieldset>
    </>
  );
}

const BLANK_ROWS = 2;

/** Names of the rows of a list: those filled, and a few blank ones. Saving gives more. */
function rowsOf(form: FormView, name: string): readonly string[] {
  const filled = Object.keys(form.values)
    .filter((field) => field.startsWith(`${name}.`) && valueIn(form, field) !== '')
    .map((field) => Number(field.slice(name.length + 1).split('.')[0]));
  return Array.from({ length: Math.max(-1, ...filled) + 1 + BLANK_ROWS }, (_, index) => `${name}.${index}`);
}

/** Every country that may stand on a firearm, by name. */
export function countryChoices({ language, demonstration }: PageContext): Choice[] {
  return sortedByName(countriesOnMarks(demonstration), language).map(({ code, name }) => ({ value: code, label: name }));
}

function firearmTypeChoices({ t }: PageContext): ChoiceGroup[] {
  const types = Object.entries(FIREARM_TYPES) as [keyof typeof FIREARM_TYPES, '4(a)' | '4(b)'][];
  return (['4(a)', '4(b)'] as const).map((group) => ({
    label: t(`firearmClass.${group}`),
    choices: types.filter(([, of]) => of === group).map(([value]) => ({ value, label: t(`firearmType.${value}`) })),
  }));
}
