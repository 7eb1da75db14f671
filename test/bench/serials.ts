import { keysOf, searchFor } from '@tracedesk/firearms/core';
import { percent, type BenchOptions, type Row } from './rows.js';

/** How a number is misread, once: what replaces it, given a place in it and another character. */
type Misreading = (number: string, at: number, other: string) => string;

const CONFUSED: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', B: '8', Z: '2', G: '6' };
const CONFUSED_BACK = Object.fromEntries(Object.entries(CONFUSED).map(([letter, digit]) => [digit, letter]));

const MISREADINGS: Readonly<Record<string, Misreading>> = {
  'look-alikes confused': (number) => [...number].map((one) => CONFUSED[one] ?? CONFUSED_BACK[one] ?? one).join(''),
  'one character replaced': (number, at, other) => number.slice(0, at) + other + number.slice(at + 1),
  'one character lost': (number, at) => number.slice(0, at) + number.slice(at + 1),
  'one character added': (number, at, other) => number.slice(0, at) + other + number.slice(at),
  'two neighbours swapped': (number, at) => number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2),
  'one character unread': (number, at) => `${number.slice(0, at)}?${number.slice(at + 1)}`,
};

const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
const CHARACTERS = `${LETTERS}0123456789`;
const SEED = 20_051_208;

/** Recall and precision of the serial keys for each misreading, on generated numbers: the same at each run, as nothing random is in them. */
export function serialRows({ short }: BenchOptions): readonly Row[] {
  const random = seeded(SEED);
  const register = Array.from({ length: short ? 500 : 5000 }, () => serialNumber(random));
  const index = indexOf(register);
  return Object.entries(MISREADINGS).map(([name, misread]) => {
    const sample = register.slice(0, short ? 100 : 1000).map((number) => {
      const at = random(number.length - 1);
      const found = look(index, misread(number, at, CHARACTERS[random(CHARACTERS.length)]!));
      return { right: found.has(number), found: found.size };
    });
    const right = sample.filter((one) => one.right).length;
    const found = sample.reduce((sum, one) => sum + one.found, 0);
    const recall = right / sample.length;
    return {
      name: `serial number, ${name}`,
      figure: `recall ${percent(recall)}, precision ${percent(right / found)}`,
      goal: 'recall 100 %',
      beside: `${register.length} numbers, ${sample.length} looked for`,
      ratio: '',
      reached: recall === 1,
    };
  });
}

/** One or two letters and five to seven digits: close to one another, as the numbers of one maker are. */
function serialNumber(random: (below: number) => number): string {
  const pick = (from: string, length: number) => Array.from({ length }, () => from[random(from.length)]).join('');
  return pick(LETTERS, 1 + random(2)) + pick('0123456789', 5 + random(3));
}

function indexOf(register: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const number of register)
    for (const { class: kind, text } of keysOf(number)) {
      const key = `${kind} ${text}`;
      index.set(key, (index.get(key) ?? new Set()).add(number));
    }
  return index;
}

function look(index: ReadonlyMap<string, ReadonlySet<string>>, asked: string): ReadonlySet<string> {
  return new Set(searchFor(asked).flatMap((key) => [...(index.get(`${key.class} ${key.text}`) ?? [])]));
}

/** A linear congruential generator (Numerical Recipes): small, and the same everywhere. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
