import { stateName } from '@tracedesk/language';
import { LIMITATION_GROUNDS } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { DateField, Radios, TextArea } from '../views/fields.js';
import { Day } from '../views/words.js';
import { ReadFirst } from './information-pages.js';
import { MovePage, type MoveProps } from './move-page.js';
import { Restrictions } from './restriction-fields.js';

/** The ground before any word, then the reasons, then the new date (ITI 22, 23). */
export function DelayPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestingState, language);
  return (
    <MovePage
      {...props}
      action="delay"
      title={t('delay.title')}
      paragraph="22, 23"
      confirm={t('delay.confirm')}
      consequences={[
        t('consequence.delay.sent', { state }),
        t('consequence.delay.clock'),
        ...(request.status === 'submitted' ? [t('consequence.delay.acknowledges')] : []),
        t('consequence.delay.open'),
      ]}
      before={
        <>
          {request.delayedUntil && (
            <p>
              {t('request.delayedUntil')}: <Day page={page} on={request.delayedUntil} />
            </p>
          )}
          <ReadFirst page={page} id={request.id} />
        </>
      }
    >
      <Radios
        form={form}
        name="ground"
        label={t('respond.ground')}
        hint={t('delay.groundHint')}
        paragraph="22"
        choices={LIMITATION_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
      />
      <TextArea form={form} name="reasons" label={t('respond.reasons')} hint={t('respond.reasonsHint')} paragraph="23" rows={5} />
      <Restrictions form={form} name="reasonsRestrictions" label={t('reasons.restrictions')} />
      <DateField form={form} name="until" label={t('delay.until')} />
    </MovePage>
  );
}
