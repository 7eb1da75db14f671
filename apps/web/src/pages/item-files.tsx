import type { Attachment } from '@tracedesk/attachments';
import type { VNode } from 'preact';
import { CheckBoxes, type FormView } from '../views/fields.js';

/** What items may name: the own State's files that the other one has not been handed, and the authorities that the other one has. */
export interface Nameable {
  readonly files: readonly Attachment[];
  /** Where files are added. */
  readonly href: string;
  /** As the receiving State calls them. */
  readonly authorities: readonly string[];
}

/** Which files an item of kind `document` hands over; where there are none, the way to add them. */
export function ItemFiles({
  form,
  name,
  nameable: { files, href },
}: {
  readonly form: FormView;
  readonly name: string;
  readonly nameable: Nameable;
}): VNode {
  const { t } = form.page;
  if (files.length === 0)
    return (
      <p class="hint">
        {t('item.files.add')} <a href={href}>{t('attachments.manageResponse')}</a>
      </p>
    );
  return (
    <CheckBoxes
      form={form}
      name={`${name}.attachments`}
      label={t('item.files')}
      hint={t('item.files.hint')}
      optional
      choices={files.map(({ id, about }) => ({ value: id, label: about.reveal().name }))}
    />
  );
}
