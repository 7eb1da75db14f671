import { FIREARM_TYPES, type FirearmType, type Stated } from '@tracedesk/firearms/core';
import { ExactlyOneOf, Line, Narrative, OneOf } from '@tracedesk/platform';
import { LINE, NARRATIVE, REASON } from './limits.js';

/** A short text as read or known, or why it is unknown: `{"value": "9x19"}` or `{"unknownBecause": "obliterated"}`. */
@ExactlyOneOf('value', 'unknownBecause')
export class StatedLineDto {
  @Line(LINE, { optional: true, example: 'A104552' })
  readonly value?: string;

  @Narrative(REASON, { optional: true })
  readonly unknownBecause?: string;
}

/** A narrative, or why there is none. */
@ExactlyOneOf('value', 'unknownBecause')
export class StatedNarrativeDto {
  @Narrative(NARRATIVE, { optional: true })
  readonly value?: string;

  @Narrative(REASON, { optional: true })
  readonly unknownBecause?: string;
}

/** The type of the firearm (ITI 4), or why it is unknown. */
@ExactlyOneOf('value', 'unknownBecause')
export class StatedTypeDto {
  @OneOf(Object.keys(FIREARM_TYPES), { optional: true, example: 'self_loading_pistol' })
  readonly value?: FirearmType;

  @Narrative(REASON, { optional: true })
  readonly unknownBecause?: string;
}

/** The one of the two that was given: validation has seen that exactly one was. */
export function toStated<T>(dto: { readonly value?: T; readonly unknownBecause?: string }): Stated<T> {
  return dto.value === undefined ? { unknownBecause: dto.unknownBecause ?? '' } : { value: dto.value };
}
