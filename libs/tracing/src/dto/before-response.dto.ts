import { KnownState, KnownStateOrUnknown } from '@tracedesk/directory';
import { Sealed, stateCode, type StateCode } from '@tracedesk/kernel';
import { ExactlyOneOf, Flag, ListOf, LocalDateField, Narrative, OneOf } from '@tracedesk/platform';
import type { Commands } from '../commands.js';
import { ASKED_ELEMENTS, type AskedElement } from '../question.js';
import { RESTRICTIONS_ON_USE, type RestrictionOnUse } from '../response-item.js';
import type { LimitationGround } from '../response.js';
import { given } from './given.js';
import { GroundOf22 } from './ground-of-22.decorator.js';
import { NARRATIVE } from './limits.js';

/** Not ours: another State should be asked. Nothing is said of what was searched. */
export class RedirectDto {
  @KnownStateOrUnknown('The State to ask instead, or `unknown`.')
  readonly believedState!: string;

  toCommand(): Commands['redirect'] {
    return { believedState: this.believedState === 'unknown' ? 'unknown' : stateCode(this.believedState) };
  }
}

/** The same question to another State. */
export class RedraftDto {
  @KnownState({ optional: true, description: 'Whom to ask; left out, the State that the redirect named.' })
  readonly requestedState?: string;

  toState(): StateCode | undefined {
    return this.requestedState === undefined ? undefined : stateCode(this.requestedState);
  }
}

/** Additional information (ITI 20). */
export class RequestInformationDto {
  @OneOf(ASKED_ELEMENTS, {
    example: '17b_calibre',
    description: 'The element of ITI 17 that the request lacks. `beyond_17` pauses no clock.',
  })
  readonly element!: AskedElement;

  @Narrative(NARRATIVE)
  readonly question!: string;

  toCommand(): Commands['request_information'] {
    return { element: this.element, question: Sealed.of(this.question) };
  }
}

/** The information, or that it is not available: one of the two. */
@ExactlyOneOf('answer', 'notAvailable')
export class SupplyInformationDto {
  @Narrative(NARRATIVE, { optional: true })
  readonly answer?: string;

  @Flag({ optional: true, description: '`true`: what was asked for is not available (ITI 17: to the extent possible).' })
  readonly notAvailable?: boolean;

  toCommand(): Commands['supply_information'] {
    return { answer: this.notAvailable === true ? 'not_available' : Sealed.of(this.answer ?? '') };
  }
}

/** Delayed, with ground and reasons (ITI 22, 23). */
export class DelayDto {
  @GroundOf22()
  readonly ground?: LimitationGround;

  @Narrative(NARRATIVE, { description: 'The reasons of ITI 23.' })
  readonly reasons!: string;

  @ListOf(RESTRICTIONS_ON_USE, {
    max: RESTRICTIONS_ON_USE.length,
    optional: true,
    description: 'Restrictions on the use of the reasons themselves (ITI 15).',
  })
  readonly reasonsRestrictions?: readonly RestrictionOnUse[];

  @LocalDateField({ example: '2027-02-26', description: 'The new last day; later than the date that stands now.' })
  readonly until!: string;

  toCommand(): Commands['delay'] {
    const { reasonsRestrictions, until } = this;
    return given({ ground: this.ground ?? null, reasons: Sealed.of(this.reasons), reasonsRestrictions, until });
  }
}
