import { nameOfCandidates, nameOfDiversion, nameOfItem, nameOfReasons } from '@tracedesk/confidentiality/core';
import type { RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import { CANDIDATE_RESTRICTIONS } from './candidates.js';
import { numberedItems } from './conflicts.js';
import { factsOf, type ToldCandidates, type ToldFact, type ToldProse } from './onward.js';
import { conditionsOnDiversion, restrictionsOnDiversion, type ResponseContent } from './response.js';
import { conditionsOf } from './response-item.js';
import { replacementsIn } from './supplement.js';

/** All that one State answered to one request. */
export interface Answered {
  readonly requestId: RequestId;
  readonly giver: StateCode;
  readonly responses: readonly { readonly round: number; readonly content: Sealed<ResponseContent> }[];
}

/** The facts of an answer: its items, whom they name, and its points of diversion, each with what restricts it, and whether it was corrected since. */
export function factsToldIn({ responses, ...given }: Answered): readonly ToldFact[] {
  const told = responses.map(({ round, content }) => ({ round, content: content.reveal() }));
  const items = numberedItems(told.map(({ round, content }) => ({ round, items: content.items })));
  const replaced = replacementsIn(items);
  return [
    ...items.flatMap(({ number, item }) => factsOf({ ...given, name: number, item, isReplaced: replaced.has(number) })),
    ...told.flatMap(({ round, content }) => {
      const { pointOfDiversion: diversion } = content;
      if (!diversion) return [];
      const bound = { restrictions: restrictionsOnDiversion(content), conditions: conditionsOnDiversion(content) };
      return [{ ...given, name: nameOfDiversion(round), diversion, ...bound }];
    }),
  ];
}

/** The firearms that an answer said could be meant. */
export function candidatesToldIn({ responses, ...given }: Answered): readonly ToldCandidates[] {
  return responses.flatMap(({ round, content }) => {
    const { candidates = [] } = content.reveal();
    const bound = { restrictions: CANDIDATE_RESTRICTIONS, conditions: [] };
    return candidates.length === 0 ? [] : [{ ...given, name: nameOfCandidates(round), candidates, ...bound }];
  });
}

/** The words beside them. Reasons have restrictions of their own; remarks may be about any item of their response, and are kept back with each. */
export function proseToldIn({ responses, ...given }: Answered): readonly ToldProse[] {
  return responses.flatMap(({ round, content }) => {
    const { items, reasons, reasonsRestrictions: restrictions = [], remarks } = content.reveal();
    const why = reasons
      ? [{ ...given, name: nameOfReasons(round), prose: reasons, restrictions, conditions: [{ restrictions }] }]
      : [];
    const beside = items.flatMap((item, at) => {
      const bound = { restrictions: item.restrictions, conditions: [conditionsOf(item)] };
      return remarks ? [{ ...given, name: nameOfItem(round, at + 1), prose: remarks, ...bound }] : [];
    });
    return [...why, ...beside];
  });
}
