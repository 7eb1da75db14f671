import { spawnSync } from 'node:child_process';
import { ROOT } from '../aliases.js';
import { drawn, isUnnoticed, mutantsOf, MUTATED_ROOMS, saidShortly, scoreOf, tried } from './mutants.js';
import { WANTED_SCORE } from './page.js';

/**
 * `npm run mutants` tries these, drawn by the commit; `npm run prove -- mutants` many more, tables too. So few are tried, in so few files, that chance moves
 * the share: it may lie under the wanted one by four times the deviation of as many as could be judged.
 */
const SAMPLE = { count: 24, files: 4 };
const DEVIATIONS = 4;
const leastScore = (judged) => Math.max(0, WANTED_SCORE - 100 * DEVIATIONS * Math.sqrt((0.8 * 0.2) / Math.max(1, judged)));

const seed = process.env.MUTANT_SEED ?? spawnSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
const all = (await Promise.all(MUTATED_ROOMS.map(mutantsOf))).flat();
const asked = tried(drawn(all, { ...SAMPLE, seed }), { withStatic: false });
const results = asked.filter(({ status }) => status !== 'Ignored');
const score = scoreOf(results);
const least = leastScore(results.length);

for (const mutant of results.filter(isUnnoticed)) console.log(`not noticed: ${saidShortly(mutant)}`);
console.log(`${score.toFixed(0)} % of ${results.length} careless changes noticed (seed ${seed}, at least ${least.toFixed(0)} %)`);
if (asked.length === 0 || score < least) process.exitCode = 1;
