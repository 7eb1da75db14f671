import {
  MARKING_METHODS,
  OBLITERATIONS,
  RECOVERY_METHODS,
  type MarkReading,
  type MarkingMethod,
  type Obliteration,
  type RecoveryMethod,
} from '@tracedesk/firearms/core';
import { Flag, Line, OneOf } from '@tracedesk/platform';
import { given } from './given.js';
import { LINE } from './limits.js';

/** How well a mark can be read, and what was done to read it. */
export class MarkReadingDto {
  @Line(LINE, {
    optional: true,
    example: '==~====',
    description: 'A sign for each character of the text: = clear, ~ doubtful, ? unreadable (and ? in the text itself).',
  })
  readonly legibility?: string;

  @OneOf(OBLITERATIONS, { optional: true, description: 'How much of the mark was taken off.' })
  readonly obliteration?: Obliteration;

  @Flag({ optional: true, description: 'Whether what was taken off was brought back.' })
  readonly recovered?: boolean;

  @OneOf(RECOVERY_METHODS, { optional: true })
  readonly recoveryMethod?: RecoveryMethod;

  @OneOf(MARKING_METHODS, { optional: true, description: 'How the mark was put on.' })
  readonly method?: MarkingMethod;
}

export function toReading({ legibility, obliteration, recovered, recoveryMethod, method }: MarkReadingDto): MarkReading {
  return given({ legibility, obliteration, recovered, recoveryMethod, method });
}
