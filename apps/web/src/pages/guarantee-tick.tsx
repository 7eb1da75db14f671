import type { VNode } from 'preact';
import { valueIn, type FormView } from '../views/fields.js';
import { Tick } from '../views/tick.js';

const NAME = 'withoutGuarantee';

/** Asked of whoever was told that the requesting State cannot guarantee confidentiality, and of nobody else (ITI 15). */
export function GuaranteeTick({ form }: { readonly form: FormView }): VNode | null {
  if (!form.faults.has(NAME) && valueIn(form, NAME) === '') return null;
  return <Tick form={form} name={NAME} label={form.page.t('response.withoutGuarantee')} />;
}
