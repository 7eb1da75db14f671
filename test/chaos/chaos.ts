import { parseArgs } from 'node:util';
import { isClean } from './deadlines.js';
import { FAULTS, triedAll, type Tried } from './faults.js';

const USAGE = `Breaks what deadlines stand on, one fault after another, and counts what was lost, doubled or early: 0, 0, 0.
Bounded, on this machine only, and gone afterwards.

  npm run chaos                         every fault, 6,250 deadlines each (100,000 altogether)
  npm run chaos -- --count 200          fewer deadlines
  npm run chaos -- --seed 7             other instants
  npm run chaos -- --at-once 4          several faults side by side, each on servers of its own
  npm run chaos -- --only 'Redis'       faults whose name holds this
`;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '6250' },
    seconds: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help === true) process.stdout.write(USAGE);
else await chaos();

async function chaos(): Promise<void> {
  const scale = { count: Number(values.count), withinSeconds: Number(values.seconds), seed: Number(values.seed) };
  const faults = FAULTS.filter(({ name }) => name.includes(values.only));
  process.stdout.write('| fault | deadlines | lost | doubled | early |\n| --- | --- | --- | --- | --- |\n');
  await triedAll(faults, scale, Number(values['at-once']), ({ name }, result) => {
    process.stdout.write(`| ${name} | ${cellsOf(result)} |\n`);
    if ('notTried' in result || !isClean(result)) process.exitCode = 1;
  });
}

function cellsOf(result: Tried): string {
  if ('notTried' in result) return `NOT TRIED: ${result.notTried} | | | `;
  return [result.deadlines, result.lost, result.doubled, result.early].join(' | ');
}
