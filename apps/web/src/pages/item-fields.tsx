import { countriesOnMarks, sortedByName } from '@tracedesk/language';
import {
  CONFIDENCES,
  DIVERSION_BASES,
  EVIDENTIAL_USES,
  ITEM_KINDS,
  LABEL_SCHEMES,
  PARTY_ROLES,
  RE_EXPORT_CONSENTS,
  type ItemKind,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Radios, SelectField, TextArea, TextField, valueIn, type Choice, type FormView } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { Paragraph } from '../views/words.js';
import { findingChoices } from './move-pages.js';
import { Restrictions } from './restriction-fields.js';

/** The button that asks for one more blank row; everything typed stays. */
export const MORE_ITEMS = '_more';
const BLANK_ITEMS = 1;
const BLANK_PARTIES = 1;

/** The items of a response, each a fieldset: what is known first, its source and conditions folded below. */
export function ItemFields({ form, correcting }: { readonly form: FormView; readonly correcting?: true }): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <>
      {form.faults.has('items') && (
        <p class="fault" id="f-items">
          {form.faults.get('items')}
        </p>
      )}
      {rowsOf(form, 'items', BLANK_ITEMS + Number(valueIn(form, MORE_ITEMS) !== '')).map((name, index) => (
        <fieldset class="field item">
          <legend>
            {t('respond.item', { number: index + 1 })} {index > 0 && <span class="optional">{t('form.optional')}</span>}{' '}
            <Paragraph page={page}>21</Paragraph>
          </legend>
          <SelectField form={form} name={`${name}.kind`} label={t('item.kind')} choices={kindChoices(page)} />
          <SelectField
            form={form}
            name={`${name}.finding`}
            label={t('respond.itemFinding')}
            optional={index > 0}
            choices={findingChoices(page, 'item')}
          />
          <div class="rows">
            <TextField form={form} name={`${name}.on`} label={t('respond.itemOn')} hint={t('item.onHint')} optional short exact />
            <SelectField form={form} name={`${name}.fromState`} label={t('item.fromState')} optional choices={states(page)} />
            <SelectField form={form} name={`${name}.state`} label={t('respond.itemState')} optional choices={states(page)} />
          </div>
          <TextArea
            form={form}
            name={`${name}.details`}
            label={t('respond.itemDetails')}
            hint={t('respond.itemDetailsHint')}
            rows={3}
          />
          {correcting && (
            <TextField
              form={form}
              name={`${name}.replaces`}
              label={t('item.replaces')}
              hint={t('item.replacesHint')}
              paragraph="18"
              optional
              short
              exact
            />
          )}
          <Restrictions form={form} name={`${name}.restrictions`} label={t('respond.itemRestrictions')} />
          <details open={isTouched(form, name)}>
            <summary>{t('item.more')}</summary>
            <Conditions form={form} name={name} />
          </details>
        </fieldset>
      ))}
      <p>
        <button name={MORE_ITEMS} value="items" formNoValidate>
          {t('item.add')}
        </button>
      </p>
    </>
  );
}

/** Where the information comes from, whom it names, and what it may be used for. */
function Conditions({ form, name }: { readonly form: FormView; readonly name: string }): VNode {
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
        choices={CONFIDENCES.map((value) => ({ value, label: t(`item.confidence.${value}`) }))}
      />
      {rowsOf(form, `${name}.parties`, BLANK_PARTIES).map((party, index) => (
        <Party form={form} name={party} number={index + 1} />
      ))}
      <TextField form={form} name={`${name}.endUserDocument`} label={t('item.endUserDocument')} optional />
      <SelectField
        form={form}
        name={`${name}.reExportConsent`}
        label={t('item.reExportConsent')}
        optional
        choices={RE_EXPORT_CONSENTS.map((value) => ({ value, label: t(`item.reExportConsent.${value}`) }))}
      />
      <TextArea
        form={form}
        name={`${name}.authorities`}
        label={t('item.authorities')}
        hint={t('item.authoritiesHint')}
        optional
        rows={2}
      />
      <SelectField
        form={form}
        name={`${name}.evidentialUse`}
        label={t('item.evidentialUse')}
        optional
        choices={EVIDENTIAL_USES.map((value) => ({ value, label: t(`item.evidentialUse.${value}`) }))}
      />
      <div class="rows">
        <SelectField
          form={form}
          name={`${name}.label.scheme`}
          label={t('item.label.scheme')}
          optional
          choices={LABEL_SCHEMES.map((value) => ({ value, label: t(`item.label.${value}`) }))}
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
          choices={PARTY_ROLES.map((value) => ({ value, label: t(`item.role.${value}`) }))}
        />
        <TextField form={form} name={`${name}.name`} label={t('item.party.name')} />
      </div>
      <div class="rows">
        <TextField form={form} name={`${name}.address`} label={t('item.party.address')} optional />
        <SelectField form={form} name={`${name}.state`} label={t('item.party.state')} optional choices={states(page)} />
      </div>
      <Tick form={form} name={`${name}.isPerson`} label={t('item.party.isPerson')} />
      <Restrictions form={form} name={`${name}.restrictions`} label={t('item.party.restrictions')} />
    </fieldset>
  );
}

/** Where the trace ends (ITI 5), where the answer leads so far. */
export function PointOfDiversionFields({ form }: { readonly form: FormView }): VNode {
  const { page } = form;
  const { t } = page;
  return (
    <details open={form.faults.has('pointOfDiversion') || isTouched(form, 'pointOfDiversion')}>
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
        <TextField
          form={form}
          name="pointOfDiversion.on"
          label={t('diversion.on')}
          hint={t('item.onHint')}
          optional
          short
          exact
        />
        <SelectField form={form} name="pointOfDiversion.state" label={t('diversion.state')} optional choices={states(page)} />
      </div>
      <Radios
        form={form}
        name="pointOfDiversion.basis"
        label={t('diversion.basis')}
        choices={DIVERSION_BASES.map((value) => ({ value, label: t(`diversion.basis.${value}`) }))}
      />
      <TextArea form={form} name="pointOfDiversion.circumstances" label={t('diversion.circumstances')} rows={3} />
    </details>
  );
}

/** One box that says yes. */
export function Tick({ form, name, label }: { readonly form: FormView; readonly name: string; readonly label: string }): VNode {
  const id = `f-${name.replaceAll('.', '-')}`;
  const fault = form.faults.get(name);
  return (
    <div class={fault === undefined ? 'choice' : 'choice wrong'}>
      <input type="checkbox" id={id} name={name} value="yes" checked={valueIn(form, name) === 'yes'} />
      <label for={id}>{label}</label>
      {fault !== undefined && <p class="fault">{fault}</p>}
    </div>
  );
}

/** The rows that hold something, and so many blank ones after them. */
function rowsOf(form: FormView, list: string, blank: number): readonly string[] {
  const filled = Object.keys(form.values)
    .filter((name) => name.startsWith(`${list}.`) && valueIn(form, name) !== '')
    .map((name) => Number(name.slice(list.length + 1).split('.')[0]) + 1);
  return Array.from({ length: Math.max(0, ...filled) + blank }, (_, index) => `${list}.${index}`);
}

const FOLDED = ['record', 'parties', 'confidence', 'endUserDocument', 'reExportConsent', 'authorities', 'evidentialUse', 'label'];

/** Whether something below the fold is filled in or wrong: then it is not folded. */
function isTouched(form: FormView, name: string): boolean {
  const names = [...Object.keys(form.values).filter((each) => valueIn(form, each) !== ''), ...form.faults.keys()];
  if (name === 'pointOfDiversion') return names.some((each) => each.startsWith('pointOfDiversion.'));
  return FOLDED.some((part) => names.some((each) => each === `${name}.${part}` || each.startsWith(`${name}.${part}.`)));
}

function kindChoices({ t }: PageContext): readonly Choice[] {
  return (Object.keys(ITEM_KINDS) as ItemKind[]).map((value) => ({ value, label: t(`item.kind.${value}`) }));
}

function states({ language, demonstration }: PageContext): readonly Choice[] {
  return sortedByName(countriesOnMarks(demonstration), language).map(({ code, name }) => ({ value: code, label: name }));
}
