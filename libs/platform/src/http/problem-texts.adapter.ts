import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** What a text is wanted for: a code and the open details its sentence may name. */
export interface TextWanted {
  readonly code: string;
  readonly details?: Problem['details'];
}

/** Port: the words of a problem in the reader's language. Bound from the catalogue; without a binding the code itself is shown. */
export abstract class ProblemTexts {
  abstract of(wanted: TextWanted, request: FastifyRequest): { readonly title: string; readonly detail: string };
}

/** Port: how a problem looks to somebody who came with a browser: a page, or somewhere else to go (sign in). Undefined: answer with JSON. */
export abstract class ProblemPages {
  abstract answer(
    problem: Problem,
    request: FastifyRequest,
  ): { readonly html: string } | { readonly redirect: string } | undefined;
}

/** Speaks in codes. Used where no catalogue is bound. */
export class CodeTexts extends ProblemTexts {
  override of({ code }: TextWanted): { title: string; detail: string } {
    const words = code.toLowerCase().replaceAll('_', ' ');
    return { title: words.charAt(0).toUpperCase() + words.slice(1), detail: `The desk answered ${code}.` };
  }
}
