import { COMPONENT_PARTS, MARKING_KINDS, MARKING_PLACES, MARKING_SCHEMES } from '@tracedesk/firearms';
import type { ComponentChildren, VNode } from 'preact';
import { SelectField, Stated, TextField, type FormView } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { Paragraph } from '../views/words.js';
import { ReadingFields } from './reading-fields.js';
import { choicesOf, countryChoices, rowsOf, yesOrNo } from './rows.js';

const firearm = (field: string): string => `question.firearm.${field}`;

/** Every mark on the firearm, exactly as read: the serial number, import marks, and what else is there (ITI 7, 8, 17(b)). */
export function MarkingFields({ form }: { readonly form: FormView }): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <>
      <SelectField
        form={form}
        name={firearm('markingScheme')}
        label={t('field.markingScheme')}
        paragraph="8(a)"
        optional
        choices={choicesOf(MARKING_SCHEMES, (value) => t(`markingScheme.${value}`))}
      />
      <Stated form={form} name={firearm('serialNumber')} label={t('field.serialNumber')} paragraph="8, 17(b)">
        <TextField
          form={form}
          name={firearm('serialNumber.value')}
          repeated
          label={t('field.serialNumber')}
          hint={t('field.serialNumberHint')}
          exact
        />
      </Stated>
      <SelectField
        form={form}
        name={firearm('serialNumberPlace')}
        label={t('field.serialNumberPlace')}
        paragraph="10"
        optional
        choices={choicesOf(MARKING_PLACES, (value) => t(`markingPlace.${value}`))}
      />
      <ReadingFields form={form} name={firearm('serialNumberReading')} of={t('field.serialNumber')} />
      <Rows form={form} legend={t('field.importMarks')} paragraph="8(b)" hint={t('field.importMarksHint')}>
        {rowsOf(form, firearm('importMarks')).map((row, index) => (
          <ImportMarkRow form={form} row={row} number={index + 1} />
        ))}
      </Rows>
      <Rows form={form} legend={t('field.markings')} paragraph="17(b)" hint={t('field.markingsHint')}>
        <div class="field">
          <label for="practice-q">{t('practice.link')}</label>
          <p class="hint" id="practice-q-hint">
            {t('practice.linkHint')}
          </p>
          <input id="practice-q" name="q" type="search" dir="auto" form={PRACTICE_SEARCH} aria-describedby="practice-q-hint" />{' '}
          <button class="second" form={PRACTICE_SEARCH}>
            {t('practice.search')}
          </button>
        </div>
        {rowsOf(form, firearm('markings')).map((row, index) => (
          <MarkingRow form={form} row={row} number={index + 1} />
        ))}
      </Rows>
      <datalist id={COUNTRIES}>
        {countryChoices(page).map(({ value, label }) => (
          <option value={value}>{label}</option>
        ))}
      </datalist>
    </>
  );
}

const PRACTICE_SEARCH = 'practice-search';

/** What the search in the form belongs to, as no form stands inside another: it opens beside, so that what was typed stays. */
export function PracticeSearch({ page }: { readonly page: PageContext }): VNode {
  return (
    <form id={PRACTICE_SEARCH} method="post" action="/marking-practices" target="_blank">
      {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
    </form>
  );
}

/** Parts with their own numbers, the frame or receiver first (ITI 10). */
export function ComponentFields({ form }: { readonly form: FormView }): VNode {
  const { t } = form.page;
  return (
    <>
      {rowsOf(form, firearm('components')).map((row, index) => (
        <fieldset class="field">
          <legend>{t('field.component', { number: index + 1 })}</legend>
          <div class="rows">
            <SelectField
              form={form}
              name={`${row}.part`}
              label={t('field.componentPart')}
              choices={choicesOf(COMPONENT_PARTS, (value) => t(`component.${value}`))}
            />
            <TextField form={form} name={`${row}.serialNumber.value`} label={t('field.serialNumber')} exact />
          </div>
          <TextField form={form} name={`${row}.serialNumber.unknownBecause`} label={t('field.componentNoNumber')} optional />
          <TextField form={form} name={`${row}.make`} label={t('field.make')} optional />
          <TextField form={form} name={`${row}.marks`} label={t('field.componentMarks')} optional exact />
          <ReadingFields form={form} name={row} of={t('field.component', { number: index + 1 })} />
        </fieldset>
      ))}
    </>
  );
}

/** One list of countries serves every row: a list in each would make the page heavy. */
const COUNTRIES = 'countries';

interface RowProps {
  readonly form: FormView;
  readonly row: string;
  readonly number: number;
}

function ImportMarkRow({ form, row, number }: RowProps): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <>
      <div class="rows">
        <SelectField
          form={form}
          name={`${row}.state`}
          label={t('field.importMarkState', { number })}
          choices={countryChoices(page)}
        />
        <TextField form={form} name={`${row}.year`} label={t('field.importMarkYear', { number })} short exact />
      </div>
      <details open={['text', 'importer.name', 'importer.place', 'importer.state'].some((own) => filled(form, `${row}.${own}`))}>
        <summary>{t('field.importer', { number })}</summary>
        <TextField form={form} name={`${row}.text`} label={t('field.importMarkText', { number })} optional exact />
        <TextField form={form} name={`${row}.importer.name`} label={t('field.importerName', { number })} optional />
        <TextField form={form} name={`${row}.importer.place`} label={t('field.importerPlace', { number })} optional />
        <TextField
          form={form}
          name={`${row}.importer.state`}
          label={t('field.importerState', { number })}
          hint={t('field.importerStateHint')}
          list={COUNTRIES}
          optional
          short
          exact
        />
      </details>
    </>
  );
}

function MarkingRow({ form, row, number }: RowProps): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <>
      <div class="rows">
        <TextField form={form} name={`${row}.text`} label={t('field.markingText', { number })} exact />
        <SelectField
          form={form}
          name={`${row}.kind`}
          label={t('field.markingKind', { number })}
          choices={choicesOf(MARKING_KINDS, (value) => t(`markingKind.${value}`))}
        />
        <SelectField
          form={form}
          name={`${row}.place`}
          label={t('field.markingPlace', { number })}
          choices={choicesOf(MARKING_PLACES, (value) => t(`markingPlace.${value}`))}
        />
      </div>
      <details open={['state', 'year', 'addedAfterSeizure'].some((own) => filled(form, `${row}.${own}`))}>
        <summary>{t('field.markingNames', { number })}</summary>
        <TextField
          form={form}
          name={`${row}.state`}
          label={t('field.markingState', { number })}
          hint={t('field.stateCodeHint')}
          list={COUNTRIES}
          optional
          short
          exact
        />
        <TextField form={form} name={`${row}.year`} label={t('field.markingYear', { number })} optional short exact />
        <SelectField
          form={form}
          name={`${row}.addedAfterSeizure`}
          label={t('field.addedAfterSeizure', { number })}
          paragraph="9"
          optional
          choices={yesOrNo(page)}
        />
      </details>
      <ReadingFields form={form} name={row} of={t('field.marking', { number })} />
    </>
  );
}

function filled(form: FormView, name: string): boolean {
  return (form.values[name] ?? '') !== '' || form.faults.has(name);
}

function Rows(props: {
  readonly form: FormView;
  readonly legend: string;
  readonly paragraph: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}): VNode {
  const { page } = props.form;
  return (
    <fieldset class="field">
      <legend>
        {props.legend} <span class="optional">{page.t('form.optional')}</span>{' '}
        <Paragraph page={page}>{props.paragraph}</Paragraph>
      </legend>
      <p class="hint">{props.hint}</p>
      {props.children}
    </fieldset>
  );
}
