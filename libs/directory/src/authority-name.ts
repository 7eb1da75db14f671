/** The longest name of an authority. */
export const AUTHORITY_NAME_MAX = 200;

/** What tells one authority's name from another's: case, accents, spacing and punctuation do not. */
export function authorityKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a name is one: there is something in it to tell it by, and it is not too long. */
export function isAuthorityName(name: string): boolean {
  return authorityKey(name) !== '' && name.length <= AUTHORITY_NAME_MAX;
}
