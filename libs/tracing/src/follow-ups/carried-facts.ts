import type { InformationName } from '@tracedesk/confidentiality/core';
import { idOf, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { KeptBackInformation } from '../kept-back.js';
import { ONWARD_RULES, onwardRuleOf } from '../onward.js';
import type { Question } from '../question.js';
import { RESTRICTIONS_ON_USE } from '../response-item.js';
import type { EarlierFact } from './earlier-fact.js';

/** How a fact that came with a question is called: the first is `earlier.1`. */
export function nameOfCarried(fact: number): InformationName {
  return `earlier.${fact}`;
}

/** What givers told the own State itself and let go on. */
export type FreedWords = ReadonlyMap<StateCode, ReadonlySet<string>>;

/**
 * What questions carried to the own State and it may not tell that State: what a giver attached binds whoever it reaches (ITI 15). No consent
 * frees it by itself: its giver answered another State. What it told the own State too, and lets go on, is free.
 */
export function withheldCarried(
  questions: readonly Question[],
  { own, to, freed }: { readonly own: StateCode; readonly to: StateCode; readonly freed: FreedWords },
): readonly KeptBackInformation[] {
  return questions.flatMap(({ earlier = [] }) =>
    earlier.flatMap((fact, at) => {
      const name = nameOfCarried(at + 1);
      const rule = onwardRuleOf(boundBy(fact, name), to, () => false);
      if (fact.giver === own || ONWARD_RULES[rule].may) return [];
      const isFreed = (value: string): boolean => freed.get(fact.giver)?.has(value) ?? false;
      return [{ name, rule, values: carriedValues(fact).filter((value) => !isFreed(value)) }];
    }),
  );
}

function boundBy({ giver, conditions = [] }: EarlierFact, name: InformationName): Parameters<typeof onwardRuleOf>[0] {
  const bound = RESTRICTIONS_ON_USE.filter((one) => conditions.some(({ restrictions }) => restrictions.includes(one)));
  return { requestId: NO_REQUEST, name, giver, restrictions: bound, conditions };
}

/** Which request of another State's a fact was told in, the State that it was carried to is not told. */
const NO_REQUEST = idOf<RequestId>('00000000-0000-0000-0000-000000000000');

/** All else of it is coded: no State and no date is recognised in a text. */
function carriedValues({ party }: EarlierFact): readonly string[] {
  return [party?.name, party?.address].filter((value) => value !== undefined);
}
