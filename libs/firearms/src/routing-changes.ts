import { stateCode, type StateCode } from '@tracedesk/kernel';
import { MADE_WITHOUT_RECORD, type OriginClass } from './origin-class.js';
import { adviseRouting, type Route, type RoutingFacts, type RoutingMarks } from './routing.js';

/** What on an arm, or of its origin, the advice may rest on. */
export const ROUTING_MARKS = ['origin_class', 'deactivation', 'import', 'manufacture', 'importer_address'] as const;
export type RoutingMark = (typeof ROUTING_MARKS)[number];

/** Whom the advice would then propose. `named_state`: whichever State the mark names, where it is a foreign one that stands. */
export type ThenAsked =
  { readonly kind: 'state'; readonly route: Route } | { readonly kind: 'named_state' } | { readonly kind: 'nobody' };

/** What the advice would be if one mark were not there, or one more were read. */
export interface RoutingChange {
  readonly mark: RoutingMark;
  readonly supposed: 'not_there' | 'read';
  /** Of a mark that is there: the State it names, and its year. */
  readonly names?: StateCode;
  readonly year?: number;
  readonly then: ThenAsked;
  /** Whether that is another proposal than now. */
  readonly changes: boolean;
}

interface Supposition extends Pick<RoutingChange, 'mark' | 'supposed' | 'names' | 'year'> {
  readonly marks: RoutingMarks;
}

/**
 * What would change the advice, mark by mark: for each that was read, the advice without it; for each that could still be read, the advice with
 * it. It is the advice itself, asked again, so that it cannot say anything else than what would come of it.
 */
export function routingChanges(marks: RoutingMarks, facts: RoutingFacts): readonly RoutingChange[] {
  const now = adviseRouting(marks, facts).proposal?.state ?? null;
  return [...takenAway(marks), ...stillToRead(marks)].map(({ marks: supposed, ...about }) => {
    const then = thenAsked(supposed, facts);
    return { ...about, then, changes: askedIn(then) !== now };
  });
}

function takenAway(marks: RoutingMarks): readonly Supposition[] {
  const { originClass, deactivatedBy, importMarks = [], countryOfManufacture, importerAddressIn } = marks;
  const { originClass: _, ...withoutClass } = marks;
  const { deactivatedBy: __, ...withoutStamp } = marks;
  const { countryOfManufacture: ___, ...withoutMaker } = marks;
  const { importerAddressIn: ____, ...withoutAddress } = marks;
  const gone = (mark: RoutingMark, left: RoutingMarks, names?: StateCode): Supposition => ({
    mark,
    supposed: 'not_there',
    marks: left,
    ...(names && { names }),
  });
  return [
    ...(originClass && BEARS.includes(originClass) ? [gone('origin_class', withoutClass)] : []),
    ...(deactivatedBy ? [gone('deactivation', withoutStamp, deactivatedBy)] : []),
    ...importMarks.map(({ state, year }, index) => ({
      ...gone('import', { ...marks, importMarks: importMarks.toSpliced(index, 1) }, state),
      ...(year !== undefined && { year }),
    })),
    ...(countryOfManufacture ? [gone('manufacture', withoutMaker, countryOfManufacture)] : []),
    ...(importerAddressIn ? [gone('importer_address', withoutAddress, importerAddressIn)] : []),
  ];
}

function stillToRead(marks: RoutingMarks): readonly Supposition[] {
  const { originClass, deactivatedBy, importMarks = [], countryOfManufacture } = marks;
  const read = (mark: RoutingMark, more: RoutingMarks): Supposition => ({
    mark,
    supposed: 'read',
    marks: { ...marks, ...more },
  });
  const lastYear = Math.max(0, ...importMarks.map(({ year = 0 }) => year));
  return [
    ...(originClass && MADE_WITHOUT_RECORD.includes(originClass) ? [] : [read('origin_class', { originClass: 'craft' })]),
    ...(deactivatedBy === undefined && originClass && STAMPED.includes(originClass)
      ? [read('deactivation', { deactivatedBy: NAMED })]
      : []),
    read('import', { importMarks: [...importMarks, { state: NAMED, year: lastYear + 1 }] }),
    ...(countryOfManufacture === undefined ? [read('manufacture', { countryOfManufacture: NAMED })] : []),
  ];
}

const STAMPED: readonly OriginClass[] = ['deactivated', 'reactivated'];
const BEARS: readonly OriginClass[] = [...MADE_WITHOUT_RECORD, ...STAMPED];

/** Stands for whatever State a mark not yet read may name: ISO 3166 leaves it to its users, so that no State bears it. */
const NAMED = stateCode('ZZ');

function thenAsked(marks: RoutingMarks, facts: RoutingFacts): ThenAsked {
  const { proposal } = adviseRouting(marks, facts);
  if (proposal === null) return { kind: 'nobody' };
  return proposal.state === NAMED ? { kind: 'named_state' } : { kind: 'state', route: proposal };
}

function askedIn(then: ThenAsked): StateCode | null {
  return then.kind === 'state' ? then.route.state : then.kind === 'named_state' ? NAMED : null;
}
