import { FILE_TYPES, type FileType } from './file-type.js';
import { NAME_LENGTH_MAX } from './limits.js';

/** Letters and digits of any script, and what stands between words in names. No separator of paths, no control or direction mark, no quote. */
const NAME = /^[\p{L}\p{N}_(][\p{L}\p{M}\p{N} ._()+,&'’#@=~-]*$/u;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether a name says nothing but what the file is called: no path, no trick of writing, not longer than a line. */
export function isFileName(name: string): boolean {
  return name.length <= NAME_LENGTH_MAX && NAME.test(name) && !/\.\.|[. ]$/.test(name) && !RESERVED_ON_WINDOWS.test(name);
}

/** The last part of a name that looks like an extension, in lower case. */
export function extensionOf(name: string): string | null {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null;
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
