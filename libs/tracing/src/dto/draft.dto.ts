import { KnownState } from '@tracedesk/directory';
import { Sealed, stateCode } from '@tracedesk/kernel';
import { Flag, Line, Nested, OneOf } from '@tracedesk/platform';
import type { DraftChanges } from '../draft.js';
import { LEGAL_BASES, PRIORITIES, type LegalBasis, type Priority } from '../tracing-request.js';
import { given } from './given.js';
import { LINE } from './limits.js';
import { QuestionDto, toQuestion } from './question.dto.js';

/** On what terms a State is asked: the open part of a draft. */
export class RequestTermsDto {
  @KnownState({ optional: true, nullable: true, description: 'The State that is asked.' })
  readonly requestedState?: string | null;

  @OneOf(PRIORITIES, { optional: true, example: 'routine' })
  readonly priority?: Priority;

  @OneOf(LEGAL_BASES, { optional: true, example: 'ITI' })
  readonly legalBasis?: LegalBasis;

  @Flag({
    optional: true,
    description:
      'The contact point asked can open the records itself: under Directive (EU) 2023/977 an urgent question is then due in hours.',
  })
  readonly directlyAccessible?: boolean;

  @Line(LINE, {
    optional: true,
    nullable: true,
    description: "The requesting State's own file reference, shown to both parties.",
  })
  readonly ownReference?: string | null;
}

/** A draft, or what changes in one: a member left out stays as it is, `null` takes it back, a section of the question replaces the one before it. */
export class DraftDto extends RequestTermsDto {
  @Nested(() => QuestionDto, { optional: true })
  readonly question?: QuestionDto;

  toCommand(): DraftChanges {
    return given({ ...termsOf(this), question: this.question && Sealed.of(toQuestion(this.question)) });
  }
}

export function termsOf(dto: RequestTermsDto): Omit<DraftChanges, 'question'> {
  return given({
    requestedState: dto.requestedState && stateCode(dto.requestedState),
    priority: dto.priority,
    legalBasis: dto.legalBasis,
    directlyAccessible: dto.directlyAccessible,
    requestingReference: dto.ownReference,
  }) as Omit<DraftChanges, 'question'>;
}
