import type { Branded, RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import type { FileType } from './file-type.js';
import type { Hidden } from './hidden-data.js';

export type AttachmentId = Branded<'AttachmentId'>;

/** Whether a scanner has looked at it. `not_required`: none was configured when it came. */
export const SCANS = ['not_required', 'waiting', 'clean', 'infected'] as const;
export type Scan = (typeof SCANS)[number];

/** The small copy without EXIF or position. `none`: documents have none. `partial`: a part of the picture is missing. */
export const PREVIEWS = ['none', 'waiting', 'ready', 'partial', 'failed'] as const;
export type Preview = (typeof PREVIEWS)[number];

/** What can be said of a file in one word. */
export const FILE_STATES = [
  'received',
  'waiting_for_scan',
  'clean',
  'infected',
  'preview_ready',
  'preview_partial',
  'preview_failed',
] as const;
export type FileState = (typeof FILE_STATES)[number];

/** The original as it was sent, or its small copy. */
export const FORMS = ['original', 'preview'] as const;
export type Form = (typeof FORMS)[number];

/** What is protected about a file besides its bytes. */
export interface AboutFile {
  readonly name: string;
  /** Of the original, in hexadecimal. */
  readonly sha256: string;
  /** What it tells beside what it shows; not known of files that came before this was looked for. */
  readonly carries?: readonly Hidden[];
  /** The SHA-256 of the file that was sent, where a cleaned copy was taken in its place. */
  readonly cleanedFrom?: string;
}

/** What a file belongs to: a request, which its parties read, or a marking practice, which every State reads. */
export type FileOwner =
  | { readonly kind: 'tracing_request'; readonly id: RequestId; readonly other: StateCode | null }
  | { readonly kind: 'marking_practice'; readonly id: string; readonly caption: string | null };

export interface Attachment {
  readonly id: AttachmentId;
  /** The State that added it. */
  readonly state: StateCode;
  /** Whether the other party's State has been handed it: then it stays. */
  readonly isShared: boolean;
  readonly type: FileType;
  readonly bytes: number;
  readonly scan: Scan;
  readonly preview: Preview;
  readonly addedAt: Date;
  readonly about: Sealed<AboutFile>;
}

type Progress = Pick<Attachment, 'scan' | 'preview'>;

const OF_PREVIEW: Readonly<Record<Preview, FileState | null>> = {
  none: null,
  waiting: null,
  ready: 'preview_ready',
  partial: 'preview_partial',
  failed: 'preview_failed',
};

export function fileState({ scan, preview }: Progress): FileState {
  if (scan === 'waiting') return 'waiting_for_scan';
  if (scan === 'infected') return 'infected';
  return OF_PREVIEW[preview] ?? (scan === 'clean' ? 'clean' : 'received');
}

/** Whether anything of the file may leave the desk: never before a configured scanner has called it clean. */
export function mayBeShown({ scan }: Progress): boolean {
  return scan === 'clean' || scan === 'not_required';
}

/** Whether there is a small copy to look at. */
export function hasSmallCopy({ preview }: Pick<Attachment, 'preview'>): boolean {
  return preview === 'ready' || preview === 'partial';
}
