import { keysOf, searchFor } from '@tracedesk/firearms/core';
import { percent, type BenchOptions, type Row } from './rows.js';

/** How a number is misread, once: what replaces it, given a place in it and another character. */
type Misreading = (number: string, at: number, other: string) => string;

/** What is looked for, and how what is recorded was written, of numbers of one kind. */
interface Trial {
  readonly asked: Misreading;
  readonly recorded?: Misreading;
  /** Numbers of digits alone, filled up with zeros: what spreadsheets rework. */
  readonly padded?: true;
}

const CONFUSED: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', B: '8', Z: '2', G: '6' };
const CONFUSED_BACK = Object.fromEntries(Object.entries(CONFUSED).map(([letter, digit]) => [digit, letter]));
const SELDOM_CONFUSED: Readonly<Record<string, string>> = {
  4: 'A',
  A: '4',
  7: 'T',
  T: '7',
  9: 'O',
  J: 'I',
  3: '8',
  D: '0',
  Q: '0',
  U: 'V',
  V: 'U',
};
const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  H: 'Н',
  O: 'О',
  P: 'Р',
  C: 'С',
  T: 'Т',
  Y: 'У',
  X: 'Х',
};

const by = (table: Readonly<Record<string, string>>) => (number: string) => [...number].map((one) => table[one] ?? one).join('');
const unread: Misreading = (number, at) => `${number.slice(0, at)}?${number.slice(at + 1)}`;

const TRIALS: Readonly<Record<string, Trial>> = {
  'look-alikes confused': { asked: by({ ...CONFUSED_BACK, ...CONFUSED }) },
  'one character replaced': { asked: (number, at, other) => number.slice(0, at) + other + number.slice(at + 1) },
  'one character lost': { asked: (number, at) => number.slice(0, at) + number.slice(at + 1) },
  'one character added': { asked: (number, at, other) => number.slice(0, at) + other + number.slice(at) },
  'two neighbours swapped': { asked: (number, at) => number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2) },
  'one character unread': { asked: unread },
  'one character unread here, another in the record': {
    asked: unread,
    recorded: (number, at) => unread(number, (at + 2) % number.length, ''),
  },
  'leading zeros taken by a spreadsheet': { asked: (number) => number.replace(/^0+/, ''), padded: true },
  'a spreadsheet’s .0 behind it': { asked: (number) => `${number}.0`, padded: true },
  'digits of another script': {
    asked: (number) => number.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0966 + Number(digit))),
  },
  'letters on a Cyrillic keyboard': { asked: by(CYRILLIC) },
  'behind its label': { asked: (number, at) => `${['S/N ', '№ ', 'Nr. ', 'Serial No: '][at % 4]}${number}` },
  'behind letters that may be a label': { asked: (number, at) => `${['SN ', 'Nr ', 'NO '][at % 3]}${number}` },
  'zeros with a stroke': { asked: by({ 0: 'Ø' }) },
  'seldom confusions throughout': { asked: by(SELDOM_CONFUSED) },
};

const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
const CHARACTERS = `${LETTERS}0123456789`;
const SEED = 20_051_208;

/** Recall and precision of the serial keys for each misreading, on generated numbers: the same at each run, as nothing random is in them. */
export function serialRows({ short }: BenchOptions): readonly Row[] {
  const random = seeded(SEED);
  const count = short ? 500 : 5000;
  const registers = {
    lettered: Array.from({ length: count }, () => serialNumber(random)),
    padded: Array.from({ length: count }, () => String(1 + random(999_999)).padStart(8, '0')),
  };
  return Object.entries(TRIALS).map(([name, { asked, recorded = (number: string) => number, padded }]) => {
    const register = registers[padded ? 'padded' : 'lettered'];
    const trials = register.map((number) => ({
      number,
      at: random(number.length - 1),
      other: CHARACTERS[random(CHARACTERS.length)]!,
    }));
    const index = indexOf(trials.map(({ number, at, other }) => ({ number, recorded: recorded(number, at, other) })));
    const sample = trials.slice(0, short ? 100 : 1000).map(({ number, at, other }) => {
      const found = look(index, asked(number, at, other));
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

function indexOf(
  register: readonly { readonly number: string; readonly recorded: string }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const { number, recorded } of register)
    for (const { class: kind, text } of keysOf(recorded)) {
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
