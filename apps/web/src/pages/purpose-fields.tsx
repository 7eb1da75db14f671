import { EARLIER_STEP_NAMES, ILLICIT_GROUNDS, INTENDED_USES, RESTRICTED_SECTIONS, RESTRICTIONS_ON_USE } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, Stated, TextArea, TextField, fieldId, valueIn, valuesIn } from '../views/fields.js';
import { useLabel } from '../views/told-labels.js';
import { Paragraph } from '../views/words.js';
import type { SectionFieldsProps } from './section-fields.js';
import { choicesOf } from './rows.js';

const GROUNDS = 'question.illicitness.grounds';

/** Each ground of ITI 6 with its own legal justification (17(a)). */
export function IllicitnessFields({ form }: SectionFieldsProps): VNode {
  const { page } = form;
  const { t } = page;
  const chosen = valuesIn(form, GROUNDS);
  const choices = ILLICIT_GROUNDS.map((ground) => ({ value: ground, label: t(`illicit.${ground}`) }));
  useLabel({ name: GROUNDS, label: t('field.grounds'), choices });
  const fault = form.faults.get(GROUNDS);
  return (
    <fieldset class={fault === undefined ? 'field' : 'field wrong'}>
      <legend>{t('field.grounds')}</legend>
      <p class="hint">{t('field.groundsHint')}</p>
      {fault !== undefined && <p class="fault">{fault}</p>}
      {ILLICIT_GROUNDS.map((ground, index) => {
        const id = index === 0 ? fieldId(GROUNDS) : `${fieldId(GROUNDS)}-${ground}`;
        const name = `question.illicitness.justifications.${ground}`;
        const paragraph = `6(${ground.slice(1)})`;
        return (
          <div class="ground">
            <div class="choice">
              <input type="checkbox" id={id} name={GROUNDS} value={ground} checked={chosen.includes(ground)} />
              <label for={id}>
                {t(`illicit.${ground}`)} <Paragraph page={page}>{paragraph}</Paragraph>
              </label>
            </div>
            <Stated form={form} name={name} label={t('field.justificationOf', { paragraph })} paragraph="17(a)">
              <TextArea
                form={form}
                name={`${name}.value`}
                label={t('field.legalJustification')}
                hint={t('field.legalJustificationHint')}
                rows={3}
              />
            </Stated>
          </div>
        );
      })}
    </fieldset>
  );
}

export function UseFields({ form }: SectionFieldsProps): VNode {
  const { t } = form.page;
  return (
    <Stated form={form} name="question.intendedUse" label={t('section.use')} paragraph="17(c)">
      <CheckBoxes
        form={form}
        name="question.intendedUse.uses"
        label={t('field.uses')}
        choices={choicesOf(INTENDED_USES, (value) => t(`use.${value}`))}
      />
      <TextArea form={form} name="question.intendedUse.details" label={t('field.useDetails')} optional rows={3} />
    </Stated>
  );
}

export function UndertakingFields({ form }: SectionFieldsProps): VNode {
  const { t } = form.page;
  const name = 'question.undertaking.guaranteed';
  const id = fieldId(name);
  useLabel({
    name,
    label: t('field.undertaking'),
    choices: (['yes', 'no'] as const).map((value) => ({ value, label: t(`field.undertaking.${value}`) })),
  });
  const answer = valueIn(form, name);
  const fault = form.faults.get(name);
  return (
    <fieldset class={fault === undefined ? 'field when' : 'field when wrong'}>
      <legend>
        {t('field.undertaking')} <Paragraph page={form.page}>15</Paragraph>
      </legend>
      {fault !== undefined && <p class="fault">{fault}</p>}
      <div class="choice">
        <input type="radio" id={id} name={name} value="yes" checked={answer === 'yes'} />
        <label for={id}>{t('field.undertaking.yes')}</label>
      </div>
      <div class="choice">
        <input type="radio" id={`${id}-no`} name={name} value="no" checked={answer === 'no'} />
        <label for={`${id}-no`}>{t('field.undertaking.no')}</label>
      </div>
      <div class="if-no if-unknown">
        <p class="notice">{t('content.undertaking.own')}</p>
        <TextArea form={form} name="question.undertaking.because" label={t('field.undertaking.because')} rows={3} />
      </div>
    </fieldset>
  );
}

/** The requesting State's own restrictions on what it tells (ITI 15(a) to (c)). */
export function RestrictionsFields({ form }: SectionFieldsProps): VNode {
  const { t } = form.page;
  return (
    <>
      {RESTRICTED_SECTIONS.map((section) => (
        <CheckBoxes
          form={form}
          name={`question.restrictions.${section}`}
          label={t(`restricted.${section}`)}
          optional
          choices={RESTRICTIONS_ON_USE.map((value) => ({
            value,
            label: t(`restriction.${value}`),
            paragraph: `15(${value.slice(2)})`,
          }))}
        />
      ))}
      <CheckBoxes
        form={form}
        name="question.restrictions.purposes"
        label={t('item.purposes')}
        hint={t('item.purposesHint')}
        optional
        choices={choicesOf(INTENDED_USES, (value) => t(`use.${value}`))}
      />
    </>
  );
}

/** What was done before another State is asked (MOSAIC; ITI 33 to 35). */
export function StepsFields({ form }: SectionFieldsProps): VNode {
  const { t } = form.page;
  return (
    <>
      {EARLIER_STEP_NAMES.map((step) => (
        <Stated form={form} name={`question.earlierSteps.${step}`} label={t(`earlierStep.${step}`)} optional>
          <TextField
            form={form}
            name={`question.earlierSteps.${step}.value`}
            label={t('field.earlierStepResult')}
            hint={t('field.earlierStepHint')}
          />
        </Stated>
      ))}
    </>
  );
}
