import { PRIORITIES, TOLD, type Priority } from '@tracedesk/deadlines/core';
import type { VNode } from 'preact';
import { CheckBoxes, TextField, fieldId, valueIn, type FormView } from '../views/fields.js';
import { choicesOf, rowsOf } from './rows.js';

/** The button that asks for one more blank row; everything typed stays. */
export const MORE_STEPS = '_more';

/** Who is told at which share of a period: a table for each priority, its rows the steps. */
export function EscalationFields({ form }: { readonly form: FormView }): VNode {
  return (
    <>
      {PRIORITIES.map((priority) => (
        <Steps form={form} priority={priority} />
      ))}
    </>
  );
}

function Steps({ form, priority }: { readonly form: FormView; readonly priority: Priority }): VNode {
  const { t } = form.page;
  const list = `escalation.${priority}`;
  const fault = form.faults.get(list);
  const blank = 1 + Number(valueIn(form, MORE_STEPS) === priority);
  return (
    <fieldset class={fault === undefined ? 'field' : 'field wrong'} id={fieldId(list)} aria-describedby={`${fieldId(list)}-hint`}>
      <legend>{t('profile.escalation.of', { priority: t(`priority.${priority}`) })}</legend>
      <p class="hint" id={`${fieldId(list)}-hint`}>
        {t('profile.escalation.hint')}
      </p>
      {fault !== undefined && (
        <p class="fault">
          <span class="unseen">{t('form.errorPrefix')}</span> {fault}
        </p>
      )}
      {rowsOf(form, list, blank).map((row, index) => (
        <div class="rows step">
          <TextField form={form} name={`${row}.share`} label={t('profile.escalation.share', { number: index + 1 })} short exact />
          <CheckBoxes
            form={form}
            name={`${row}.tells`}
            label={t('profile.escalation.tells', { number: index + 1 })}
            choices={choicesOf(TOLD, (told) => t(`profile.told.${told}`))}
          />
        </div>
      ))}
      <p>
        <button class="second" name={MORE_STEPS} value={priority} formNoValidate>
          {t('profile.escalation.add')} <span class="unseen">{t(`priority.${priority}`)}</span>
        </button>
      </p>
    </fieldset>
  );
}
