import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../aliases.js';

/** A small house in which each file breaks one rule, or none, and the rules that must say so. */
const HOUSE = {
  'libs/kernel/src/index.ts': { holds: `export const ok = 1;` },
  'libs/kernel/src/ids.ts': { holds: `import { randomUUID } from 'node:crypto'; export const id = randomUUID;` },
  'libs/platform/src/index.ts': { holds: `export { UnitOfWork } from './unit-of-work.service.js';` },
  'libs/platform/src/unit-of-work.service.ts': {
    holds: `import { Injectable } from '@nestjs/common'; import { ok } from '@tracedesk/kernel'; export class UnitOfWork { a = Injectable; b = ok; }`,
  },
  'libs/platform/src/reaches-up.service.ts': {
    holds: `import type { Entry } from '@tracedesk/audit'; export type A = Entry;`,
    breaks: ['direction-of-platform'],
  },
  'libs/audit/src/index.ts': {
    holds: `export { type Entry } from './entry.js'; export { AuditLog } from './audit-log.service.js';`,
  },
  'libs/audit/src/core.ts': { holds: `export { type Entry } from './entry.js';` },
  'libs/audit/src/entry.ts': { holds: `export interface Entry { id: string }` },
  'libs/audit/src/audit-log.service.ts': {
    holds: `import { UnitOfWork } from '@tracedesk/platform'; export const AuditLog = UnitOfWork;`,
  },
  'libs/audit/src/climbs-in.service.ts': {
    holds: `import { UnitOfWork } from '../../platform/src/unit-of-work.service.js'; export const a = UnitOfWork;`,
    breaks: ['two-doors'],
  },
  'libs/audit/src/goes-round.service.ts': {
    holds: `import { AuditLog } from './index.js'; export const a = AuditLog;`,
    breaks: ['own-door'],
  },
  'libs/audit/src/entry.spec.ts': { holds: `import { builder } from '@tracedesk/testing'; export const a = builder;` },
  'libs/audit/src/tests-up.spec.ts': {
    holds: `import { draft } from '@tracedesk/tracing'; export const a = draft;`,
    breaks: ['direction-of-audit-specs'],
  },
  'libs/audit/src/ships-tests.service.ts': {
    holds: `import { builder } from '@tracedesk/testing'; export const a = builder;`,
    breaks: ['direction-of-audit', 'testing-in-specs-only'],
  },
  'libs/audit/src/leans-on-spec.service.ts': {
    holds: `import { a } from './entry.spec.js'; export const b = a;`,
    breaks: ['no-import-of-specs'],
  },
  'libs/audit/src/ships-tools.service.ts': {
    holds: `import { test } from 'fast-check'; export const a = test;`,
    breaks: ['no-development-packages'],
  },
  'libs/audit/src/lost.service.ts': { holds: `import { a } from './nowhere.js'; export const b = a;`, breaks: ['resolvable'] },
  'libs/audit/src/knows-app.service.ts': {
    holds: `import { api } from '@tracedesk/app-api'; export const a = api;`,
    breaks: ['rooms-below-apps'],
  },

  'libs/testing/src/index.ts': { holds: `import { draft } from '@tracedesk/tracing'; export const builder = draft;` },

  'libs/tracing/src/index.ts': { holds: `export { draft } from './draft.js';` },
  'libs/tracing/src/draft.ts': {
    holds: `import { Temporal } from 'temporal-polyfill'; import { ok } from '@tracedesk/kernel'; import type { Entry } from '@tracedesk/audit/core';
            import { createHash } from 'node:crypto'; export const draft = [Temporal, ok, createHash]; export type A = Entry;`,
  },
  'libs/tracing/src/content/kept-content.repository.ts': { holds: `export const KeptContent = 1;` },
  'libs/tracing/src/content/permitted-reading.service.ts': {
    holds: `import { KeptContent } from './kept-content.repository.js'; export const PermittedReading = KeptContent;`,
  },
  'libs/tracing/src/content/weighed-content.service.ts': {
    holds: `import { KeptContent } from './kept-content.repository.js'; export const WeighedContent = KeptContent;`,
  },
  'libs/tracing/src/item-checks.service.ts': {
    holds: `import { WeighedContent } from './content/weighed-content.service.js'; export const ItemChecks = WeighedContent;`,
  },
  'libs/tracing/src/shows-all.service.ts': {
    holds: `import { KeptContent } from './content/kept-content.repository.js'; export const a = KeptContent;`,
    breaks: ['one-door-to-content'],
  },
  'libs/tracing/src/shows-weighed.service.ts': {
    holds: `import { WeighedContent } from './content/weighed-content.service.js'; export const a = WeighedContent;`,
    breaks: ['content-weighed-by'],
  },
  'libs/tracing/src/draft.entity.ts': { holds: `import { Entity } from 'typeorm'; export const DraftRow = Entity;` },
  'libs/tracing/src/knows-row.ts': {
    holds: `import type { DraftRow } from './draft.entity.js'; export type A = typeof DraftRow;`,
    breaks: ['pure-imports-pure'],
  },
  'libs/tracing/src/whole-room.ts': {
    holds: `import type { Entry } from '@tracedesk/audit'; export type A = Entry;`,
    breaks: ['pure-uses-core-doors'],
  },
  'libs/tracing/src/reads-files.ts': {
    holds: `import { readFileSync } from 'node:fs'; export const a = readFileSync;`,
    breaks: ['pure-packages'],
  },
  'libs/tracing/src/knows-nest.ts': {
    holds: `import { Injectable } from '@nestjs/common'; export const a = Injectable;`,
    breaks: ['pure-packages'],
  },
  'libs/tracing/src/hen.ts': { holds: `import type { Egg } from './egg.js'; export interface Hen { lays: Egg }` }, // a cycle is reported once, at egg.ts
  'libs/tracing/src/egg.ts': {
    holds: `import type { Hen } from './hen.js'; export interface Egg { of: Hen }`,
    breaks: ['no-cycle'],
  },
  'libs/tracing/src/opens-drawer.ts': { holds: `import { a } from './utils/a.js'; export const b = a;`, breaks: ['no-drawer'] },
  'libs/tracing/src/utils/a.ts': { holds: `export const a = 1;` },
  'libs/cellar/src/index.ts': {
    holds: `import { ok } from '@tracedesk/kernel'; export const a = ok;`,
    breaks: ['room-without-direction'],
  },

  'apps/api/src/index.ts': { holds: `import { draft } from '@tracedesk/tracing'; export const api = draft;` },
  'apps/api/src/inside.ts': { holds: `export const inside = 1;` },
  'apps/web/src/index.ts': {
    holds: `import { api } from '@tracedesk/app-api'; export const web = api;`,
    breaks: ['direction-of-app-web'],
  },
  'apps/desk/src/index.ts': { holds: `import { api } from '@tracedesk/app-api'; export const desk = api;` },
  'apps/desk/src/climbs-in.ts': {
    holds: `import { inside } from '../../api/src/inside.js'; export const a = inside;`,
    breaks: ['two-doors'],
  },
  'apps/verify/src/main.ts': { holds: `import type { Entry } from '@tracedesk/audit/core'; export type A = Entry;` },
  'apps/verify/src/heavy.ts': {
    holds: `import { UnitOfWork } from '@tracedesk/platform'; export const a = UnitOfWork;`,
    breaks: ['cores-only-verify'],
  },
};

describe('the boundaries of the house', () => {
  let folder;
  let found;

  beforeAll(() => {
    folder = buildHouse();
    found = violationsIn(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(HOUSE).filter(([, { breaks }]) => breaks))('reports %s', (file, { breaks }) => {
    expect(found[file] ?? []).toEqual(breaks);
  });

  it.each(Object.entries(HOUSE).filter(([, { breaks }]) => !breaks))('accepts %s', (file) => {
    expect(found[file] ?? []).toEqual([]);
  });
});

function buildHouse() {
  const house = mkdtempSync(join(tmpdir(), 'tracedesk-boundaries-'));
  const files = Object.fromEntries(Object.entries(HOUSE).map(([file, { holds }]) => [file, holds]));
  for (const name of ['tsconfig.base.json', 'tsconfig.json', 'package.json'])
    files[name] = readFileSync(join(ROOT, name), 'utf8');
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(house, dirname(file)), { recursive: true });
    writeFileSync(join(house, file), content);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  return house;
}

/** `{ 'libs/audit/src/lost.service.ts': ['resolvable'] }` as dependency-cruiser sees it with the real configuration. */
function violationsIn(house) {
  const cruise = `
    import { cruise } from 'dependency-cruiser';
    import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
    import config from '${ROOT}/.dependency-cruiser.js';
    const { output } = await cruise(['libs', 'apps'], { ...config.options, validate: true, ruleSet: config },
      config.options.enhancedResolveOptions, { tsConfig: extractTSConfig('tsconfig.json') });
    console.log(JSON.stringify(output.summary.violations.map(({ from, rule }) => [from, rule.name])));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', cruise], { cwd: house, encoding: 'utf8' });
  const byFile = {};
  for (const [file, rule] of JSON.parse(output)) (byFile[file] ??= new Set()).add(rule);
  return Object.fromEntries(Object.entries(byFile).map(([file, rules]) => [file, [...rules].sort()]));
}
