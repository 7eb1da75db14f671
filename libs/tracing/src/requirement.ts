import type { Answer } from './obstacle.js';
import type { TraceabilityRule } from '@tracedesk/firearms/core';
import type { Actor, Denial } from '@tracedesk/kernel';
import type { Command } from './commands.js';
import type { KeptBackWords } from './kept-back.js';
import type { LocalDate } from './question.js';
import type { TracingRequest } from './tracing-request.js';

/** What a rule may know besides the request and the command. Looked up beforehand; a rule looks up nothing. */
export interface Facts {
  /** Today in the State that acts. */
  readonly today: LocalDate;
  /** The asked State is in the directory and stands. */
  readonly requestedStateExists: boolean;
  readonly requestedStateHasActiveContactPoint: boolean;
  /** The requesting State lets its officers submit without release by the contact point. */
  readonly officersSubmitThemselves: boolean;
  /** The traceability check was read for this version of the draft. */
  readonly traceabilityCheckRead: boolean;
  /** Of a draft: its State asked about what may be the same weapon since the check was read. */
  readonly askedSinceCheck: boolean;
  /** Of a draft: warnings of the check that are neither cured nor overridden with a reason. */
  readonly unansweredWarnings: readonly TraceabilityRule[];
  /** A clock now running against the requested State is missed. */
  readonly clockMissed: boolean;
  /** The last day of the response period as it stands. */
  readonly responseDueOn: LocalDate | null;
  /** The requesting State has not said that it cannot guarantee confidentiality and the restrictions on use (ITI 15). */
  readonly confidentialityGuaranteed: boolean;
  /** What was answered before the latest response, oldest first. */
  readonly earlierAnswers: readonly Answer[];
  /** What third States told the acting State of this weapon and it may not tell the other one (ITI 15). */
  readonly keptBack: KeptBackWords;
}

export interface Given {
  readonly request: TracingRequest;
  readonly command: Command;
  readonly actor: Actor;
  readonly facts: Facts;
}

/** One rule: `null` when it is met. */
export type Check = (given: Given) => Denial | null;
