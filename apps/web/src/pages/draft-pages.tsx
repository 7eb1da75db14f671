import { stateName } from '@tracedesk/language';
import type { AnsweredFinding, AskedBefore, FollowUpFactNow, Question, RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { OPTIONAL_SECTIONS, SECTIONS, sectionOfField, type Section } from '../forms/draft-sections.js';
import { FollowUpPanel } from '../views/follow-up-panel.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { TextField, type FormView } from '../views/fields.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { PARAGRAPH_OF, QuestionView } from '../views/question-view.js';
import { SecondLook, TraceabilityFindings } from '../views/traceability-findings.js';
import { Id, Paragraph, StatusTag } from '../views/words.js';

export interface NewDraftPageProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly once: string;
}

/** Begins a draft: what a request is, what to have at hand, and one optional field. */
export function NewDraftPage({ page, form, once }: NewDraftPageProps): VNode {
  const { t } = page;
  const title = t('draft.new.title');
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{title}</h1>
      <p class="lede">{t('draft.new.about', { count: SECTIONS.length })}</p>
      <ol>
        {SECTIONS.map((section) => (
          <li>
            {t(`section.${section}`)} {PARAGRAPH_OF[section] && <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>}
          </li>
        ))}
      </ol>
      <p class="lede">{t('draft.new.need')}</p>
      <p>
        <a href="/request-batches/new">{t('batches.forSeveral')}</a>
      </p>
      <DeskForm page={page} action="/tracing-requests/new" once={once}>
        <TextField
          form={form}
          name="ownReference"
          label={t('field.ownReference')}
          hint={t('field.ownReferenceHint')}
          optional
          short
          exact
        />
        <div class="buttons">
          <button class="main">{t('draft.new.create')}</button>
          <a href="/drafts">{t('form.cancel')}</a>
        </div>
      </DeskForm>
    </Layout>
  );
}

export interface DraftPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  /** Fields that still have to be answered. */
  readonly missing: readonly string[];
  /** What earlier answers about the weapon told, in it or kept back. */
  readonly earlier: readonly FollowUpFactNow[];
  readonly done: string | null;
  readonly caseLink: VNode | null;
}

/** The task list of a draft. */
export function DraftPage({ page, request, missing, earlier, done, caseLink }: DraftPageProps): VNode {
  const { t } = page;
  const unfinished = new Set(missing.map(sectionOfField));
  const path = `/tracing-requests/${request.id}`;
  const asked = SECTIONS.filter((section) => !OPTIONAL_SECTIONS.includes(section) || unfinished.has(section));
  const complete = asked.filter((section) => !unfinished.has(section));
  return (
    <Layout page={page} title={t('request.draftTitle', { reference: request.reference })}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <div class="title">
        <h1>{t.rich('request.draftTitle', { reference: <Id>{request.reference}</Id> })}</h1>
        <StatusTag page={page} status="draft" />
      </div>
      <p class="lede">{t('draft.about', { state: stateName(request.requestingState, page.language) })}</p>
      <section aria-labelledby="tasks">
        <h2 id="tasks">{t('draft.tasks')}</h2>
        <p>{t('draft.tasks.count', { done: complete.length, all: asked.length })}</p>
        <ul class="tasks">
          {SECTIONS.map((section) => (
            <li>
              <span>
                <a href={`${path}/edit/${section}`}>{t(`section.${section}`)}</a>{' '}
                {PARAGRAPH_OF[section] && <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>}
              </span>
              <TaskState page={page} todo={unfinished.has(section)} optional={!asked.includes(section)} />
            </li>
          ))}
          <li>
            <span>
              <a href={`${path}/attachments`}>{t('attachments.heading')}</a> <span class="optional">{t('form.optional')}</span>
            </span>
          </li>
        </ul>
      </section>
      <FollowUpPanel page={page} request={request} facts={earlier} />
      {unfinished.size > 0 && <p class="hint">{t('draft.check.todo')}</p>}
      <div class="buttons">
        <a class={unfinished.size > 0 ? 'button second' : 'button'} href={`${path}/check`}>
          {t('draft.check')}
        </a>
        {caseLink}
        {request.actions.includes('discard') && <a href={`${path}/discard`}>{t('action.discard')}</a>}
      </div>
    </Layout>
  );
}

function TaskState(props: { readonly page: PageContext; readonly todo: boolean; readonly optional: boolean }): VNode {
  const { t } = props.page;
  if (props.optional) return <span class="optional">{t('form.optional')}</span>;
  return props.todo ? <span class="tag quiet">{t('section.todo')}</span> : <span class="tag done">{t('section.complete')}</span>;
}

export interface CheckPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly question: Question;
  readonly findings: readonly AnsweredFinding[];
  readonly askedBefore: readonly AskedBefore[];
  /** What submission would be denied for, in words, each with the section that cures it. */
  readonly missing: readonly { readonly text: string; readonly section: Section }[];
  readonly form: FormView;
  readonly once: string;
}

/** All answers on one page, with what would make the trace fail; reading it is recorded. */
export function CheckPage({ page, request, question, findings, askedBefore, missing, form, once }: CheckPageProps): VNode {
  const { t, language } = page;
  const path = `/tracing-requests/${request.id}`;
  const title = t('check.title');
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      {missing.length > 0 && (
        <div class="notice">
          <h2>{t('check.missing')}</h2>
          <ul>
            {missing.map(({ text, section }) => (
              <li>
                <a href={`${path}/edit/${section}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <h1>{title}</h1>
      <p>
        <a href={path}>{t('request.draftTitle', { reference: request.reference })}</a>
      </p>
      <DeskForm page={page} action={`${path}/check`} version={request.version} once={once} keep>
        <section aria-labelledby="findings">
          <h2 id="findings">{t('check.findings')}</h2>
          <p class="lede">{t('check.about')}</p>
          {findings.length === 0 && <p>{t('check.none')}</p>}
          <TraceabilityFindings form={form} path={path} findings={findings} open={missing.length === 0} />
          <SecondLook page={page} askedBefore={askedBefore} />
        </section>
        <section aria-labelledby="answers">
          <h2 id="answers">{t('draft.answers')}</h2>
          <div class="title">
            <h3>{t('section.recipient')}</h3>
            <a href={`${path}/edit/recipient`}>
              {t('section.change')}
              <span class="unseen"> {t('section.recipient')}</span>
            </a>
          </div>
          <dl class="facts">
            <div>
              <dt>{t('field.requestedState')}</dt>
              <dd>
                {request.requestedState ? (
                  stateName(request.requestedState, language)
                ) : (
                  <em class="hint">{t('draft.notAnswered')}</em>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('field.priority')}</dt>
              <dd>{t(`priority.${request.priority}`)}</dd>
            </div>
            <div>
              <dt>{t('field.legalBasis')}</dt>
              <dd>{t(`legalBasis.${request.legalBasis}`)}</dd>
            </div>
          </dl>
          <QuestionView page={page} question={question} change={(section) => `${path}/edit/${section}`} />
        </section>
        {question.undertaking?.guaranteed === false && <p class="notice">{t('content.undertaking.own')}</p>}
        {missing.length === 0 && (
          <div class="buttons">
            <button class="main">{t('check.confirm')}</button>
            <a href={path}>{t('form.cancel')}</a>
          </div>
        )}
      </DeskForm>
    </Layout>
  );
}
