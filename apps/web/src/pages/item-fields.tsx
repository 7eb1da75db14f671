import { COMPONENT_PARTS } from '@tracedesk/firearms';
import { ITEM_KINDS, type ItemKind } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { DateField, SelectField, TextArea, TextField, valueIn, type Choice, type FormView } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { Paragraph } from '../views/words.js';
import { Conditions, conditionsTouched } from './item-conditions.js';
import { ItemFiles, type Nameable } from './item-files.js';
import { findingChoices } from './move-pages.js';
import { Restrictions } from './restriction-fields.js';
import { countryChoices, rowsOf } from './rows.js';

/** The button that asks for one more blank row; everything typed stays. */
export const MORE_ITEMS = '_more';
const BLANK_ITEMS = 1;

/** The items of a response, each a fieldset: what is known first, its source and conditions folded below. */
export function ItemFields({
  form,
  nameable,
  correcting,
  hearsay,
}: {
  readonly form: FormView;
  readonly nameable: Nameable;
  readonly correcting?: true;
  /** Beside the finding that there is no record: all of them may be left out, and how sure one is of each stands open. */
  readonly hearsay?: true;
}): VNode {
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
            {t('respond.item', { number: index + 1 })}{' '}
            {(index > 0 || hearsay) && <span class="optional">{t('form.optional')}</span>} <Paragraph page={page}>21</Paragraph>
          </legend>
          <SelectField form={form} name={`${name}.kind`} label={t('item.kind')} choices={kindChoices(page)} />
          <SelectField
            form={form}
            name={`${name}.finding`}
            label={t('respond.itemFinding')}
            optional={index > 0 || hearsay === true}
            choices={findingChoices(page, 'item')}
          />
          <SelectField
            form={form}
            name={`${name}.component`}
            label={t('item.component')}
            hint={t('item.componentHint')}
            paragraph="10"
            optional
            choices={COMPONENT_PARTS.map((value) => ({ value, label: t(`component.${value}`) }))}
          />
          <div class="rows">
            <DateField form={form} name={`${name}.on`} label={t('respond.itemOn')} optional ofRecord />
            <SelectField
              form={form}
              name={`${name}.fromState`}
              label={t('item.fromState')}
              optional
              choices={countryChoices(page)}
            />
            <SelectField
              form={form}
              name={`${name}.state`}
              label={t('respond.itemState')}
              optional
              choices={countryChoices(page)}
            />
          </div>
          <TextArea
            form={form}
            name={`${name}.details`}
            label={t('respond.itemDetails')}
            hint={t('respond.itemDetailsHint')}
            rows={3}
          />
          <ItemFiles form={form} name={name} nameable={nameable} />
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
          <details open={hearsay === true || conditionsTouched(form, name)}>
            <summary>{t('item.more')}</summary>
            <Conditions form={form} name={name} authorities={nameable.authorities} />
          </details>
        </fieldset>
      ))}
      <p>
        <button class="second" name={MORE_ITEMS} value="items" formNoValidate>
          {t('item.add')}
        </button>
      </p>
    </>
  );
}

function kindChoices({ t }: PageContext): readonly Choice[] {
  return (Object.keys(ITEM_KINDS) as ItemKind[]).map((value) => ({ value, label: t(`item.kind.${value}`) }));
}
