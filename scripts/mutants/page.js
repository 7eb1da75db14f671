import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../aliases.js';
import { drawn, isUnnoticed, mutantsOf, MUTATED_ROOMS, saidShortly, scoreOf, tried } from './mutants.js';
import { reasonFor } from './let-live.js';

/** What share of the careless changes each room's own specs are to notice, in per cent. */
export const WANTED_SCORE = 80;

/** Of a sample so many that only run while a file loads, tables above all: each of them asks every spec of its room. */
const STATIC_ONES = 6;

/** The table of the rooms and the list of what nobody noticed; `proved` where every room reaches its share. */
export async function pageOfMutants({ MUTANTS, MUTANT_SEED = 'tracedesk', ROOMS }) {
  const rooms = [];
  const asked = ROOMS ? ROOMS.split(',') : MUTATED_ROOMS;
  const left = MUTATED_ROOMS.filter((room) => !asked.includes(room));
  for (const room of asked) {
    const all = await mutantsOf(room);
    const { commit, results } = kept(room, all, `${MUTANTS ?? 'all'}-${MUTANT_SEED}`, () =>
      MUTANTS ? sampled(drawn(all, { count: Number(MUTANTS), seed: MUTANT_SEED })) : tried(all),
    );
    rooms.push({ room, commit, all: all.length, results, score: scoreOf(results) });
    console.log(`${room}: ${scoreOf(results).toFixed(1)} % of ${results.length}`);
  }
  const which = MUTANTS
    ? `At most ${MUTANTS} of each room were drawn by the seed "${MUTANT_SEED}", and tried, but for those that only run while a file loads: of these ${STATIC_ONES}.`
    : 'All of them were tried.';
  return {
    table: [
      which,
      '',
      ...tableOf(rooms),
      '',
      ...(left.length > 0 ? [`Not tried: ${left.join(', ')}.`, ''] : []),
      ...survivorsOf(rooms),
    ].join('\n'),
    proved: left.length === 0 && rooms.every(({ score }) => score >= WANTED_SCORE),
  };
}

/** A run takes long: what was tried of a room holds as long as neither its pure files nor its unit specs have changed. */
function kept(room, all, count, make) {
  const file = join(ROOT, '.cache', `mutants-${room}-${count}.json`);
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const asked = [...new Set(all.map(({ fileName }) => fileName)), `libs/${room}/src/*.spec.ts`];
  if (known && spawnSync('git', ['diff', '--quiet', known.commit, 'HEAD', '--', ...asked], { cwd: ROOT }).status === 0)
    return known;
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
  const made = { commit, results: make() };
  writeFileSync(file, JSON.stringify(made));
  return made;
}

function sampled(mutants) {
  const results = tried(mutants, { withStatic: false });
  const isLeftOut = ({ status }) => status === 'Ignored';
  return [...results.filter((one) => !isLeftOut(one)), ...tried(results.filter(isLeftOut).slice(0, STATIC_ONES))];
}

const tableOf = (rooms) => [
  '| room | changes there are | tried | noticed | at commit |',
  '| --- | ---: | ---: | ---: | --- |',
  ...rooms.map(
    ({ room, commit, all, results, score }) => `| ${room} | ${all} | ${results.length} | ${score.toFixed(1)} % | ${commit} |`,
  ),
];

function survivorsOf(rooms) {
  const unnoticed = rooms.flatMap(({ results }) => results.filter(isUnnoticed));
  return [
    '## What was not noticed, and why it is let live',
    '',
    ...unnoticed.map((mutant) => `- ${saidShortly(mutant)}: ${reasonFor(mutant)}`),
  ];
}
