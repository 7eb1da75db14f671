import { RECORD_PERIODS, type RecordsSought } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { SelectField, TextArea, TextField, valueIn, type FormView } from '../views/fields.js';
import { Tick } from '../views/tick.js';
import { Paragraph } from '../views/words.js';
import { MORE_ITEMS } from './item-fields.js';
import { choicesOf, rowsOf } from './rows.js';

const RECORDS = Object.keys(RECORD_PERIODS) as readonly RecordsSought[];

/** What some findings of "no record" say further: which period has lapsed, which firearms could be meant. */
export function NoRecordFields({ form }: { readonly form: FormView }): VNode {
  return (
    <>
      <PeriodFields form={form} />
      <CandidateFields form={form} />
    </>
  );
}

function PeriodFields({ form }: { readonly form: FormView }): VNode {
  const { t } = form.page;
  return (
    <details open={isTouched(form, 'lapsedPeriod')}>
      <summary>{t('period.heading')}</summary>
      <p class="hint">
        {t('period.hint')} <Paragraph page={form.page}>12</Paragraph>
      </p>
      <Fault form={form} name="lapsedPeriod" />
      <div class="rows">
        <SelectField
          form={form}
          name="lapsedPeriod.records"
          label={t('period.records')}
          choices={choicesOf(
            RECORDS,
            (value) => `${t(`period.records.${value}`)} · ${t('period.records.least', { years: RECORD_PERIODS[value].years })}`,
          )}
        />
        <TextField form={form} name="lapsedPeriod.year" label={t('period.year')} short exact />
      </div>
      <Tick form={form} name="lapsedPeriod.confirmed" label={t('period.confirmed')} />
    </details>
  );
}

const FIRST_CANDIDATES = 2;

function CandidateFields({ form }: { readonly form: FormView }): VNode {
  const { t } = form.page;
  const more = valueIn(form, MORE_ITEMS) !== '';
  const filled = rowsOf(form, 'candidates', 0);
  const rows = rowsOf(form, 'candidates', Math.max(FIRST_CANDIDATES - filled.length, 0) + Number(more));
  return (
    <details open={more || isTouched(form, 'candidates')}>
      <summary>{t('candidates.heading')}</summary>
      <p class="hint">
        {t('candidates.hint')} <Paragraph page={form.page}>15(a)</Paragraph>
      </p>
      <Fault form={form} name="candidates" />
      {rows.map((name, index) => (
        <fieldset class="field item">
          <legend>{t('candidate', { number: index + 1 })}</legend>
          <div class="rows">
            <TextField form={form} name={`${name}.serial`} label={t('candidate.serial')} optional exact />
            <TextField form={form} name={`${name}.make`} label={t('candidate.make')} optional />
            <TextField form={form} name={`${name}.model`} label={t('candidate.model')} optional exact />
          </div>
          <div class="rows">
            <TextField form={form} name={`${name}.calibre`} label={t('candidate.calibre')} optional exact />
            <TextField
              form={form}
              name={`${name}.yearOfManufacture`}
              label={t('candidate.yearOfManufacture')}
              optional
              short
              exact
            />
          </div>
          <TextArea form={form} name={`${name}.marks`} label={t('candidate.marks')} rows={2} />
        </fieldset>
      ))}
      <p>
        <button class="second" name={MORE_ITEMS} value="candidates" formNoValidate>
          {t('candidate.add')}
        </button>
      </p>
    </details>
  );
}

/** What is wrong with the whole, not with one of its fields. */
function Fault({ form, name }: { readonly form: FormView; readonly name: string }): VNode | null {
  const fault = form.faults.get(name);
  return fault === undefined ? null : (
    <p class="fault" id={`f-${name}`}>
      {fault}
    </p>
  );
}

/** Whether something of it is filled in or wrong: then it is not folded. */
function isTouched(form: FormView, name: string): boolean {
  const names = [...Object.keys(form.values).filter((each) => valueIn(form, each) !== ''), ...form.faults.keys()];
  return names.some((each) => each === name || each.startsWith(`${name}.`));
}
