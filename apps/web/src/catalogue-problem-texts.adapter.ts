import { Injectable } from '@nestjs/common';
import { sessionOf } from '@tracedesk/identity';
import { problemTextOf } from '@tracedesk/language';
import { ProblemTexts, type TextWanted } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import { languageOf } from './pages.service.js';

/** Problems in the reader's language, for pages and API alike. */
@Injectable()
export class CatalogueProblemTexts extends ProblemTexts {
  override of({ code, details }: TextWanted, request: FastifyRequest): { readonly title: string; readonly detail: string } {
    return problemTextOf(code, languageOf(request, sessionOf(request)), details);
  }
}
