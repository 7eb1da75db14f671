import { Injectable } from '@nestjs/common';
import { ProblemPages, type FlatForm, type Problem } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import type { ComponentChildren, VNode } from 'preact';
import { hasKeptAnswers, KeptAnswers } from './pages/kept-answers.js';
import { MessagePage } from './pages/message-page.js';
import { Pages } from './pages.service.js';
import { htmlOf } from './views/layout.js';
import type { PageContext } from './views/page-context.js';
import { Id } from './views/words.js';

/** What people see where something is not as expected: why, and the next step. */
@Injectable()
export class DeskProblemPages extends ProblemPages {
  constructor(private readonly pages: Pages) {
    super();
  }

  override answer(problem: Problem, request: FastifyRequest): { readonly html: string } | { readonly redirect: string } {
    const page = this.pages.contextWithout(request);
    if (SIGN_IN_CODES.includes(problem.code) && request.method !== 'POST') return { redirect: signInPath(request) };
    return { html: htmlOf(this.#pageOf(page, problem, request)) };
  }

  #pageOf(page: PageContext, problem: Problem, request: FastifyRequest): VNode {
    const { t } = page;
    const home = { href: '/', label: t('page.home') };
    const body = (request.body ?? {}) as FlatForm;
    if (SIGN_IN_CODES.includes(problem.code) || FORM_CODES.includes(problem.code)) {
      // What was typed is shown once more: a session that ended must not cost anybody their words.
      return (
        <MessagePage
          page={page}
          title={problem.title}
          about={problem.detail}
          next={{ href: signInPath(request), label: t('page.signIn'), isBeside: hasKeptAnswers(body) }}
        >
          <KeptAnswers page={page} body={body} />
        </MessagePage>
      );
    }
    if (problem.status === 404)
      return <MessagePage page={page} title={t('page.notFound.title')} about={t('page.notFound.about')} next={home} />;
    if (problem.status === 403)
      return <MessagePage page={page} title={t('page.noRights.title')} about={problem.detail} next={home} />;
    if (problem.status === 412) {
      const next = { href: requestPathIn(request), label: t('page.conflict.next') };
      return (
        <MessagePage page={page} title={t('page.conflict.title')} about={t('page.conflict.about')} next={next}>
          <KeptAnswers page={page} body={body} />
        </MessagePage>
      );
    }
    return (
      <MessagePage
        page={page}
        title={problem.status === 500 ? t('page.error.title') : problem.title}
        about={problem.detail}
        next={home}
      >
        {retryIn(page, problem)}
        <dl class="facts">
          <div>
            <dt>{t('page.error.code')}</dt>
            <dd>
              <Id>{problem.code}</Id>
            </dd>
          </div>
          <div>
            <dt>{t('page.error.instance')}</dt>
            <dd>
              <Id>{problem.instance}</Id>
            </dd>
          </div>
        </dl>
      </MessagePage>
    );
  }
}

const SIGN_IN_CODES: readonly string[] = ['SIGN_IN_REQUIRED'];
const FORM_CODES: readonly string[] = ['CSRF_TOKEN_INVALID'];
const SECONDS_A_MINUTE = 60;

function retryIn({ t }: PageContext, { details }: Problem): ComponentChildren {
  const seconds = details?.['retryAfterSeconds'];
  return typeof seconds === 'number' ? <p>{t('page.retryAfter', { minutes: Math.ceil(seconds / SECONDS_A_MINUTE) })}</p> : null;
}

/** Sign-in, and back to where the person wanted to go; after a form, to the page it was on. */
function signInPath(request: FastifyRequest): string {
  const note = request.headers.cookie?.includes('desk_session') ? '&ended=yes' : '';
  return `/sign-in?next=${encodeURIComponent(request.url.split('?')[0] ?? '/')}${note}`;
}

function requestPathIn(request: FastifyRequest): string {
  return /^\/tracing-requests\/[0-9a-f-]{36}/.exec(request.url)?.[0] ?? '/';
}
