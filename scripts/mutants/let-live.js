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
  {
    fits: ({ fileName, original }) => fileName.endsWith('firearms/src/traceability-check.ts') && original === 'years.length > 0',
    reason: 'the least of no years lies nowhere: said for the reader',
  },
  {
    fits: ({ fileName, original }) => fileName.endsWith('directory/src/freshness.ts') && original === 'validUntil < on.day',
    reason: 'who expires today answers today, and then nobody who expired is looked at',
  },
  {
    fits: ({ fileName, original }) => fileName.endsWith('deadlines/src/reminders.ts') && original === 'share === 100',
    reason: 'the walk over all of the time ends there too: it is said once more because it is exact',
  },
];

export function reasonFor(mutant) {
  return REASONS.find(({ fits }) => fits(mutant))?.reason ?? 'a sentence is missing';
}
