import { denied, ok } from '@tracedesk/kernel';
import type { Once } from '@tracedesk/platform';
import type { ContactPoints } from './contact-points.repository.js';
import type { ContactPoint } from './state.js';

/** The key under which something happens once, and what was asked under it. */
export type OnceKey = Pick<Once<unknown>, 'key' | 'requestHash'>;

/** Asked again under the same key, the answer is the contact point as it is then. */
export function onceFor(contactPoints: ContactPoints, key: OnceKey, id?: string): Once<ContactPoint> {
  return {
    ...key,
    ...(id === undefined ? {} : { resultId: id }),
    idOf: (contactPoint) => contactPoint.id,
    replay: async (tx, stored) => {
      const found = await contactPoints.find(tx, stored);
      return found ? ok(found) : denied('CONTACT_POINT_NOT_FOUND');
    },
  };
}
