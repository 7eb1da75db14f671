import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ALIASES } from './aliases.js';
import { swcOptionsFor } from './swc-options.js';

/** Follows the aliases of tsconfig.base.json, and a `.js` import to the `.ts` or `.tsx` it will be built from. */
export async function resolve(specifier, context, next) {
  const alias = ALIASES[specifier];
  if (alias) return { url: pathToFileURL(alias).href, shortCircuit: true };

  if (
    /^\.{1,2}\/.*\.js$/.test(specifier) &&
    context.parentURL?.startsWith('file:') &&
    !context.parentURL.includes('/node_modules/')
  ) {
    for (const ending of ['.ts', '.tsx']) {
      const url = new URL(specifier.replace(/\.js$/, ending), context.parentURL);
      if (existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !/\.tsx?$/.test(url) || url.includes('/node_modules/')) return next(url, context);
  const path = fileURLToPath(url);
  const { code } = await transformFile(path, { ...swcOptionsFor(path), filename: path });
  return { format: 'module', source: code, shortCircuit: true };
}
