import { drawn, isUnnoticed, mutantsOf, MUTATED_ROOMS, saidShortly, scoreOf, tried } from './mutants.js';
import { reasonFor } from './let-live.js';

/** What share of the careless changes each room's own specs are to notice, in per cent. */
export const WANTED_SCORE = 80;

/** The table of the rooms and the list of what nobody noticed; `proved` where every room reaches its share. */
export async function pageOfMutants({ MUTANTS, MUTANT_SEED = 'tracedesk', ROOMS }) {
  const rooms = [];
  for (const room of ROOMS ? ROOMS.split(',') : MUTATED_ROOMS) {
    const all = await mutantsOf(room);
    const results = tried(MUTANTS ? drawn(all, { count: Number(MUTANTS), seed: MUTANT_SEED }) : all);
    rooms.push({ room, all: all.length, results, score: scoreOf(results) });
    console.log(`${room}: ${scoreOf(results).toFixed(1)} % of ${results.length}`);
  }
  const which = MUTANTS
    ? `At most ${MUTANTS} of each room were tried, drawn by the seed "${MUTANT_SEED}".`
    : 'All of them were tried.';
  return {
    table: [which, '', ...tableOf(rooms), '', ...survivorsOf(rooms)].join('\n'),
    proved: rooms.every(({ score }) => score >= WANTED_SCORE),
  };
}

const tableOf = (rooms) => [
  '| room | changes there are | tried | noticed |',
  '| --- | ---: | ---: | ---: |',
  ...rooms.map(({ room, all, results, score }) => `| ${room} | ${all} | ${results.length} | ${score.toFixed(1)} % |`),
];

function survivorsOf(rooms) {
  const unnoticed = rooms.flatMap(({ results }) => results.filter(isUnnoticed));
  return [
    '## What was not noticed, and why it is let live',
    '',
    ...unnoticed.map((mutant) => `- ${saidShortly(mutant)}: ${reasonFor(mutant)}`),
  ];
}
