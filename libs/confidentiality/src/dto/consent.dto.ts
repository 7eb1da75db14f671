import { KnownState } from '@tracedesk/directory';
import { idOf, Sealed, stateCode, type ConsentId, type RequestId } from '@tracedesk/kernel';
import { ExactlyOneOf, Line, ListOf, LocalDateField, Narrative, Nested, OneOf, Uuid } from '@tracedesk/platform';
import { CONSENT_STATUSES, CONSENT_USES, type ConsentStatus, type ConsentUse } from '../consent.js';
import type { ConsentCommand } from '../consent-lifecycle.js';
import type { ConsentQuery } from '../consents.repository.js';
import { LONGEST_NAME } from '../information-name.js';
import type { AskConsent } from '../use-cases/ask-for-consent.service.js';

/** A purpose, a reason: as long as the words that justify a disclosure. */
const WORDS_MAX_LENGTH = 2_000;
const AUTHORITY_MAX_LENGTH = 200;
/** A response has at most 50 items, and each names some parties. */
const NAMES_AT_ONCE = 200;

const NAMES =
  'What it is about: `2.1` is the first item of the second response, `2.1.3` the third party it names, `2.d` the point of diversion it tells, `2.c` the firearms it says could be meant, `question` what was asked.';

/** Whom the information would go to: another State, or an authority or panel by its name. */
@ExactlyOneOf('state', 'authority')
export class RecipientDto {
  @KnownState({ optional: true, example: 'QS' })
  readonly state?: string;

  @Line(AUTHORITY_MAX_LENGTH, { optional: true, example: 'Panel of Experts on Ulvar' })
  readonly authority?: string;
}

/** A State asks for leave to use what it was given beyond what was given with it (ITI 15). */
export class AskConsentDto {
  @Uuid({ description: 'The request under which the information was given.' })
  readonly requestId!: string;

  @OneOf(CONSENT_USES, { example: 'onward_release' })
  readonly use!: ConsentUse;

  @Nested(() => RecipientDto)
  readonly recipient!: RecipientDto;

  @ListOf({ line: LONGEST_NAME }, { min: 1, max: NAMES_AT_ONCE, description: NAMES, example: ['1.1'] })
  readonly names!: readonly string[];

  @Narrative(WORDS_MAX_LENGTH, {
    description: 'What the recipient would use it for.',
    example: 'To ask where the arm went next.',
  })
  readonly purpose!: string;

  @Narrative(WORDS_MAX_LENGTH, { description: 'Why it is needed.', example: 'The trace leads to Sardovia.' })
  readonly reasons!: string;

  toCommand(): AskConsent {
    const { state, authority } = this.recipient;
    return {
      requestId: idOf<RequestId>(this.requestId),
      use: this.use,
      recipient: state === undefined ? { kind: 'authority' } : { kind: 'state', state: stateCode(state) },
      names: this.names,
      words: {
        purpose: Sealed.of(this.purpose),
        reasons: Sealed.of(this.reasons),
        ...(authority !== undefined && { authority: Sealed.of(authority) }),
      },
    };
  }
}

/** The giver allows it, within a scope and until a day. */
export class GrantConsentDto {
  @ListOf({ line: LONGEST_NAME }, { min: 1, max: NAMES_AT_ONCE, description: 'No more than was asked.', example: ['1.1'] })
  readonly names!: readonly string[];

  @LocalDateField({
    description: 'The last day of the leave, in the calendar of the State that gives it.',
    example: '2099-12-31',
  })
  readonly endsOn!: string;

  @Narrative(WORDS_MAX_LENGTH, { optional: true, description: 'They go with the information to the State it goes to.' })
  readonly conditions?: string;

  toCommand(): ConsentCommand {
    const { names, endsOn, conditions } = this;
    return { act: 'grant', names, endsOn, conditions: conditions === undefined ? undefined : Sealed.of(conditions) };
  }
}

/** The giver refuses, or takes back what it granted, with its reason. */
export class ConsentReasonDto {
  @Narrative(WORDS_MAX_LENGTH, { example: 'The consignee is under investigation.' })
  readonly reason!: string;

  toCommand(act: 'refuse' | 'withdraw'): ConsentCommand {
    return { act, reason: Sealed.of(this.reason) };
  }
}

/** The State that asked enters that it handed the information on, or used it, as it was allowed to. */
export class UseConsentDto {
  @ListOf({ line: LONGEST_NAME }, { min: 1, max: NAMES_AT_ONCE, description: 'No more than was granted.', example: ['1.1'] })
  readonly names!: readonly string[];

  @Narrative(WORDS_MAX_LENGTH, { example: 'Handed to the secretariat of the panel.' })
  readonly purpose!: string;

  toCommand(): ConsentCommand {
    return { act: 'use', names: this.names, purpose: Sealed.of(this.purpose) };
  }
}

export class ConsentIdParam {
  @Uuid()
  readonly id!: string;

  get consentId(): ConsentId {
    return idOf<ConsentId>(this.id);
  }
}

export class ConsentsQuery {
  @OneOf(['asking', 'giving'], { optional: true, description: 'Those the own State asked for, or those asked of it.' })
  readonly side?: 'asking' | 'giving';

  @OneOf(CONSENT_STATUSES, { optional: true })
  readonly status?: ConsentStatus;

  @Uuid({ optional: true })
  readonly requestId?: string;

  toQuery(): ConsentQuery {
    const { side, status, requestId } = this;
    return { side, status, requestId: requestId === undefined ? undefined : idOf<RequestId>(requestId) };
  }
}
