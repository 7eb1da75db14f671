import type { VNode } from 'preact';
import { fieldId, valueIn, type FormView } from './fields.js';
import { useLabel } from './told-labels.js';

/** One box that says yes. */
export function Tick({ form, name, label }: { readonly form: FormView; readonly name: string; readonly label: string }): VNode {
  useLabel({ name, label, choices: [{ value: 'yes', label: form.page.t('form.yes') }] });
  const id = fieldId(name);
  const fault = form.faults.get(name);
  const box = (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name={name}
        value="yes"
        checked={valueIn(form, name) === 'yes'}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
      />
      <label for={id}>{label}</label>
    </div>
  );
  if (fault === undefined) return box;
  return (
    <div class="field wrong">
      <p class="fault" id={`${id}-fault`}>
        {fault}
      </p>
      {box}
    </div>
  );
}
