import { KnownState } from '@tracedesk/directory';
import { Sealed, stateCode, type RequestId, type StateCode } from '@tracedesk/kernel';
import { Narrative, Nested } from '@tracedesk/platform';
import { REASON } from '../dto/limits.js';
import type { FollowUpCommand } from './draft-follow-up.service.js';

/** What the giver of what may not travel is told. */
export class AskAlongDto {
  @Narrative(REASON, { example: 'To ask where the arm went next.' })
  readonly purpose!: string;

  @Narrative(REASON, { example: 'The trace leads to Sardovia.' })
  readonly reasons!: string;
}

/** The next State of the chain. */
export class NextRequestDto {
  @KnownState({ description: 'The State asked next.', example: 'QN' })
  readonly requestedState!: string;

  @Nested(() => AskAlongDto, { optional: true, description: 'Asks for leave at once for what may not travel.' })
  readonly askConsent?: AskAlongDto;

  toCommand(requestId: RequestId): FollowUpCommand {
    const { requestedState, askConsent } = this;
    return {
      requestId,
      requestedState: stateCode(requestedState),
      askConsent: askConsent ? { purpose: Sealed.of(askConsent.purpose), reasons: Sealed.of(askConsent.reasons) } : null,
    };
  }
}

/** For which State it is weighed what may travel. */
export class NextRequestQuery {
  @KnownState({
    optional: true,
    description: 'The State asked next; without it, the first that an answer points to.',
    example: 'QN',
  })
  readonly requestedState?: string;

  toState(): StateCode | null {
    return this.requestedState === undefined ? null : stateCode(this.requestedState);
  }
}
