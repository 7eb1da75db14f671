import type { StateCode } from '@tracedesk/kernel';

/** Groups of States that share a rule on deadlines. */
export const REGIONS = ['EU', 'ECOWAS'] as const;
export type Region = (typeof REGIONS)[number];

/** Members as of January 2025: Burkina Faso, Mali and Niger had left ECOWAS. Denmark takes no part in Directive (EU) 2023/977. */
const MEMBERS: Readonly<Record<Region, readonly string[]>> = {
  EU: 'AT BE BG CY CZ DE EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
  ECOWAS: 'BJ CI CV GH GM GN GW LR NG SL SN TG'.split(' '),
};

/** The invented State that stands for the region in demonstrations and stories, with whichever invented State it deals with. */
const STANDS_FOR: Readonly<Record<Region, string>> = { EU: 'QV', ECOWAS: 'QW' };

/** ISO 3166 leaves QM to QZ to users: no real State ever has such a code. */
const INVENTED = /^Q[M-Z]$/;

/** Whether the rule of a region binds both States. */
export function bindsBoth(region: Region, states: readonly [StateCode, StateCode]): boolean {
  if (states.every((state) => INVENTED.test(state))) return states.some((state) => state === STANDS_FOR[region]);
  return states.every((state) => MEMBERS[region].includes(state));
}
