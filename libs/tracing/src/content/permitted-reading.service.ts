import { Injectable } from '@nestjs/common';
import {
  allowsEvidence,
  Consents,
  Disclosures,
  QUESTION_NAME,
  useRuleOf,
  type InformationName,
  type Permit,
  type UseConditions,
  type UseRule,
} from '@tracedesk/confidentiality';
import type { AttachmentId } from '@tracedesk/attachments';
import { AuthorityMembers } from '@tracedesk/identity';
import { Sealed, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from '../conflicts.js';
import { itemsOfFiles } from '../item-files.js';
import { readingOf, type ItemReading } from '../item-reading.js';
import { QUESTION_PART, type SaidWords } from '../move-traces.js';
import { questionReadingOf, wordsShown, type QuestionReading } from '../question-reading.js';
import { KeptContent, type OpenedResponse } from './kept-content.repository.js';

/** Which request a question is of, and whose question it is. */
export interface AskedRequest {
  readonly id: RequestId;
  readonly requestingState: StateCode;
}

/** Which request is answered, and by whom. */
export interface AnsweredRequest {
  readonly id: RequestId;
  readonly requestedState: StateCode | null;
}

/** A question as its reader is shown it, with the rule that each section rests on. */
export interface ShownQuestion extends QuestionReading {
  readonly words: readonly SaidWords[];
}

/** A response as its reader is shown it, with the rule that each item rests on. */
export interface ShownResponse extends OpenedResponse, Pick<ItemReading, 'rules' | 'withheld'> {}

interface ReadResponse {
  readonly given: OpenedResponse;
  readonly shown: ShownResponse;
}

/** A piece of what a State told: under which request, by which name, on which conditions. */
interface Told {
  readonly requestId: RequestId;
  /** Null of what somebody else passed on: leave given under this request is not its giver's. */
  readonly name: InformationName | null;
  readonly giver: StateCode | null;
  readonly conditions: UseConditions;
}

type Decide = (told: Told) => UseRule;

/**
 * The one door by which people are shown what was asked and answered. It opens to a permit alone; what the permit's subject does not hold it enters
 * first, on the request it belongs to; it shows what may be used for the purpose stated (ITI 15), and says under which rules.
 */
@Injectable()
export class PermittedReading {
  constructor(
    private readonly kept: KeptContent,
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
    private readonly members: AuthorityMembers,
  ) {}

  /** What was asked, by the requesting State's own restrictions, and what was said about it since. */
  async question(tx: Tx, permit: Permit, { id, requestingState: giver }: AskedRequest): Promise<ShownQuestion> {
    await this.disclosures.extend(tx, permit, new Map([[id, [QUESTION_PART]]]));
    const [decide, { question, words }] = [await this.#decider(tx, permit, [id]), await this.kept.question(tx, id)];
    const reading = questionReadingOf(question.reveal(), (conditions, earlierGiver) =>
      earlierGiver
        ? decide({
            requestId: id,
            name: null,
            giver: earlierGiver,
            conditions: tx.state === giver ? conditions : inNextState(conditions),
          })
        : decide({ requestId: id, name: QUESTION_NAME, giver, conditions }),
    );
    return { ...reading, words: wordsShown(words, reading.withheld) };
  }

  /** What was answered to these requests, by the conditions of each item. */
  async responses(
    tx: Tx,
    permit: Permit,
    requests: readonly AnsweredRequest[],
  ): Promise<ReadonlyMap<RequestId, readonly ShownResponse[]>> {
    const read = await this.#read(tx, permit, requests);
    return new Map([...read].map(([id, responses]) => [id, responses.map(({ shown }) => shown)]));
  }

  /** The files that answers to a request name, each under the conditions of the item that it belongs to. */
  async files(tx: Tx, permit: Permit, request: AnsweredRequest): Promise<ReadonlySet<AttachmentId>> {
    const read = (await this.#read(tx, permit, [request])).get(request.id) ?? [];
    const withheld = new Set(read.flatMap(({ shown }) => shown.withheld.map(({ number }) => number)));
    // Asked of what was answered: of what is shown, an item that is kept back names no file, and the one that it corrects would seem to have it again.
    const given = read.map(({ given: { round, content } }) => ({ round, items: content.reveal().items }));
    const owners = [...itemsOfFiles(numberedItems(given))];
    return new Set(owners.flatMap(([file, item]) => (withheld.has(item) ? [] : [file])));
  }

  /** The responses to these requests as they were given, and each as its reader is shown it. */
  async #read(
    tx: Tx,
    permit: Permit,
    requests: readonly AnsweredRequest[],
  ): Promise<ReadonlyMap<RequestId, readonly ReadResponse[]>> {
    const ids = requests.map(({ id }) => id);
    const kept = await this.kept.responsesOfAll(tx, ids);
    await this.disclosures.extend(tx, permit, new Map([...kept].map(([id, given]) => [id, given.map(nameOfResponse)])));
    const decide = await this.#decider(tx, permit, ids);
    return new Map(
      requests.map(({ id, requestedState: giver }) => [
        id,
        (kept.get(id) ?? []).map((given) => {
          const { content, ...ruled } = readingOf(given.round, given.content.reveal(), (conditions, name) =>
            decide({ requestId: id, name, giver, conditions }),
          );
          return { given, shown: { ...given, content: Sealed.of(content), ...ruled } };
        }),
      ]),
    );
  }

  /** The decision behind the door: the reader's purpose and authorities, the leaves in force, and what the giver attached. */
  async #decider(tx: Tx, { purpose }: Permit, requestIds: readonly RequestId[]): Promise<Decide> {
    const authorities = tx.actor.kind === 'person' ? await this.members.namesOf(tx, tx.actor.personId) : [];
    const consents = await this.consents.grantedUnder(tx, requestIds);
    return ({ requestId, name, giver, conditions }) =>
      useRuleOf(purpose, conditions, {
        isGiver: tx.state === giver,
        authorities,
        consentedAsEvidence: consents.some(
          (consent) => name !== null && consent.requestId === requestId && allowsEvidence(consent, { name, now: tx.now }),
        ),
      });
  }
}

/** Authorities designated by name are those of the State that was told first: in the next, all authorised personnel stands in their place. */
function inNextState({ authorities: _, ...conditions }: UseConditions): UseConditions {
  return conditions;
}

/** What a response is called where it is entered that it was shown. */
function nameOfResponse({ round }: Pick<OpenedResponse, 'round'>): string {
  return `response.${round}`;
}
