import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { ROOT } from '../aliases.js';
import { EDGE_LISTS, EDGE_ROLES, ROOMS } from '../boundaries/directions.js';
import { wordsForDevelopers } from './words-for-developers.js';

/**
 * Careless changes (mutants) of the pure files, each tried by itself against the unit specs of its room: a spec that does not notice does not bite.
 * The whole of them takes hours, so a run may draw a sample by seed: the same seed draws the same of the same sources.
 */

/** Every mutant there is of the pure files of a room, in order of place. Words of an error that only a developer reads are left alone. */
export async function mutantsOf(room) {
  const files = pureFilesOf(room);
  const { mutants } = await new Instrumenter(SILENT).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(join(ROOT, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [wordsForDevelopers] },
  );
  return mutants.filter(({ status }) => status !== 'Ignored').map((mutant) => ({ ...mutant, room, original: textAt(mutant) }));
}

/** `count` of the mutants, drawn by seed; of at most `files` files, where that is said. */
export function drawn(mutants, { count, seed, files = Infinity }) {
  const byLot = (keyOf) => (a, b) => (lot(seed, keyOf(a)) < lot(seed, keyOf(b)) ? -1 : 1);
  const chosen = [...mutants].sort(byLot(keyOf));
  const names = new Set([...new Set(chosen.map(({ fileName }) => fileName))].slice(0, files));
  return chosen.filter(({ fileName }) => names.has(fileName)).slice(0, count);
}

/**
 * Tries them and returns each with its status: Killed, Timeout, Survived, NoCoverage, or an error of the tool's. Without `withStatic` what only runs
 * while a file loads, tables above all, is left out: it takes every spec of its room.
 */
export function tried(mutants, { withStatic = true } = {}) {
  if (mutants.length === 0) return [];
  const report = join(ROOT, '.cache/mutants.json');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', 'scripts/mutants/stryker.config.js'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        MUTANT_ROOMS: [...new Set(mutants.map(({ room }) => room))].join(','),
        MUTANT_RANGES: [...new Set(mutants.map(rangeOf))].join(','),
        MUTANT_REPORT: report,
        MUTANT_STATIC: withStatic ? '' : 'left out',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) throw new Error(`The mutants could not be tried: StrykerJS ended with ${status}.`);
  // A range holds the mutants inside it too: only those that were asked for are counted.
  const asked = new Map(mutants.map((mutant) => [keyOf(mutant), mutant]));
  return Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(([fileName, { mutants: found }]) =>
    found.flatMap((one) => {
      const mutant = asked.get(keyOf({ ...one, fileName, location: zeroBased(one.location) }));
      return mutant ? [{ ...mutant, status: one.status }] : [];
    }),
  );
}

/** What share of those that could be judged was noticed, in per cent. */
export function scoreOf(results) {
  const judged = results.filter(({ status }) => status in NOTICED);
  return judged.length === 0 ? 100 : (100 * judged.filter(({ status }) => NOTICED[status]).length) / judged.length;
}

export const isUnnoticed = ({ status }) => NOTICED[status] === false;

/** `libs/audit/src/leaf.ts:9 commitments.length === 0 → true` */
export function saidShortly({ fileName, location, original, replacement }) {
  const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 90);
  return `${fileName}:${location.start.line + 1} \`${short(original)}\` → \`${short(replacement)}\``;
}

const NOTICED = { Killed: true, Timeout: true, Survived: false, NoCoverage: false };
const SILENT = Object.fromEntries(['debug', 'info', 'warn', 'error', 'fatal', 'trace'].map((level) => [level, () => undefined]));
SILENT.isDebugEnabled = () => false;

/**
 * Texts, names and what may be entered are data: other specs hold the languages against one another, CI the page of the log's events against them,
 * and the integration specs grants and SQL against the database.
 */
const DATA =
  /^(?:messages|states)\/|^database\/(?:wanted-grants|desk-now|door-function|roles)\.ts$|(?:^|\/)audit-events\.ts$|\.events\.ts$/;

function pureFilesOf(room) {
  const source = join(ROOT, 'libs', room, 'src');
  const edge = new RegExp(`\\.(?:${EDGE_ROLES.join('|')})\\.tsx?$|(?:^|/)(?:${EDGE_LISTS.join('|')})\\.ts$`);
  return readdirSync(source, { recursive: true })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:spec|int-spec|examples)\.tsx?$/.test(file) && !edge.test(file))
    .filter((file) => file !== 'index.ts' && file !== 'core.ts' && !DATA.test(file))
    .map((file) => relative(ROOT, join(source, file)))
    .sort();
}

function textAt({ fileName, location: { start, end } }) {
  const lines = readFileSync(join(ROOT, fileName), 'utf8')
    .split('\n')
    .slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

function rangeOf({ fileName, location: { start, end } }) {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

function keyOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  return [fileName, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');
}

const zeroBased = ({ start, end }) => ({
  start: { line: start.line - 1, column: start.column - 1 },
  end: { line: end.line - 1, column: end.column - 1 },
});

const lot = (seed, key) => createHash('sha256').update(`${seed} ${key}`).digest('hex');

export const MUTATED_ROOMS = Object.keys(ROOMS).filter((room) => pureFilesOf(room).length > 0);
