import { stateName } from '@tracedesk/language';
import { FIND_CONTEXTS, FIND_MANNERS, SOURCE_KINDS } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, DateField, Radios, SelectField, Stated, TextArea, TextField } from '../views/fields.js';
import type { SectionFieldsProps } from './section-fields.js';
import { choicesOf, countryChoices } from './rows.js';

const find = (field: string): string => `question.find.${field}`;

/** Where, when and how it was found; only the State of the find may ask (ITI 16). */
export function FindFields({ form, request }: SectionFieldsProps): VNode {
  const { page } = form;
  const { t, language } = page;
  const own = request.requestingState;
  const others = countryChoices(page).filter(({ value }) => value !== own);
  return (
    <>
      <SelectField
        form={form}
        name={find('stateOfFind')}
        label={t('field.stateOfFind')}
        hint={t('field.stateOfFindHint')}
        paragraph="16"
        choices={[{ value: own, label: t('field.stateOfFind.own', { state: stateName(own, language) }) }, ...others]}
      />
      <Radios
        form={form}
        name={find('manner')}
        label={t('field.manner')}
        paragraph="17(a)"
        choices={choicesOf(FIND_MANNERS, (value) => t(`manner.${value}`))}
      />
      <DateField form={form} name={find('on')} label={t('field.foundOn')} optional />
      <TextField form={form} name={find('place')} label={t('field.place')} optional />
      <Stated form={form} name={find('circumstances')} label={t('field.circumstances')} paragraph="17(a)">
        <TextArea form={form} name={find('circumstances.value')} repeated label={t('field.circumstances')} rows={6} />
      </Stated>
      <fieldset class="field">
        <legend>
          {t('field.otherState')} <span class="optional">{t('form.optional')}</span>
        </legend>
        <p class="hint">{t('field.otherStateHint')}</p>
        <SelectField
          form={form}
          name={find('otherPossibleState.state')}
          label={t('field.otherPossibleState')}
          blank={t('field.otherState.none')}
          choices={others}
        />
        <TextArea form={form} name={find('otherPossibleState.because')} label={t('field.otherStateBecause')} rows={2} />
      </fieldset>
    </>
  );
}

/** What the find belongs to, and who recorded it where it was no authority of the State. */
export function ContextFields({ form }: SectionFieldsProps): VNode {
  const { t } = form.page;
  return (
    <>
      <CheckBoxes
        form={form}
        name={find('contexts')}
        label={t('field.contexts')}
        optional
        choices={choicesOf(FIND_CONTEXTS, (value) => t(`findContext.${value}`))}
      />
      <Stated
        form={form}
        name={find('resolution')}
        label={t('field.resolution')}
        hint={t('field.resolutionHint')}
        paragraph="6(b)"
      >
        <TextField form={form} name={find('resolution.value')} repeated label={t('field.resolution')} short exact />
      </Stated>
      <fieldset class="field">
        <legend>
          {t('field.source')} <span class="optional">{t('form.optional')}</span>
        </legend>
        <p class="hint">{t('field.sourceHint')}</p>
        <SelectField
          form={form}
          name={find('source.kind')}
          label={t('field.sourceKind')}
          blank={t('field.source.none')}
          choices={choicesOf(SOURCE_KINDS, (value) => t(`sourceKind.${value}`))}
        />
        <TextField form={form} name={find('source.name')} label={t('field.sourceName')} />
        <TextField form={form} name={find('source.reference')} label={t('field.sourceReference')} optional short exact />
        <h2>{t('field.hostConsent')}</h2>
        <p class="hint">{t('field.hostConsentHint')}</p>
        <DateField form={form} name={find('source.hostConsent.on')} label={t('field.hostConsentOn')} />
        <TextField form={form} name={find('source.hostConsent.by')} label={t('field.hostConsentBy')} />
        <TextField
          form={form}
          name={find('source.hostConsent.reference')}
          label={t('field.hostConsentReference')}
          optional
          short
          exact
        />
      </fieldset>
    </>
  );
}
