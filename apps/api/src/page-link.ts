/** The Link header that leads to the next page: the same list, from the cursor on. */
export function nextPageLink(path: string, query: Readonly<Record<string, unknown>>, cursor: string): string {
  const wanted = Object.entries(query).filter(([name, value]) => name !== 'cursor' && value !== undefined);
  const parameters = new URLSearchParams([...wanted.map(([name, value]) => [name, String(value)]), ['cursor', cursor]]);
  return `</${path}?${parameters.toString()}>; rel="next"`;
}
