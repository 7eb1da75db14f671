import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeskLog } from '../logging/desk-log.service.js';
import { faultOf, isSurprise, UNAVAILABLE } from './faults.adapter.js';
import { answerPlainly } from './last-resort.adapter.js';
import type { Fault, Problem } from './problem.js';
import type { ProblemPages, ProblemTexts } from './problem-texts.adapter.js';

export interface ProblemFilterParts {
  readonly log: DeskLog;
  readonly texts: ProblemTexts;
  readonly pages: ProblemPages | null;
  readonly statuses: Readonly<Record<string, number>>;
}

/** The one place where anything thrown becomes an answer. What it cannot place is told to the log, and to the client only as a number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly parts: ProblemFilterParts) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also called for what goes wrong before Nest sees the request. It never throws: what fails here is told to the log, and answered plainly. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const fault = faultOf(thrown, this.parts.statuses);
    try {
      this.#tell(fault, thrown, request, reply);
    } catch (error) {
      this.parts.log.error('http.answer_failed', { requestId: request.id, code: fault.denial.code }, error);
      if (!reply.sent) reply.hijack();
      answerPlainly({ status: fault.status, code: fault.denial.code, instance: request.id }, reply.raw);
    }
  }

  #tell(fault: Fault, thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (isSurprise(fault)) {
      this.parts.log.error(
        'http.failed',
        { requestId: request.id, method: request.method, route: request.routeOptions.url },
        thrown,
      );
    }
    if (fault.denial.code in UNAVAILABLE) {
      this.parts.log.warn('http.not_available', {
        requestId: request.id,
        code: fault.denial.code,
        route: request.routeOptions.url,
      });
    }
    if (reply.sent) return;
    const problem = this.problemOf(fault, request);
    reply.headers(fault.headers ?? {});
    const page = wantsPage(request) ? this.parts.pages?.answer(problem, request) : undefined;
    if (page && 'redirect' in page) {
      reply.status(303).header('location', page.redirect).send('');
    } else if (page) {
      reply.status(fault.status).type('text/html; charset=utf-8').send(page.html);
    } else {
      reply.status(fault.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    }
  }

  private problemOf({ status, denial, faults }: Fault, request: FastifyRequest): Problem {
    const { code, field, paragraph, details } = denial;
    const { title, detail } = this.parts.texts.of({ code, details }, request);
    return {
      type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
      title,
      status,
      detail,
      code,
      instance: request.id,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(field === undefined ? {} : { field }),
      ...(details === undefined ? {} : { details }),
      ...(faults === undefined
        ? {}
        : {
            errors: faults.map((fault) => ({
              ...fault,
              detail: this.parts.texts.of({ code: fault.code, details: fault.details }, request).detail,
            })),
          }),
    };
  }
}

/** Whether a page is the right answer: for people's routes, to somebody who did not ask for JSON only. */
function wantsPage(request: FastifyRequest): boolean {
  const path = request.url;
  if (path.startsWith('/api/') || path.startsWith('/health') || path.startsWith('/metrics')) return false;
  const accept = request.headers.accept ?? '*/*';
  return accept.includes('text/html') || accept.includes('*/*');
}
