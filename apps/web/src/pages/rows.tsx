import { countriesOnMarks, sortedByName } from '@tracedesk/language';
import type { VNode } from 'preact';
import type { Choice, FormView } from '../views/fields.js';
import { valueIn } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';

const BLANK_ROWS = 1;

/** Names of the rows of a list: those filled, and blank ones. Asking for more rows gives the next. */
export function rowsOf(form: FormView, name: string, blank = BLANK_ROWS): readonly string[] {
  const filled = Object.keys(form.values)
    .filter((field) => field.startsWith(`${name}.`) && valueIn(form, field) !== '')
    .map((field) => Number(field.slice(name.length + 1).split('.')[0]));
  return Array.from({ length: Math.max(-1, ...filled) + 1 + blank }, (_, index) => `${name}.${index}`);
}

/** Saves the section and comes back to it, with another blank row in each of its lists. */
export function MoreRows({ page }: { readonly page: PageContext }): VNode {
  return (
    <button class="second" name="_more" value="yes">
      {page.t('form.moreRows')}
    </button>
  );
}

/** Every country that may stand on a firearm, by name. */
export function countryChoices({ language, demonstration }: PageContext): Choice[] {
  return sortedByName(countriesOnMarks(demonstration), language).map(({ code, name }) => ({ value: code, label: name }));
}

export function choicesOf<T extends string>(values: readonly T[], label: (value: T) => string): Choice[] {
  return values.map((value) => ({ value, label: label(value) }));
}

/** Yes or no, where neither is an answer too. */
export function yesOrNo({ t }: PageContext): Choice[] {
  return [
    { value: 'yes', label: t('form.yes') },
    { value: 'no', label: t('form.no') },
  ];
}
