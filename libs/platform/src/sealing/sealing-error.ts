import { CodedError } from '@tracedesk/kernel';

export type SealingErrorCode =
  | 'SEAL_BROKEN'
  | 'SEALED_PART_MISNAMED'
  | 'SEALED_CONTENT_EMPTY'
  | 'SEALED_RECORD_NOT_OPEN'
  | 'SEALED_RECORD_SHARED'
  | 'STATE_KEY_MISSING'
  | 'STATE_KEY_EXISTS'
  | 'STATE_KEY_UNREADABLE'
  | 'WORKER_KEY_UNREADABLE';

/** What went wrong with keys or sealed content. Its words never hold either. */
export class SealingError extends CodedError<SealingErrorCode> {}
