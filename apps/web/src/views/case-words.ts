import type { WeaponCase } from '@tracedesk/tracing';

const SHORT_ID = 8;

/** What a case is called on a page: by the State's own reference, else by the beginning of its id. */
export function caseName({ ownReference, id }: Pick<WeaponCase, 'ownReference' | 'id'>): string {
  return ownReference ?? id.slice(0, SHORT_ID);
}

export function casePath(id: string): string {
  return `/cases/${id}`;
}
