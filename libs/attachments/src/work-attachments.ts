/** The doorbell of queue `attachments`: there is a file to scan or to make a small copy of. */
export const WORK_ATTACHMENTS = 'work-attachments';
