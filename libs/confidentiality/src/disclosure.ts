import type { DisclosureId } from '@tracedesk/kernel';
import type { SubjectKind } from './may-disclose.js';
import type { Purpose } from './purpose.js';

/** How long one sitting lasts, in wall time: a business clock that is moved must not open or close what people see. */
export const SITTING_MINUTES = 30;

/** One subject opened to one person, in one session, for one sitting. Protected reads carry its id. */
export interface Disclosure {
  readonly id: DisclosureId;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly purpose: Purpose;
  /** Id of the rule it was permitted under. */
  readonly rule: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
}
