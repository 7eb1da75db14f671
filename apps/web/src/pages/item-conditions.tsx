import {
  CONFIDENCES,
  CONFIDENCE_BASES,
  EVIDENTIAL_USES,
  INTENDED_USES,
  LABEL_SCHEMES,
  PARTY_ROLES,
  RE_EXPORT_CONSENTS,
  type ConfidenceBasis,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, SelectField, TextArea, TextField, valueIn, type FormView } from '../views/fields.js';
import { Tick } from '../views/tick.js';
import { Restrictions } from './restriction-fields.js';
import { choicesOf, countryChoices, rowsOf } from './rows.js';

const BASES = Object.keys(CONFIDENCE_BASES) as readonly ConfidenceBasis[];

/** Where the information comes from, whom it names, and what it may be used for. */
export function Conditions({
  form,
  name,
  authorities,
}: {
  readonly form: FormView;
  readonly name: string;
  /** Those that the receiving State has named: an item is shown to people of the one designated. */
  readonly authorities: readonly string[];
}): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <>
      <div class="rows">
        <TextField form={form} name={`${name}.record.register`} label={t('item.record.register')} optional />
        <TextField form={form} name={`${name}.record.reference`} label={t('item.record.reference')} optional exact />
      </div>
      <TextField
        form={form}
        name={`${name}.record.serial`}
        label={t('item.record.serial')}
        hint={t('item.record.serialHint')}
        optional
        short
        exact
      />
      <Tick form={form} name={`${name}.record.matchConfirmed`} label={t('item.record.matchConfirmed')} />
      <Tick form={form} name={`${name}.record.ofDefunctCompany`} label={t('item.record.ofDefunctCompany')} />
      <SelectField
        form={form}
        name={`${name}.confidence`}
        label={t('item.confidence')}
        optional
        choices={choicesOf(CONFIDENCES, (value) => t(`item.confidence.${value}`))}
      />
      <CheckBoxes
        form={form}
        name={`${name}.confidenceBasis`}
        label={t('item.basis')}
        optional
        choices={BASES.map((value) => ({
          value,
          label: t(`item.basis.${value}`),
          about: t('item.basis.atMost', { confidence: t(`item.confidence.${CONFIDENCE_BASES[value].atMost}`) }),
        }))}
      />
      {rowsOf(form, `${name}.parties`).map((party, index) => (
        <Party form={form} name={party} number={index + 1} />
      ))}
      <TextField form={form} name={`${name}.endUserDocument`} label={t('item.endUserDocument')} optional />
      <SelectField
        form={form}
        name={`${name}.reExportConsent`}
        label={t('item.reExportConsent')}
        optional
        choices={choicesOf(RE_EXPORT_CONSENTS, (value) => t(`item.reExportConsent.${value}`))}
      />
      <TextArea
        form={form}
        name={`${name}.authorities`}
        label={t('item.authorities')}
        hint={[
          t('item.authoritiesHint'),
          ...(authorities.length > 0 ? [t('item.authoritiesKnown', { authorities: authorities.join('; ') })] : []),
        ].join(' ')}
        optional
        rows={2}
      />
      <CheckBoxes
        form={form}
        name={`${name}.purposes`}
        label={t('item.purposes')}
        hint={t('item.purposesHint')}
        paragraph="15(b)"
        optional
        choices={choicesOf(INTENDED_USES, (value) => t(`use.${value}`))}
      />
      <SelectField
        form={form}
        name={`${name}.evidentialUse`}
        label={t('item.evidentialUse')}
        optional
        choices={choicesOf(EVIDENTIAL_USES, (value) => t(`item.evidentialUse.${value}`))}
      />
      <div class="rows">
        <SelectField
          form={form}
          name={`${name}.label.scheme`}
          label={t('item.label.scheme')}
          optional
          choices={choicesOf(LABEL_SCHEMES, (value) => t(`item.label.${value}`))}
        />
        <TextField form={form} name={`${name}.label.value`} label={t('item.label.value')} optional short exact />
      </div>
    </>
  );
}

function Party({ form, name, number }: { readonly form: FormView; readonly name: string; readonly number: number }): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <fieldset class="field">
      <legend>
        {t('item.party', { number })} <span class="optional">{t('form.optional')}</span>
      </legend>
      <div class="rows">
        <SelectField
          form={form}
          name={`${name}.role`}
          label={t('item.party.role')}
          choices={choicesOf(PARTY_ROLES, (value) => t(`item.role.${value}`))}
        />
        <TextField form={form} name={`${name}.name`} label={t('item.party.name')} />
      </div>
      <div class="rows">
        <TextField form={form} name={`${name}.address`} label={t('item.party.address')} optional />
        <SelectField form={form} name={`${name}.state`} label={t('item.party.state')} optional choices={countryChoices(page)} />
      </div>
      <Tick form={form} name={`${name}.isPerson`} label={t('item.party.isPerson')} />
      <Restrictions form={form} name={`${name}.restrictions`} label={t('item.party.restrictions')} />
    </fieldset>
  );
}

const FOLDED = [
  'record',
  'parties',
  'confidence',
  'confidenceBasis',
  'endUserDocument',
  'reExportConsent',
  'authorities',
  'purposes',
  'evidentialUse',
  'label',
];

/** Whether something below the fold is filled in or wrong: then it is not folded. */
export function conditionsTouched(form: FormView, name: string): boolean {
  const names = [...Object.keys(form.values).filter((each) => valueIn(form, each) !== ''), ...form.faults.keys()];
  return FOLDED.some((part) => names.some((each) => each === `${name}.${part}` || each.startsWith(`${name}.${part}.`)));
}
