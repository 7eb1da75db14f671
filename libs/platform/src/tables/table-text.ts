export type TableTextCode = 'TABLE_NOT_UTF8' | 'TABLE_IS_A_WORKBOOK';

export type TableText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: TableTextCode };

/** By what the file begins with: a zip (xlsx, ods) or the old format of Excel. */
const WORKBOOKS = ['504b0304', 'd0cf11e0a1b11ae1'];

/**
 * The bytes of a file as a table's text: UTF-8, or UTF-16 where a byte order mark says so ("Unicode text" of a spreadsheet). Anything else is
 * refused: read as Windows-1252 any bytes are some text, and a name that only looks right goes to another State as it is.
 */
export function tableTextOf(bytes: Uint8Array): TableText {
  const start = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (WORKBOOKS.some((workbook) => start.startsWith(workbook))) return { ok: false, code: 'TABLE_IS_A_WORKBOOK' };
  const encoding = start.startsWith('fffe') ? 'utf-16le' : start.startsWith('feff') ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { ok: false, code: 'TABLE_NOT_UTF8' } : { ok: true, text };
  } catch {
    return { ok: false, code: 'TABLE_NOT_UTF8' };
  }
}
