import { CodedError } from '@tracedesk/kernel';

export type AttachmentErrorCode = 'ATTACHMENT_CHANGED' | 'PREVIEW_FAILED' | 'SCANNER_UNREACHABLE' | 'SCANNER_ANSWER_UNKNOWN';

/** What went wrong with a file that was taken. Its words never hold content or names. */
export class AttachmentError extends CodedError<AttachmentErrorCode> {}
