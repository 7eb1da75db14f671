/** Why a change that no spec notices is let live; the first row that fits. What no row fits is a sentence that is missing. */
const REASONS = [
  {
    fits: ({ mutatorName, original }) => mutatorName === 'StringLiteral' && /^'(?:utf8|utf-8)'$/.test(original),
    reason: 'the encoding that is meant anyway',
  },
  { fits: ({ mutatorName }) => mutatorName === 'OptionalChaining', reason: 'the type asks for it; the value is always there' },
  {
    fits: ({ fileName, mutatorName, original }) =>
      /audit\/src\/(?:event-catalogue|parts)\.ts$/.test(fileName) &&
      mutatorName === 'EqualityOperator' &&
      /^a(?:\.action)? < b/.test(original),
    reason: 'no two are equal: an action stands once in the catalogue, a name once in an entry',
  },
  {
    fits: ({ fileName, mutatorName, original }) =>
      fileName.endsWith('identity/src/throttle.ts') && mutatorName === 'BooleanLiteral' && original === 'true',
    reason: 'behind the loop: with everything forgotten there is room under any limit, so it is never reached',
  },
];

export function reasonFor(mutant) {
  return REASONS.find(({ fits }) => fits(mutant))?.reason ?? 'a sentence is missing';
}
