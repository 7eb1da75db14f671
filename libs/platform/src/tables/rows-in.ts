/** A row as it was written. */
export interface WrittenRow {
  readonly cells: readonly string[];
  /** A quotation mark without its other half, or something behind the second: where its cells end is not known. */
  readonly broken: boolean;
}

interface Read {
  readonly row: WrittenRow;
  readonly next: number;
}

const LINE_END = /\r\n|\n|\r/g;

/**
 * The rows of comma separated text (RFC 4180), leniently: any line end, also several kinds in one text; blanks around quotation marks; a quotation
 * mark inside a cell that does not begin with one is a sign like any other. After a row that is broken it goes on in the next line.
 */
export function rowsIn(text: string, separator: string): readonly WrittenRow[] {
  const rows: WrittenRow[] = [];
  for (let at = 0; at < text.length;) {
    const { row, next } = rowAt(text, at, separator);
    rows.push(row);
    at = next;
  }
  return rows;
}

function rowAt(text: string, start: number, separator: string): Read {
  const cells: string[] = [];
  const broken = (): Read => ({ row: { cells, broken: true }, next: lineAfter(text, start) });
  for (let at = start; ;) {
    const quote = quoteAt(text, at, separator);
    let end: number;
    if (quote === -1) {
      end = endOfPlain(text, at, separator);
      cells.push(text.slice(at, end).trim());
    } else {
      const closing = closingOf(text, quote);
      if (closing === -1) return broken();
      end = endOfPlain(text, closing + 1, separator);
      if (text.slice(closing + 1, end).trim() !== '') return broken();
      cells.push(text.slice(quote + 1, closing).replaceAll('""', '"'));
    }
    if (text[end] !== separator) return { row: { cells, broken: false }, next: lineAfter(text, end) };
    at = end + 1;
  }
}

/** Where the cell's first quotation mark stands, with nothing but blanks before it; -1 where it has none. */
function quoteAt(text: string, start: number, separator: string): number {
  let at = start;
  while (text[at] !== separator && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return text[at] === '"' ? at : -1;
}

function closingOf(text: string, opening: number): number {
  for (let at = opening + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1 || text[at + 1] !== '"') return at;
  }
}

function endOfPlain(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function lineAfter(text: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(text) ? LINE_END.lastIndex : text.length;
}
