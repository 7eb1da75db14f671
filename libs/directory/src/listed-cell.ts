/** Several things in one cell, apart by a semicolon. One that belongs to the thing itself, or an outer blank, is marked by a backslash. */
export function listed(things: readonly string[]): string {
  return things.map((thing) => thing.replaceAll(/[\\;]|^\s|\s$/gu, String.raw`\$&`)).join('; ');
}

/** The things in the cell, without the blanks around them. */
export function thingsIn(cell: string): readonly string[] {
  const things: string[] = [];
  let thing = '';
  // As far as this a blank was marked, so it stays.
  let kept = 0;
  let marked = false;
  const end = (): void => {
    const whole = thing.slice(0, Math.max(kept, thing.trimEnd().length));
    if (whole !== '') things.push(whole);
    [thing, kept] = ['', 0];
  };
  for (const sign of cell) {
    if (marked || (sign !== '\\' && sign !== ';')) {
      if (marked || thing !== '' || sign.trim() !== '') thing += sign;
      if (marked) kept = thing.length;
      marked = false;
    } else if (sign === ';') end();
    else marked = true;
  }
  if (marked) thing += '\\';
  end();
  return things;
}
