/** How TypeScript becomes ESM without a type check: one answer for Jest and for scripts that run from the sources. */
export const swcOptions = {
  swcrc: false,
  module: { type: 'es6' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    keepClassNames: true,
  },
};

/** A `.ts` file may hold `<T>(value: T) => …`, which the TSX grammar reads as an element. */
export const swcOptionsFor = (path) => ({
  ...swcOptions,
  jsc: { ...swcOptions.jsc, parser: { ...swcOptions.jsc.parser, tsx: path.endsWith('x') } },
});
