import { denied, ok, type Result } from '@tracedesk/kernel';
import { FILE_TYPES, fileTypeOf, PDF_REACH, pdfStartOf, type FileType } from './file-type.js';
import { extensionOf, isFileName, plainName } from './file-name.js';
import { sha256Of } from './chunks.js';
import { cleanedCopyOf } from './cleaned-copy.js';
import { hiddenIn, type Hidden } from './hidden-data.js';
import { imageSizeOf } from './image-size.js';
import { FILE_BYTES_MAX, NAME_LENGTH_MAX, PIXELS_MAX, SIDE_PIXELS_MAX } from './limits.js';

export interface SentFile {
  readonly name: string;
  readonly saidType: string;
  /** Null: longer than a file may be, and not kept. */
  readonly content: Buffer | null;
}

export interface InspectedFile {
  readonly name: string;
  readonly type: FileType;
  readonly content: Buffer;
  readonly carries: readonly Hidden[];
  /** The SHA-256 of what was sent, where this is its cleaned copy. */
  readonly cleanedFrom?: string;
}

const MEGABYTE = 1024 * 1024;
const MILLION = 1_000_000;

/** Whether the desk takes the file: its name, its size, its content and what is claimed about it. Nothing is decoded. */
export function inspectFile({ name: sent, saidType, content }: SentFile): Result<InspectedFile> {
  const name = plainName(sent);
  if (!isFileName(name)) return denied('ATTACHMENT_NAME_INVALID', { field: 'files', details: { longest: NAME_LENGTH_MAX } });
  if (content === null || content.length > FILE_BYTES_MAX)
    return denied('ATTACHMENT_TOO_LARGE', { field: 'files', details: { megabytes: FILE_BYTES_MAX / MEGABYTE } });
  if (content.length === 0) return denied('ATTACHMENT_EMPTY', { field: 'files' });
  const type = fileTypeOf(content);
  if (type === null) return denied('ATTACHMENT_TYPE_UNKNOWN', { field: 'files' });
  if (!isClaimedAs(type, name, saidType)) return denied('ATTACHMENT_TYPE_MISMATCH', { field: 'files', details: { found: type } });
  if (isSomethingElseToo(type, content)) return denied('ATTACHMENT_AMBIGUOUS', { field: 'files' });
  if (type === 'pdf')
    return isWholePdf(content)
      ? ok({ name, type, content, carries: hiddenIn(type, content) })
      : denied('ATTACHMENT_BROKEN', { field: 'files' });
  const size = imageSizeOf(type, content);
  if (!size) return denied('ATTACHMENT_BROKEN', { field: 'files' });
  if (size.width * size.height > PIXELS_MAX || Math.max(size.width, size.height) > SIDE_PIXELS_MAX)
    return denied('ATTACHMENT_TOO_MANY_PIXELS', { field: 'files', details: { millions: PIXELS_MAX / MILLION } });
  return ok({ name, type, content, carries: hiddenIn(type, content) });
}

/** The file, or its copy without what is hidden in it; that one as it is where nothing is. */
export function withoutHidden(file: InspectedFile): InspectedFile {
  const copy = file.carries.length > 0 ? cleanedCopyOf(file.type, file.content) : null;
  if (copy === null) return file;
  return { ...file, content: copy, carries: hiddenIn(file.type, copy), cleanedFrom: sha256Of(file.content) };
}

const SAYS_NOTHING: readonly string[] = ['', 'application/octet-stream', 'binary/octet-stream', 'text/plain'];

/** Name and sender may keep silent about the type; what they say has to be true. `text/plain` is what multipart means by silence. */
function isClaimedAs(type: FileType, name: string, saidType: string): boolean {
  const { extensions, mediaType, alsoCalled } = FILE_TYPES[type];
  const extension = extensionOf(name);
  if (extension !== null && !extensions.some((known) => known === extension)) return false;
  const said = saidType.split(';')[0]?.trim().toLowerCase() ?? '';
  return [...SAYS_NOTHING, mediaType, ...alsoCalled].includes(said);
}

const ZIP_REACH = 65_557;
const ZIP_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const PAGE_OR_PROGRAM = /<(?:!doctype|html|script|svg|\?php)/i;
const PROGRAM = /^(?:MZ|\x7FELF|#!)/;

/** A file that another reader takes for another thing: PDF, ZIP (JAR, office documents), page or program. */
function isSomethingElseToo(type: FileType, content: Buffer): boolean {
  const start = content.toString('latin1', 0, PDF_REACH);
  const end = content.subarray(Math.max(0, content.length - ZIP_REACH));
  if (end.includes(ZIP_DIRECTORY)) return true;
  if (type === 'pdf') {
    const before = start.slice(0, pdfStartOf(content));
    return PAGE_OR_PROGRAM.test(before) || PROGRAM.test(before);
  }
  return (
    start.includes('%PDF-') ||
    PAGE_OR_PROGRAM.test(start) ||
    PAGE_OR_PROGRAM.test(end.toString('latin1', Math.max(0, end.length - PDF_REACH)))
  );
}

function isWholePdf(content: Buffer): boolean {
  return content.includes('%%EOF', Math.max(0, content.length - PDF_REACH), 'latin1');
}
