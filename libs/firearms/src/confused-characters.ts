/** Pairs that are confused on metal, the letter for the digit (`domain.md` 4.3). A zero with a stroke is a zero. */
const CONFUSED: Readonly<Record<string, string>> = { O: '0', Ø: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' };

/**
 * What is confused more seldom, where light, wear or a narrow stamp leave less to see: met by machines that read rendered numbers (4/A, 7/T, 9/O,
 * J/I), and by people (1/7, 3/8, D and Q for O, U/V). Together they leave few characters apart, so that they never say more than "possible".
 */
const SELDOM_CONFUSED: Readonly<Record<string, string>> = {
  A: '4',
  T: '1',
  7: '1',
  9: '0',
  J: '1',
  3: '8',
  D: '0',
  Q: '0',
  U: 'V',
};

export function foldConfused(plain: string): string {
  return folded(plain, CONFUSED);
}

export function foldWidely(plain: string): string {
  return folded(plain, { ...CONFUSED, ...SELDOM_CONFUSED });
}

function folded(plain: string, by: Readonly<Record<string, string>>): string {
  return [...plain].map((character) => by[character] ?? character).join('');
}
