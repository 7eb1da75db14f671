import { FILE_TYPES, type FileType } from './file-type.js';
import { NAME_LENGTH_MAX } from './limits.js';

/**
 * What telephones and desktops write: letters of any script, digits, signs, brackets and dashes. No separator of paths, no sign that a file system
 * keeps for itself, no control or direction mark. A joiner between letters belongs to the word, in Persian and Hindi.
 */
const NAME =
  /^(?:[\p{L}\p{M}\p{N}\p{S}\p{P} ]|(?<=[\p{L}\p{M}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200C\u200D](?=\p{L}))+$/u;
const KEPT_BY_SYSTEMS = /[/\\:*?"<>|\uFFFD\u2215\u2044\u29F8\u29F5\uFF0F\uFF3C\uFE68\u2236\uFF1A]/u;
const BEGINS_AS_A_TRICK = /^[.\-=+@~]/;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The name in one form: composed letters, plain blanks where a system put narrow or fixed ones, none outside. */
export function plainName(sent: string): string {
  return sent
    .normalize('NFC')
    .replaceAll(/\p{Zs}/gu, ' ')
    .trim();
}

/** Whether a name says nothing but what the file is called: no path, no trick of writing, not longer than file systems have it. */
export function isFileName(name: string): boolean {
  const refused = [KEPT_BY_SYSTEMS, BEGINS_AS_A_TRICK, RESERVED_ON_WINDOWS, /\.$/].some((trick) => trick.test(name));
  return name.length <= NAME_LENGTH_MAX && NAME.test(name) && !refused;
}

/** The last part of a name that looks like an extension, in lower case. Digits alone are a year or a number. */
export function extensionOf(name: string): string | null {
  return /\.(?!\d+$)([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** The name under which a file is handed out: it always ends as its content is. */
export function nameFor(name: string, type: FileType): string {
  const { extensions } = FILE_TYPES[type];
  const own = extensionOf(name);
  return own !== null && extensions.some((extension) => extension === own) ? name : `${name}.${extensions[0]}`;
}

/** The header that has a browser save a file and never show it: an ASCII name for old ones, the whole for others (RFC 6266). */
export function contentDisposition(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The headers under which a file leaves: to be saved, never taken for another thing by the browser, and kept by nobody on the way. */
export function handedOutAs(name: string, type: FileType): Readonly<Record<string, string>> {
  return {
    'content-type': FILE_TYPES[type].mediaType,
    'content-disposition': contentDisposition(nameFor(name, type)),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
