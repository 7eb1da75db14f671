/** Why a change that no spec notices is let live; the first row that fits. What no row fits is a sentence that is missing. */
const REASONS = [
  {
    fits: ({ mutatorName, original }) => mutatorName === 'StringLiteral' && /^'(?:utf8|utf-8)'$/.test(original),
    reason: 'the encoding that is meant anyway',
  },
  { fits: ({ mutatorName }) => mutatorName === 'OptionalChaining', reason: 'the type asks for it; the value is always there' },
];

export function reasonFor(mutant) {
  return REASONS.find(({ fits }) => fits(mutant))?.reason ?? 'a sentence is missing';
}
