import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { ROOT } from './aliases.js';

const PURE = 'libs/tracing/src/lifecycle.ts';
const EDGE = 'libs/tracing/src/tracing.module.ts';
const SPEC = 'libs/tracing/src/lifecycle.spec.ts';

/** What ESLint has to say of a line in a file of that name. */
const REFUSED = [
  [PURE, 'export const a = Date.now();'],
  [PURE, 'export const a = new Date();'],
  [PURE, 'export const a = Math.random();'],
  [PURE, 'export const a = process.env;'],
  [PURE, 'export const a = fetch("x");'],
  [PURE, 'setTimeout(() => {}, 1);'],
  [PURE, 'console.log(1);'],
  [PURE, 'export const a = globalThis;'],
  [PURE, "import { randomBytes } from 'node:crypto'; export const a = randomBytes;"],
  [PURE, "import { Temporal } from 'temporal-polyfill'; export const a = Temporal.Now;"],
  [PURE, 'export default 1;'],
  [PURE, "export * from './a.js';"],
  [PURE, "import { a } from './a'; export const b = a;"],
  [PURE, '// TODO: later'],
  [PURE, 'export const a: any = 1;'],
  [PURE, 'export enum Stage { Closed }'],
  [EDGE, "import { forwardRef } from '@nestjs/common'; export const a = forwardRef;"],
  [EDGE, 'console.log(1);'],
  [SPEC, "it.skip('later', () => {});"],
  [SPEC, "describe.only('this', () => {});"],
  [SPEC, "xit('later', () => {});"],
];

const ACCEPTED = [
  [PURE, 'export const a = new Date(0);'],
  [PURE, "import { createHash } from 'node:crypto'; export const a = createHash;"],
  [EDGE, 'export const a = Date.now();'],
  [EDGE, 'export const a = process.env;'],
  [SPEC, 'export const a = new Date();'],
];

describe('the bans of the style guide', () => {
  let complaints;

  beforeAll(() => {
    complaints = complaintsAbout([...REFUSED, ...ACCEPTED]);
  }, 60_000);

  it.each(REFUSED.map((line, index) => [...line, index]))('%s does not hold %s', (_file, _line, index) => {
    expect(complaints[index]).not.toEqual([]);
  });

  it.each(ACCEPTED.map((line, index) => [...line, REFUSED.length + index]))('%s may hold %s', (_file, _line, index) => {
    expect(complaints[index]).toEqual([]);
  });
});

/** The rules that each line breaks, without those that need the types of a real file. */
function complaintsAbout(lines) {
  const lint = `
    import { ESLint } from 'eslint';
    import tseslint from 'typescript-eslint';
    const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked, { rules: { '@typescript-eslint/no-unused-vars': 'off' } }] });
    const found = [];
    for (const [filePath, line] of ${JSON.stringify(lines)}) {
      const [{ messages }] = await eslint.lintText(line, { filePath });
      found.push(messages.map(({ ruleId, message }) => ruleId ?? message));
    }
    console.log(JSON.stringify(found));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', lint], { cwd: ROOT, encoding: 'utf8' }));
}
