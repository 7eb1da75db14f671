import { adviseRouting, routingMarksOf, type FirearmDescription, type RoutingFacts } from '@tracedesk/firearms/core';
import { Sealed, type Denial, type StateCode } from '@tracedesk/kernel';
import { no } from '../errors.js';
import type { DraftChanges } from '../draft.js';
import type { Question } from '../question.js';

/** One firearm of a batch: its description, and what is said of it alone. */
export interface BatchFirearm {
  readonly firearm: FirearmDescription;
  /** Chosen for this firearm; else the State chosen for the batch; else the one its marks point to. */
  readonly requestedState?: StateCode;
  readonly requestingReference?: string;
  /** The source's own number of the record of this firearm. */
  readonly sourceReference?: string;
}

/** What a State asks of several firearms in one go: one common part, and the firearms. */
export interface NewBatch {
  readonly terms: Omit<DraftChanges, 'question'>;
  readonly question: Sealed<Omit<Question, 'firearm'>>;
  readonly firearms: Sealed<readonly BatchFirearm[]>;
}

/** What the draft at each place says: the common part, its firearm, and whom it asks. */
export function draftsOf({ terms, question, firearms }: NewBatch, facts: RoutingFacts): readonly DraftChanges[] {
  const common = question.reveal();
  return firearms.reveal().map(({ firearm, requestedState, requestingReference, sourceReference }) => ({
    ...terms,
    requestedState:
      requestedState ?? terms.requestedState ?? adviseRouting(routingMarksOf(firearm), facts).proposal?.state ?? null,
    ...(requestingReference !== undefined && { requestingReference }),
    question: Sealed.of({ ...withRecord(common, sourceReference), firearm }),
  }));
}

/** Why the firearms cannot be taken as they are said, before any of them is drafted: a number of a record is the number of somebody's record. */
export function recordDenial({ question, firearms }: NewBatch): Denial | null {
  if (question.reveal().find?.source !== undefined) return null;
  const place = firearms.reveal().findIndex(({ sourceReference }) => sourceReference !== undefined);
  return place === -1 ? null : no('SOURCE_REQUIRED', `firearms.${place}.sourceReference`, '16');
}

/** A denial of one draft, at the field by which the batch names it: `firearms.17.serialNumber`. What is common is said once. */
export function denialInBatch({ field, ...denial }: Denial, place: number, { firearms }: NewBatch): Denial {
  if (field === undefined) return denial;
  const own = field === 'requestedState' && firearms.reveal()[place]?.requestedState !== undefined;
  const ofFirearm = /^question\.firearm(?=\.|$)/;
  if (!own && !ofFirearm.test(field)) return { ...denial, field };
  return { ...denial, field: own ? `firearms.${place}.${field}` : field.replace(ofFirearm, `firearms.${place}`) };
}

function withRecord(common: Omit<Question, 'firearm'>, reference: string | undefined): Omit<Question, 'firearm'> {
  const { find } = common;
  if (reference === undefined || !find?.source) return common;
  return { ...common, find: { ...find, source: { ...find.source, reference } } };
}
