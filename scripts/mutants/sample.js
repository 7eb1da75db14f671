import { spawnSync } from 'node:child_process';
import { ROOT } from '../aliases.js';
import { drawn, isUnnoticed, mutantsOf, MUTATED_ROOMS, saidShortly, scoreOf, tried } from './mutants.js';
import { WANTED_SCORE } from './page.js';

/**
 * `npm test` tries these, drawn by the commit; `npm run prove -- mutants` many more, tables too. So few are tried that chance moves the share: it may
 * lie this much under the wanted one, three times the deviation of so small a sample.
 */
const SAMPLE = { count: 24, files: 3 };
const LEAST_SCORE = WANTED_SCORE - 300 * Math.sqrt((0.8 * 0.2) / SAMPLE.count);

const seed = process.env.MUTANT_SEED ?? spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
const all = (await Promise.all(MUTATED_ROOMS.map(mutantsOf))).flat();
const asked = tried(drawn(all, { ...SAMPLE, seed }), { withStatic: false });
const results = asked.filter(({ status }) => status !== 'Ignored');
const score = scoreOf(results);

for (const mutant of results.filter(isUnnoticed)) console.log(`not noticed: ${saidShortly(mutant)}`);
console.log(
  `${score.toFixed(0)} % of ${results.length} careless changes noticed (seed ${seed}, at least ${LEAST_SCORE.toFixed(0)} %)`,
);
if (asked.length === 0 || score < LEAST_SCORE) process.exitCode = 1;
