import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type RequestId, type StateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import type { ChainAnswer } from './chain-events.js';
import { chainOf, type ChainView } from './chain-view.js';
import type { ItemKind, ResponseItem } from './response-item.js';

const STATES = ['QM', 'QN', 'QS', 'QR'].map(stateCode);
const state = fc.constantFrom(...STATES);
const reached = {
  merged: 0,
  told_twice: 0,
  equal_dates: 0,
  undated: 0,
  contradicting: 0,
  several_consignees: 0,
  two_origins: 0,
  gaps: 0,
  loops: 0,
};

/** What happened: each fact once, in whatever order, with the records that tell of it. */
interface Fact {
  readonly kind: 'transfer' | 'manufacture' | 'holder' | 'loss_or_theft';
  readonly from: StateCode;
  readonly to: StateCode;
  readonly on: string | undefined;
  readonly toldBy: 'exporter' | 'importer' | 'both' | 'both_and_again';
  /** Years by which the importer's date is wrong. */
  readonly late: 0 | 4;
}

const fact: fc.Arbitrary<Fact> = fc.record({
  kind: fc.constantFrom(
    'transfer' as const,
    'transfer' as const,
    'transfer' as const,
    'manufacture' as const,
    'holder' as const,
    'loss_or_theft' as const,
  ),
  from: state,
  to: state,
  on: fc.constantFrom(undefined, '2004', '2009', '2009', '2011', '2014'),
  toldBy: fc.constantFrom('exporter' as const, 'importer' as const, 'both' as const, 'both_and_again' as const),
  late: fc.constantFrom(0 as const, 0 as const, 4 as const),
});

/** No two transfers between the same States: which of two such records belong together is another spec's subject. */
const facts = fc
  .array(fact, { maxLength: 6 })
  .map((all) =>
    all
      .filter((one) => one.kind !== 'transfer' || one.from !== one.to)
      .filter((one, at, kept) => !kept.slice(0, at).some((other) => alike(one, other))),
  );

function alike(one: Fact, other: Fact): boolean {
  return one.kind === 'transfer' && other.kind === 'transfer' && one.from === other.from && one.to === other.to;
}

const parties = fc.array(
  fc.record({
    role: fc.constantFrom('consignee' as const, 'carrier' as const),
    name: fc.constantFrom('Havn', 'Brandt'),
    isPerson: fc.constant(false),
    restrictions: fc.constant([]),
  }),
  { maxLength: 3 },
);
const details = fc.record({
  details: fc.constantFrom('As entered.', 'Seen.'),
  restrictions: fc.constantFrom([], ['15c' as const]),
  parties,
});
const ids = fc.uuid({ version: 4 }).map((id) => idOf<RequestId>(id));

/** The answers that tell these facts, under ids that say nothing. */
const told = facts.chain((all) =>
  fc.array(fc.tuple(details, ids), { minLength: all.length * 3, maxLength: all.length * 3 }).map((rest) => ({
    all,
    answers: all.flatMap((one, at) =>
      recordsOf(one).map(([kind, giver, item], index): ChainAnswer => {
        const [words, requestId] = rest[at * 3 + index] ??
          rest[0] ?? [{ details: 'x', restrictions: [], parties: [] }, idOf<RequestId>('')];
        return { requestId, giver, number: `1.${at * 3 + index + 1}`, item: { ...words, kind, ...item } };
      }),
    ),
  })),
);

function recordsOf({
  kind,
  from,
  to,
  on,
  toldBy,
  late,
}: Fact): readonly (readonly [ItemKind, StateCode, Partial<ResponseItem>])[] {
  const dated = on === undefined ? {} : { on };
  if (kind !== 'transfer') return [[kind, from, dated]];
  const exported = ['export', from, { ...dated, state: to }] as const;
  const arrived = on === undefined || late === 0 ? dated : { on: String(Number(on) + late) };
  const imported = ['import', to, { ...arrived, fromState: from }] as const;
  if (toldBy === 'exporter') return [exported];
  return toldBy === 'importer' ? [imported] : toldBy === 'both' ? [exported, imported] : [exported, imported, exported];
}

/** When the fact is told to have happened: of a transfer, when it left, if that is told. */
function dateOf({ kind, on, toldBy, late }: Fact): string | undefined {
  return kind === 'transfer' && toldBy === 'importer' && on !== undefined ? String(Number(on) + late) : on;
}

/** All but the ids. */
function said({ steps, gaps, loops, conflicts, ends }: ChainView): unknown {
  const words = ({ giver, item }: ChainAnswer) => ({ giver, item });
  return {
    steps: steps.map(({ from, to, corroboratedBy, ...first }) => ({
      ...words(first),
      from,
      to,
      corroboratedBy: corroboratedBy.map(words),
    })),
    gaps,
    loops,
    about: conflicts.map(({ about }) => about),
    ends,
  };
}

/** The slow and obvious walk: every order of the facts in which none stands before one that was certainly earlier; the fewest gaps, then the fewest returns. */
function slowWalk(all: readonly Fact[]): readonly [number, number] {
  let fewest: readonly [number, number] = [Infinity, Infinity];
  for (const order of ordersOf(all)) {
    let [gaps, returns] = [0, 0];
    const visited: StateCode[] = [];
    for (const { kind, from, to } of order) {
      const here = visited.at(-1);
      if (here !== undefined && here !== from) gaps += 1;
      for (const place of kind === 'transfer' ? [from, to] : [from]) {
        if (place === visited.at(-1)) continue;
        if (visited.includes(place)) returns += 1;
        visited.push(place);
      }
    }
    if (gaps < fewest[0] || (gaps === fewest[0] && returns < fewest[1])) fewest = [gaps, returns];
  }
  return all.length === 0 ? [0, 0] : fewest;
}

function* ordersOf(all: readonly Fact[]): Generator<readonly Fact[]> {
  if (all.length === 0) yield [];
  for (const first of all) {
    const others = all.filter((one) => one !== first);
    if (others.some((other) => isEarlier(other, first))) continue;
    for (const rest of ordersOf(others)) yield [first, ...rest];
  }
}

function isEarlier(one: Fact, other: Fact): boolean {
  const [made, otherMade] = [one.kind === 'manufacture', other.kind === 'manufacture'];
  if (made !== otherMade) return made;
  const [on, otherOn] = [dateOf(one), dateOf(other)];
  return on !== undefined && otherOn !== undefined && on < otherOn;
}

describe('the chain of any answers', () => {
  it('is the same in whatever order they arrive, and whatever their ids are', () => {
    const arrivals = told.chain(({ answers }) =>
      fc.tuple(
        fc.subarray(answers).chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        fc.array(ids, { minLength: answers.length, maxLength: answers.length }),
      ),
    );
    fc.assert(
      fc.property(arrivals, ([[some, shuffled], others]) => {
        expect(chainOf(shuffled)).toEqual(chainOf(some));
        expect(said(chainOf(shuffled.map((one, at) => ({ ...one, requestId: others[at] ?? one.requestId }))))).toEqual(
          said(chainOf(some)),
        );
      }),
    );
  });

  it('has one step for each fact, with every record in it once, and as many gaps and returns as a walk over the facts', () => {
    fc.assert(
      fc.property(told, ({ all, answers }) => {
        const { steps, gaps, loops, conflicts } = chainOf(answers);
        expect(steps).toHaveLength(all.length);
        const numbers = steps.flatMap(({ number, corroboratedBy }) => [number, ...corroboratedBy.map((one) => one.number)]);
        expect(numbers.sort()).toEqual(answers.map(({ number }) => number).sort());
        expect([gaps.length, loops.length]).toEqual(slowWalk(all));
        count(all, answers, { gaps: gaps.length, loops: loops.length });
        for (const one of all.filter(
          ({ kind, late, on, toldBy }) => kind === 'transfer' && late > 0 && on !== undefined && toldBy.startsWith('both'),
        )) {
          reached.contradicting += 1;
          const own = steps.find(({ item, from, to }) => item.kind === 'export' && from === one.from && to === one.to);
          const names = [own, ...(own?.corroboratedBy ?? [])].map((each) => `${each?.requestId}/${each?.number}`);
          expect(
            conflicts.some(({ between, about }) => between.every((name) => names.includes(name)) && about.includes('date')),
          ).toBe(true);
        }
      }),
    );
  });

  it('was reached with every field filled: nothing above held because it never came up', () => {
    expect(Object.entries(reached).filter(([, times]) => times === 0)).toEqual([]);
  });
});

function count(
  all: readonly Fact[],
  answers: readonly ChainAnswer[],
  { gaps, loops }: { readonly gaps: number; readonly loops: number },
): void {
  const dates = all.map(dateOf);
  reached.merged += Number(all.some(({ kind, toldBy }) => kind === 'transfer' && toldBy === 'both'));
  reached.told_twice += Number(all.some(({ kind, toldBy }) => kind === 'transfer' && toldBy === 'both_and_again'));
  reached.undated += Number(dates.includes(undefined));
  reached.equal_dates += Number(new Set(dates).size < dates.length);
  reached.several_consignees += Number(
    answers.some(({ item: { parties: named = [] } }) => named.filter(({ role }) => role === 'consignee').length > 1),
  );
  reached.two_origins += Number(
    all.some((one) => all.some((other) => one.from !== other.from && dateOf(one) !== undefined && dateOf(one) === dateOf(other))),
  );
  reached.gaps += gaps;
  reached.loops += loops;
}

/** Of records between two States that say only years: as many transfers as there are years on both sides, and of the rest as many as the one side tells more. */
describe('records of transfers between the same two States', () => {
  const years = fc.array(fc.constantFrom('2004', '2006', '2009', '2011'), { maxLength: 5 });

  it('are as many transfers as their years make them', () => {
    const [from, to] = STATES as [StateCode, StateCode];
    fc.assert(
      fc.property(years, years, (left, arrived) => {
        const answers = [
          ...left.map((on, at): ChainAnswer => tell(from, at, { kind: 'export', on, state: to })),
          ...arrived.map((on, at): ChainAnswer => tell(to, at, { kind: 'import', on, fromState: from })),
        ];
        const [exported, imported] = [new Set(left), new Set(arrived)];
        const both = [...exported].filter((year) => imported.has(year)).length;
        const expected = both + Math.max(exported.size - both, imported.size - both);
        expect(chainOf(answers).steps).toHaveLength(expected);
        expect(chainOf([...answers].reverse())).toEqual(chainOf(answers));
      }),
    );
  });
});

function tell(giver: StateCode, at: number, item: Partial<ResponseItem>): ChainAnswer {
  const requestId = idOf<RequestId>(`00000000-0000-4000-8000-0000000000${giver === STATES[0] ? '0a' : '0b'}`);
  return { requestId, giver, number: `1.${at + 1}`, item: { kind: 'export', details: 'x', restrictions: [], ...item } };
}

describe('answers beyond number', () => {
  it('are put in order all the same: no step is lost, and the dates are kept', () => {
    const many = Array.from({ length: 400 }, (_, at): ChainAnswer =>
      tell(STATES[at % 4] as StateCode, at, {
        ...(at % 3 === 0 ? {} : { on: String(1600 + at) }),
        state: STATES[(at * 7 + 1) % 4] as StateCode,
        kind: 'holder',
      }),
    );
    const dates = chainOf(many).steps.flatMap(({ item: { on } }) => on ?? []);
    expect(chainOf(many).steps).toHaveLength(400);
    expect(dates).toEqual([...dates].sort());
  });
});
