import type { VNode } from 'preact';
import { fieldId, valueIn, type FormView } from './fields.js';

/** One box that says yes. */
export function Tick({ form, name, label }: { readonly form: FormView; readonly name: string; readonly label: string }): VNode {
  const id = fieldId(name);
  const fault = form.faults.get(name);
  return (
    <div class={fault === undefined ? 'choice' : 'choice wrong'}>
      <input type="checkbox" id={id} name={name} value="yes" checked={valueIn(form, name) === 'yes'} />
      <label for={id}>{label}</label>
      {fault !== undefined && <p class="fault">{fault}</p>}
    </div>
  );
}
