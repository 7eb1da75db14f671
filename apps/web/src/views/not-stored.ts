import type { AddedFile } from '@tracedesk/attachments';
import { problemTextOf } from '@tracedesk/language';
import type { PageContext } from './page-context.js';

/** Why one of the files that were sent was not stored, and what would help; nothing where it was. */
export function notStoredText({ t, language }: PageContext, { name, result }: AddedFile): readonly string[] {
  if (result.ok) return [];
  const { title, detail } = problemTextOf(result.denial.code, language, result.denial.details);
  return [t('attachments.notStored', { name, problem: title, cure: detail })];
}
