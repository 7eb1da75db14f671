import { RESTRICTIONS_ON_USE } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, type FormView } from '../views/fields.js';

export function Restrictions({
  form,
  name,
  label,
}: {
  readonly form: FormView;
  readonly name: string;
  readonly label: string;
}): VNode {
  const { t } = form.page;
  return (
    <CheckBoxes
      form={form}
      name={name}
      label={label}
      paragraph="15"
      optional
      choices={RESTRICTIONS_ON_USE.map((value) => ({
        value,
        label: t(`restriction.${value}`),
        paragraph: `${value.slice(0, 2)}(${value.slice(2)})`,
      }))}
    />
  );
}
