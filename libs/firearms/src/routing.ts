import type { StateCode } from '@tracedesk/kernel';
import type { FirearmDescription } from './firearm-description.js';
import { marksOfFind, type ImportMark } from './marking.js';
import { MADE_WITHOUT_RECORD, type OriginClass } from './origin-class.js';

/**
 * The rules of routing, in the order they are tried. Most recent import, else manufacture, is common practice (INTERPOL, MOSAIC 05.31), not law;
 * the paragraphs are those of the marks it reads.
 */
export const ROUTING_RULES = {
  STATE_OF_DEACTIVATION: { paragraph: '8' },
  MOST_RECENT_IMPORT: { paragraph: '8(b)' },
  EARLIER_IMPORT: { paragraph: '8(b)' },
  STATE_OF_MANUFACTURE: { paragraph: '8(a)' },
} as const satisfies Record<string, { readonly paragraph: string }>;
export type RoutingRule = keyof typeof ROUTING_RULES;

/** What there is to know of the arm when the State to ask is looked for. */
export interface RoutingMarks {
  readonly originClass?: OriginClass;
  readonly countryOfManufacture?: StateCode;
  /** In the order read on the arm. */
  readonly importMarks?: readonly ImportMark[];
  /** The State of a deactivation stamp. */
  readonly deactivatedBy?: StateCode;
  /** The State of an importer's address: it is read, and never taken for a country of origin. */
  readonly importerAddressIn?: StateCode;
}

/** What a description tells of where to ask. Marks put on after the seizure are left out. */
export function routingMarksOf({ originClass, countryOfManufacture, importMarks, markings }: FirearmDescription): RoutingMarks {
  const onArm = marksOfFind(markings);
  const deactivatedBy = onArm.find(({ kind, state }) => kind === 'deactivation' && state !== undefined)?.state;
  const importerAddressIn =
    importMarks?.find(({ importer }) => importer?.state !== undefined)?.importer?.state ??
    onArm.find(({ kind, state }) => kind === 'importer' && state !== undefined)?.state;
  return {
    ...(originClass && { originClass }),
    ...(countryOfManufacture && { countryOfManufacture }),
    ...(importMarks && { importMarks }),
    ...(deactivatedBy && { deactivatedBy }),
    ...(importerAddressIn && { importerAddressIn }),
  };
}

/** A State that could be asked, and why. */
export interface Route {
  readonly state: StateCode;
  readonly rule: RoutingRule;
  readonly year?: number;
  /** The mark names a dissolved State; this one is a successor of it. */
  readonly successorOf?: StateCode;
}

/** What the officer should know besides: each would change the advice or explains it. */
export type RoutingNote =
  | 'ILLICIT_AT_MANUFACTURE'
  | 'IMPORTER_ADDRESS_IS_NOT_ORIGIN'
  | 'IMPORT_YEAR_MISSING'
  | 'SEVERAL_SUCCESSORS'
  | 'DISSOLVED_WITHOUT_SUCCESSOR'
  | 'POINTS_TO_OWN_STATE'
  | 'CONVERSION_IS_POINT_OF_DIVERSION'
  | 'NO_MARK_NAMES_A_STATE';

/** Steps that come before a foreign request (MOSAIC: domestic tracing first; ITI 33-35: INTERPOL's tools). */
export const EARLIER_STEPS = ['DOMESTIC_CHECK', 'INTERPOL_IARMS', 'INTERPOL_REFERENCE_TABLE'] as const;

export interface RoutingAdvice {
  /** Whom to ask first, or `null`: no foreign request. */
  readonly proposal: Route | null;
  readonly alternatives: readonly Route[];
  readonly notes: readonly RoutingNote[];
  readonly earlierSteps: typeof EARLIER_STEPS;
}

export interface RoutingFacts {
  readonly ownState: StateCode;
  /** Successor States of dissolved ones; a State that stands is not in the table. */
  readonly successors: Readonly<Partial<Record<StateCode, readonly StateCode[]>>>;
}

/** Which State to ask and why, mark by mark. Advice only: the officer decides, and the reason for another choice is kept. */
export function adviseRouting(marks: RoutingMarks, facts: RoutingFacts): RoutingAdvice {
  if (marks.originClass && MADE_WITHOUT_RECORD.includes(marks.originClass)) {
    return { proposal: null, alternatives: [], notes: ['ILLICIT_AT_MANUFACTURE'], earlierSteps: EARLIER_STEPS };
  }
  const imports = latestFirst(marks.importMarks ?? []);
  const named = [
    ...(marks.originClass === 'reactivated' || marks.originClass === 'deactivated'
      ? routeTo('STATE_OF_DEACTIVATION', marks.deactivatedBy)
      : []),
    ...imports.flatMap((mark, index) => routeTo(index === 0 ? 'MOST_RECENT_IMPORT' : 'EARLIER_IMPORT', mark.state, mark.year)),
    ...routeTo('STATE_OF_MANUFACTURE', marks.countryOfManufacture),
  ];
  const standing = named.flatMap((route) => standingStates(route, facts));
  const [proposal, ...alternatives] = standing.filter(
    (route, index) => isForeign(route, facts) && firstOf(standing, route.state) === index,
  );
  return {
    proposal: proposal ?? null,
    alternatives,
    notes: notesOn(marks, named, standing, facts),
    earlierSteps: EARLIER_STEPS,
  };
}

/** The import mark put on last, as far as the marks tell. */
export function mostRecentImport(marks: readonly ImportMark[] = []): ImportMark | undefined {
  return latestFirst(marks)[0];
}

/** By year where every mark has one; else in the order read, the last being the most recent. */
function latestFirst(marks: readonly ImportMark[]): readonly ImportMark[] {
  const lastReadFirst = [...marks].reverse();
  return marks.every((mark) => mark.year !== undefined)
    ? lastReadFirst.sort((one, other) => (other.year ?? 0) - (one.year ?? 0))
    : lastReadFirst;
}

function routeTo(rule: RoutingRule, state: StateCode | undefined, year?: number): readonly Route[] {
  return state === undefined ? [] : [{ state, rule, ...(year !== undefined && { year }) }];
}

function standingStates(route: Route, { successors }: RoutingFacts): readonly Route[] {
  const heirs = successors[route.state];
  return heirs ? heirs.map((state) => ({ ...route, state, successorOf: route.state })) : [route];
}

function isForeign(route: Route, { ownState }: RoutingFacts): boolean {
  return route.state !== ownState;
}

function firstOf(routes: readonly Route[], state: StateCode): number {
  return routes.findIndex((route) => route.state === state);
}

function notesOn(
  marks: RoutingMarks,
  named: readonly Route[],
  standing: readonly Route[],
  facts: RoutingFacts,
): readonly RoutingNote[] {
  const heirs = named.flatMap((route) => facts.successors[route.state] ?? []);
  const dissolved = named.filter((route) => facts.successors[route.state] !== undefined);
  const applies: Record<RoutingNote, boolean> = {
    ILLICIT_AT_MANUFACTURE: false,
    IMPORTER_ADDRESS_IS_NOT_ORIGIN: marks.importerAddressIn !== undefined,
    IMPORT_YEAR_MISSING:
      (marks.importMarks ?? []).length > 1 && (marks.importMarks ?? []).some((mark) => mark.year === undefined),
    SEVERAL_SUCCESSORS: heirs.length > 1,
    DISSOLVED_WITHOUT_SUCCESSOR: dissolved.some((route) => facts.successors[route.state]?.length === 0),
    POINTS_TO_OWN_STATE: standing.some((route) => !isForeign(route, facts)),
    CONVERSION_IS_POINT_OF_DIVERSION: marks.originClass === 'converted',
    NO_MARK_NAMES_A_STATE: named.length === 0,
  };
  return (Object.keys(applies) as RoutingNote[]).filter((note) => applies[note]);
}
