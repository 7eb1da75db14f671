import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { ROOT } from '../aliases.js';

/**
 * Writes docs/generated, each page from the table it describes. With `--check` it writes nothing, names every page that
 * differs from its table, and fails. `node --import ./scripts/typescript.js scripts/generate/main.js [--check] [page …]`
 */
const PAGES = {
  'lifecycle.md': async () => (await import('./lifecycle.ts')).lifecyclePage(),
  'permissions.md': async () => (await import('./permissions.ts')).permissionsPage(),
  'audit-events.md': async () => (await import('./audit-events.ts')).auditEventsPage(),
  'rooms.md': async () => (await import('./rooms.js')).roomsPage(),
  'openapi.json': async () => (await import('./openapi.ts')).openApiJson(),
  'schema.md': async () => (await import('./schema.ts')).schemaPage(),
};

const FOLDER = join(ROOT, 'docs/generated');

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true });
const pages = positionals.length > 0 ? positionals : Object.keys(PAGES);
const drifted = [];

for (const page of pages) {
  const path = join(FOLDER, page);
  const content = await PAGES[page]();
  if (content === (await readFile(path, 'utf8').catch(() => null))) continue;
  drifted.push(page);
  if (values.check) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
if (values.check && positionals.length === 0) drifted.push(...(await strangers()));

if (values.check && drifted.length > 0) {
  console.error(
    `docs/generated no longer says what the sources say: ${drifted.join(', ')}. Run npm run generate and commit the result.`,
  );
  process.exit(1);
}
console.log(
  values.check
    ? `docs/generated is true: ${pages.length} pages`
    : `docs/generated: wrote ${drifted.join(', ') || 'nothing, all was true'}`,
);
process.exit(0);

/** Pages that nothing writes any more. */
async function strangers() {
  return (await readdir(FOLDER).catch(() => [])).filter((file) => !(file in PAGES));
}
