import { stateName } from '@tracedesk/language';
import { ASKED_ELEMENTS, type AskedElement } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Radios, TextArea } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';
import { MovePage, type MoveProps } from './move-page.js';

/** Which element is missing comes first: that decides whether the period pauses. */
export function RequestInformationPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestingState, language);
  const asked = new Map(request.informationRounds.map(({ element, rounds }) => [element, rounds]));
  const askedBefore = (element: AskedElement): string =>
    request.notAvailable.includes(element)
      ? t('information.declaredNotAvailable')
      : t('information.askedBefore', { rounds: asked.get(element) ?? 0 });
  return (
    <MovePage
      {...props}
      action="request-information"
      title={t('information.request.title')}
      paragraph="20"
      confirm={t('information.request.confirm', { state })}
      consequences={[
        t('consequence.information.sent', { state }),
        t('consequence.information.pause', { state }),
        t('consequence.information.beyond'),
        t('consequence.information.alert'),
      ]}
      before={<ReadFirst page={page} id={request.id} />}
    >
      <Radios
        form={form}
        name="element"
        label={t('information.element')}
        paragraph="17"
        choices={ASKED_ELEMENTS.map((value) => ({
          value,
          label: t(`element.${value}`),
          ...paragraphOf(value),
          ...(asked.has(value) && { about: askedBefore(value) }),
        }))}
      />
      <TextArea form={form} name="question" label={t('information.question')} hint={t('information.questionHint')} rows={5} />
    </MovePage>
  );
}

/** What was asked is read first; "not available" is an answer. */
export function SupplyInformationPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestedState ?? '', language);
  const element = request.askedElement ?? 'beyond_17';
  const round = request.informationRounds.find((one) => one.element === element)?.rounds ?? 1;
  return (
    <MovePage
      {...props}
      action="supply-information"
      title={t('information.supply.title')}
      paragraph="17, 20"
      confirm={t('information.supply.confirm', { state })}
      consequences={[t('consequence.supply.sent', { state }), t('consequence.supply.clock', { state })]}
      before={
        <>
          <p>{t('information.asked', { element: t(`element.${element}`), round })}</p>
          <ReadFirst page={page} id={request.id} />
        </>
      }
    >
      <Radios
        form={form}
        name="notAvailable"
        label={t('information.availability')}
        choices={[
          { value: 'no', label: t('information.available') },
          { value: 'yes', label: t('information.notAvailable'), about: t('information.notAvailable.about') },
        ]}
      />
      <TextArea form={form} name="answer" label={t('information.answer')} optional rows={5} />
    </MovePage>
  );
}

export function ReadFirst({ page, id }: { readonly page: PageContext; readonly id: string }): VNode {
  return (
    <p>
      <a href={`/tracing-requests/${id}/content`}>{page.t('respond.readFirst')}</a>
    </p>
  );
}

function paragraphOf(element: AskedElement): { readonly paragraph?: string } {
  const [, letter] = /^17([abc])_/.exec(element) ?? [];
  return letter === undefined ? {} : { paragraph: `17(${letter})` };
}
