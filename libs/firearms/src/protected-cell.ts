/** The text of a cell that was protected against being taken for a quantity: ="0012345" and '0012345 are 0012345. */
export function unprotected(cell: string): string {
  return /^\s*=\s*"((?:[^"]|"")*)"\s*$/.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell.replace(/^\s*'(?=.)/, '');
}
