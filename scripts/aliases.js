import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** `@tracedesk/audit/core` → `<root>/libs/audit/src/core.ts`, read from tsconfig.base.json so that no second list exists. */
export const ALIASES = Object.fromEntries(
  Object.entries(JSON.parse(readFileSync(`${ROOT}/tsconfig.base.json`, 'utf8')).compilerOptions.paths).map(([alias, [file]]) => [
    alias,
    `${ROOT}/${file.replace('./', '')}`,
  ]),
);
