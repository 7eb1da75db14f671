import { readFileSync } from 'node:fs';
import { recomputed, RECOMPUTE_USAGE } from './admin/recomputed.js';

// Works due dates out again from an export alone: no database, no network, no configuration.
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error(RECOMPUTE_USAGE);
  process.exit(2);
}

try {
  const { same, lines } = recomputed(readFileSync(file === '-' ? 0 : file, 'utf8'));
  console.log(lines.join('\n'));
  console.log(`Worked out here with zone data ${process.versions.tz}.`);
  process.exitCode = same ? 0 : 1;
} catch (error) {
  console.error(`${(error as Error).message}\n\n${RECOMPUTE_USAGE}`);
  process.exitCode = 2;
}
