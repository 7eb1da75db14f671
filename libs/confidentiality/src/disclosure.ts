import type { DisclosureId } from '@tracedesk/kernel';
import type { SubjectKind } from './may-disclose.js';
import type { Purpose } from './purpose.js';

/** How long one sitting lasts, in wall time: a business clock that is moved must not open or close what people see. */
export const SITTING_MINUTES = 30;

/** What protected content is called in the entry of its opening: `draft`, `question`, `delayed.4.reasons`, `response.1`; of a batch, `submitted.3`. It says nothing of what is told. */
export type ContentName = string;

/** One subject opened to one person, in one session, for one sitting. Protected reads carry its id. */
export interface Disclosure {
  readonly id: DisclosureId;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly purpose: Purpose;
  /** Id of the rule it was permitted under. */
  readonly rule: string;
  /** What there was when it was opened, by name: nothing else is shown under it. */
  readonly covers: readonly ContentName[];
  readonly openedAt: Date;
  readonly expiresAt: Date;
}

/** Whether all that there is now was there when the sitting was opened. A draft that was submitted is not what was opened: its sitting is over. */
export function coversAll({ covers }: Pick<Disclosure, 'covers'>, contents: readonly ContentName[]): boolean {
  return contents.every((name) => covers.includes(name));
}
