/** Requests about several firearms, drafted together. */
export const batches = {
  'event.request_batch.drafted': 'Batch of requests drafted',
  'problem.BATCH_NOT_FOUND': 'There is no such batch',
  'problem.BATCH_NOT_FOUND.help': 'The address does not exist, or it is not open to you.',
  'problem.BATCH_ROW_UNKNOWN': 'The request is not in this batch',
  'problem.BATCH_ROW_UNKNOWN.help': 'It may have been discarded. Read the batch again.',
} as const;
