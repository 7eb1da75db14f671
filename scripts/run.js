import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './aliases.js';
import { build, isBuilt } from './build.js';

/**
 * `node scripts/run.js apps/desk/src/main [arguments]` runs what that source was built to, in this very process, so that
 * signals and exit codes are the program's own. It builds first when dist is missing or was built from other sources.
 */
const [source, ...rest] = process.argv.slice(2);
if (!isInstalled()) {
  console.error('The packages are not installed. Run npm ci.');
  process.exit(1);
}
if (!isBuilt()) {
  console.log('Building, this once …');
  build();
}

const program = join(ROOT, 'dist', `${source}.js`);
process.argv = [process.execPath, program, ...rest];
await import(pathToFileURL(program).href);

function isInstalled() {
  return existsSync(join(ROOT, 'node_modules/@nestjs/core'));
}
