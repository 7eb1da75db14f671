interface JestGlobals {
  readonly describe: ((name: string, body: () => void) => void) & { readonly skip: (name: string, body: () => void) => void };
}

/**
 * Describes what only some machines can run (a Redis on the PATH, a Chromium). Elsewhere it says loudly what is missing;
 * the run counts it, and fails on it when CI is set.
 */
export function describeWhere(available: boolean, reason: string, name: string, body: () => void): void {
  const { describe } = globalThis as unknown as JestGlobals;
  if (available) return describe(name, body);
  console.warn(`NOT RUN: ${name}. ${reason}`);
  // eslint-disable-next-line no-restricted-syntax -- the one place where a suite may be left out, and it is counted
  describe.skip(name, body);
}
