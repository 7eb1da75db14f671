import { Injectable } from '@nestjs/common';
import { sessionOf } from '@tracedesk/identity';
import { negotiateLanguage, problemTextOf } from '@tracedesk/language';
import { ProblemTexts, type TextWanted } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';

/** Problems in the language of the account, else in the one that the request asks for: where there are no pages to choose it on. */
@Injectable()
export class ApiProblemTexts extends ProblemTexts {
  override of({ code, details }: TextWanted, request: FastifyRequest): { readonly title: string; readonly detail: string } {
    const language = negotiateLanguage({
      person: sessionOf(request)?.language,
      acceptLanguage: request.headers['accept-language'],
    });
    return problemTextOf(code, language, details);
  }
}
