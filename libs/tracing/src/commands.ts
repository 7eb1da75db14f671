import { Sealed, type RequestId } from '@tracedesk/kernel';
import type { Obstacle } from './obstacle.js';
import type { AskedElement, LocalDate } from './question.js';
import type { RestrictionOnUse } from './response-item.js';
import type { LimitationGround, Outcome, Response, ResponseContent } from './response.js';
import type { SupplementedKind } from './supplement.js';
import type { BelievedState } from './tracing-request.js';

/** What each action of the lifecycle says. Free text travels sealed. */
export interface Commands {
  submit: object;
  discard: object;
  acknowledge: { readonly reference: string; readonly expectedOn: LocalDate };
  redirect: { readonly believedState: BelievedState };
  request_information: { readonly element: AskedElement; readonly question: Sealed<string> };
  supply_information: { readonly answer: Sealed<string> | 'not_available' };
  delay: {
    readonly ground: LimitationGround | null;
    readonly reasons: Sealed<string>;
    readonly reasonsRestrictions?: readonly RestrictionOnUse[];
    readonly until: LocalDate;
  };
  respond: { readonly response: Response };
  seek_clarification: { readonly question: Sealed<string> };
  clarify: { readonly answer: Sealed<string>; readonly content?: Sealed<ResponseContent> };
  supplement: {
    readonly content: Sealed<ResponseContent>;
    readonly because: Sealed<string>;
    /** What the response is with this; left out, what follows from what it was. */
    readonly kind?: SupplementedKind;
  };
  close: {
    readonly outcome: Outcome;
    /** What stood in the way; left out, what outcome and answer say by themselves. */
    readonly obstacle?: Obstacle;
    readonly followUp:
      | { readonly kind: 'linked'; readonly requestId: RequestId }
      | { readonly kind: 'waived'; readonly because?: Sealed<string> }
      | null;
  };
  reopen: { readonly ground: 'new_information' | 'redirect_contested'; readonly because: Sealed<string> };
  withdraw: { readonly reason: Sealed<string> };
}

export type Action = keyof Commands;
export type CommandOf<A extends Action> = { readonly action: A } & Commands[A];
export type Command = { [A in Action]: CommandOf<A> }[Action];

/** Protected words, alone or with restrictions on their use (ITI 15). */
export type Words = string | { readonly text: string; readonly restrictions: readonly RestrictionOnUse[] };

/**
 * The protected texts a command brings to the request's own record, by the name of their part.
 * Responses have a record of their own.
 */
export function textsOf(command: Command): Readonly<Record<string, Sealed<Words>>> {
  switch (command.action) {
    case 'request_information':
    case 'seek_clarification':
      return { question: command.question };
    case 'supply_information':
      return command.answer === 'not_available' ? {} : { answer: command.answer };
    case 'clarify':
      return { answer: command.answer };
    case 'delay':
      return { reasons: withRestrictions(command.reasons, command.reasonsRestrictions) };
    case 'supplement':
    case 'reopen':
      return { because: command.because };
    case 'close':
      return command.followUp?.kind === 'waived' && command.followUp.because ? { because: command.followUp.because } : {};
    case 'withdraw':
      return { reason: command.reason };
    default:
      return {};
  }
}

function withRestrictions(text: Sealed<string>, restrictions: readonly RestrictionOnUse[] = []): Sealed<Words> {
  return restrictions.length === 0 ? text : Sealed.of({ text: text.reveal(), restrictions });
}
