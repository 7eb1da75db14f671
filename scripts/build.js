import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './aliases.js';

const DIST = join(ROOT, 'dist');
/** Holds the hash of the sources that dist was built from; written last. */
const STAMP = join(DIST, '.built-from');
const SOURCES = ['apps', 'libs'];
const SETTINGS = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.build.json', 'nest-cli.json'];
const NOT_SHIPPED = /\.(?:spec|int-spec|e2e-spec)\.tsx?$|\.md$|^libs\/testing\//;

/** Type-checks and builds all apps and rooms into dist, and puts the files that are not TypeScript (styles, scripts of pages) beside them. */
export function build() {
  const nest = join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
  if (!existsSync(nest))
    stop('There is no build in dist/ for these sources, and the tools that make one are not installed. Run npm ci.');
  mayWrite();
  const hash = hashOfSources();
  rmSync(STAMP, { force: true });
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) stop('The build failed.');
  for (const file of shippedFiles()) {
    if (/\.tsx?$/.test(file)) continue;
    mkdirSync(dirname(join(DIST, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(DIST, file));
  }
  writeFileSync(STAMP, hash);
}

/** By content, not by date: a checkout of an older commit is a change too. */
export function isBuilt() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();
}

function mayWrite() {
  try {
    mkdirSync(DIST, { recursive: true });
    writeFileSync(`${STAMP}.try`, '');
    rmSync(`${STAMP}.try`);
  } catch (cause) {
    stop(`Tracedesk has to be built once, and ${DIST} cannot be written (${cause.code}). Build it where it can: npm run build.`);
  }
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...shippedFiles()])
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

function shippedFiles() {
  return SOURCES.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !NOT_SHIPPED.test(file))
    .sort();
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
