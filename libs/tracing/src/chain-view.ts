import { COMPONENT_PARTS, type ComponentPart } from '@tracedesk/firearms/core';
import type { StateCode } from '@tracedesk/kernel';
import { eventsOf, moves, type ChainAnswer, type PlacedAnswer, type ToldEvent } from './chain-events.js';
import { arrivalAt, beenWith, NOWHERE, ordered, type Whereabouts } from './chain-order.js';
import { conflictsIn, contradictions, type Conflict, type NumberedItem } from './conflicts.js';
import { partOf, type PointOfDiversion } from './response-item.js';

/** A step of the arm's way: made, moved from State to State, lost. Its first record stands for it; the others tell of the same transfer. */
export interface ChainStep extends PlacedAnswer {
  readonly corroboratedBy: readonly ChainAnswer[];
}

/** The way is unknown between two steps: it left for nowhere that is known, or came from where it was not known to be. */
export interface ChainGap {
  readonly before: number;
  readonly from: StateCode;
  readonly to: StateCode;
}

/** The arm came back to a State in which it had been: nothing wrong by itself, and easily an error. */
export interface ChainLoop {
  readonly at: number;
  readonly state: StateCode;
}

/** The way of the firearm, or of one of its parts. */
export interface ToldWay {
  readonly steps: readonly ChainStep[];
  readonly gaps: readonly ChainGap[];
  readonly loops: readonly ChainLoop[];
  readonly conflicts: readonly Conflict[];
}

export interface ChainView extends ToldWay {
  /** Parts of which an answer tells by themselves: an upper or a barrel may have gone another way than the firearm. */
  readonly components: readonly (ToldWay & { readonly component: ComponentPart })[];
  /** Where the arm became illicit (ITI 5), where an answer says so; several that differ contradict each other. */
  readonly ends: readonly PointOfDiversion[];
}

/**
 * The arm's way from manufacture to where it became illicit, put together from the answers (ITI 5: along the lines of supply). Two States' records of
 * one transfer are one step. The order follows from dates and States alone: in whatever order the answers come, the chain is the same.
 */
export function chainOf(answers: readonly ChainAnswer[], ends: readonly PointOfDiversion[] = []): ChainView {
  const ofPart = (part: ComponentPart | null) => answers.filter(({ item }) => partOf(item) === part);
  const parts = COMPONENT_PARTS.filter((part) => ofPart(part).length > 0);
  return {
    ...wayOf(ofPart(null)),
    components: parts.map((component) => ({ component, ...wayOf(ofPart(component)) })),
    ends: distinct(ends),
  };
}

function wayOf(answers: readonly ChainAnswer[]): ToldWay {
  const events = ordered(eventsOf(answers));
  return { steps: events.map(stepOf), ...flawsOf(events), conflicts: conflictsOf(events) };
}

function stepOf({ from, to, records: [first, ...others] }: ToldEvent): ChainStep {
  const corroboratedBy = others.map(({ requestId, giver, number, item }) => ({ requestId, giver, number, item }));
  return { ...first, from, to, corroboratedBy };
}

function flawsOf(events: readonly ToldEvent[]): Pick<ChainView, 'gaps' | 'loops'> {
  const gaps: ChainGap[] = [];
  const loops: ChainLoop[] = [];
  let arm: Whereabouts = NOWHERE;
  for (const [step, event] of events.entries()) {
    const { at, isGap, returns } = arrivalAt(arm, event);
    if (isGap && arm.at && event.from) gaps.push({ before: step, from: arm.at, to: event.from });
    loops.push(...returns.map((state) => ({ at: step, state })));
    arm = { at, been: beenWith(arm.been, event) };
  }
  return { gaps, loops };
}

/** Between records of one kind, whichever step they belong to; and within a step, between the one State's export and the other's import. */
function conflictsOf(events: readonly ToldEvent[]): readonly Conflict[] {
  const within = events.flatMap(({ records }) => {
    const told = records.map(named);
    return told.flatMap((one, index) =>
      told.slice(index + 1).flatMap((other) => (one.item.kind === other.item.kind ? [] : contradictions(one, other))),
    );
  });
  return [...conflictsIn(events.flatMap(({ records }) => records.map(named))), ...within];
}

/** Items of several requests under one kind of number; a move with the State that its giver left unsaid because it is its own. */
function named({ requestId, number, item, giver, from, to }: PlacedAnswer): NumberedItem {
  const ends = moves(item.kind) ? { ...(from && { fromState: from }), ...(to && { state: to }) } : {};
  return { number: `${requestId}/${number}`, giver, item: { ...item, ...ends } };
}

function distinct(ends: readonly PointOfDiversion[]): readonly PointOfDiversion[] {
  const seen = new Map(ends.map((end) => [JSON.stringify(end), end]));
  return [...seen.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, end]) => end);
}
