import { countriesOnMarks, sortedByName, stateName } from '@tracedesk/language';
import type { RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Radios, SelectField, TextArea } from '../views/fields.js';
import { Buttons, Consequence, DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id } from '../views/words.js';
import { MovePage, type MoveProps } from './move-page.js';

/** Not ours: which State, or that it is unknown. There is no field for anything else, so nothing of what was searched can be told. */
export function RedirectPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { t, language, demonstration } = form.page;
  const state = stateName(request.requestingState, language);
  const states = sortedByName(countriesOnMarks(demonstration), language)
    .filter(({ code }) => code !== request.requestingState && code !== request.requestedState)
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <MovePage
      {...props}
      action="redirect"
      title={t('redirect.title')}
      paragraph="18, 21"
      confirm={t('redirect.confirm')}
      consequences={[t('consequence.redirect.sent', { state }), t('consequence.redirect.clock')]}
    >
      <SelectField
        form={form}
        name="believedState"
        label={t('redirect.believedState')}
        hint={t('redirect.believedStateHint')}
        choices={[{ value: 'unknown', label: t('redirect.unknown') }, ...states]}
      />
    </MovePage>
  );
}

/** Open it again: the ground first, then why. */
export function ReopenPage(props: MoveProps): VNode {
  const { request, form } = props;
  const { t, language } = form.page;
  const state = stateName(request.requestedState ?? '', language);
  const grounds =
    request.believedState === null ? (['new_information'] as const) : (['redirect_contested', 'new_information'] as const);
  return (
    <MovePage
      {...props}
      action="reopen"
      title={t('reopen.title')}
      paragraph="18"
      confirm={t('reopen.confirm')}
      consequences={[t('consequence.reopen.sent', { state }), t('consequence.reopen.clock', { state })]}
    >
      <Radios
        form={form}
        name="ground"
        label={t('reopen.ground')}
        choices={grounds.map((value) => ({ value, label: t(`reopen.ground.${value}`) }))}
      />
      <TextArea form={form} name="because" label={t('reopen.because')} />
    </MovePage>
  );
}

interface RedraftPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly once: string;
}

/** The same question to another State: nothing is sent yet. */
export function RedraftPage({ page, request, once }: RedraftPageProps): VNode {
  const { t, language } = page;
  const path = `/tracing-requests/${request.id}`;
  const believed = request.believedState === null || request.believedState === 'unknown' ? null : request.believedState;
  return (
    <Layout page={page} title={t('redraft.title')}>
      <p>
        <a href={path}>{t.rich('request.title', { reference: <Id>{request.reference}</Id> })}</a>
      </p>
      <h1>{t('redraft.title')}</h1>
      <DeskForm page={page} action={`${path}/redraft`} once={once}>
        <Consequence page={page}>
          {[
            believed ? t('consequence.redraft.to', { state: stateName(believed, language) }) : t('consequence.redraft.toUnknown'),
            t('consequence.redraft.kept'),
            t('consequence.redraft.close'),
          ]}
        </Consequence>
        <Buttons page={page} confirm={t('redraft.confirm')} cancel={path} />
      </DeskForm>
    </Layout>
  );
}
