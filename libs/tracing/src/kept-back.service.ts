import { Injectable } from '@nestjs/common';
import { Consents, Disclosures } from '@tracedesk/confidentiality';
import { isDesignated } from '@tracedesk/confidentiality/core';
import { AuthorityMembers } from '@tracedesk/identity';
import { Sealed, type Denial, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { OpenedResponse } from './content/kept-content.repository.js';
import { WeighedContent } from './content/weighed-content.service.js';
import { withheldCarried, type FreedWords } from './follow-ups/carried-facts.js';
import { textsIn, typedTextsOf } from './follow-ups/typed-texts.js';
import {
  draftedWordsDenial,
  keptBackDenial,
  NOTHING_KEPT_BACK,
  type KeptBackInformation,
  type KeptBackWords,
} from './kept-back.js';
import {
  letsGo,
  onwardFacts,
  withheldOf,
  wordsOf,
  type Allowed,
  type Ruled,
  type ToldCandidates,
  type ToldFact,
  type ToldProse,
} from './onward.js';
import type { Question } from './question.js';
import { notHeldIn, type TypedText } from './restricted-words.js';
import { keysToLookFor, MATCH_CLASSES } from './search-keys.js';
import { SearchTokens } from './search-tokens.repository.js';
import { candidatesToldIn, factsToldIn, proseToldIn } from './told-in-answers.js';
import type { TracingRequest } from './tracing-request.js';

/** A request or a draft, as the guard needs it; `question` where it is open already. */
export type GuardedRequest = Pick<TracingRequest, 'id' | 'requestingState' | 'requestedState'> &
  Partial<Pick<TracingRequest, 'question'>>;

/**
 * Looks up what the acting State may not tell the other State of a request: what third States told it of the same weapon and keep back (ITI 15),
 * in answers to it or by a question that carried what they had told another. Of the same weapon are the requests of its own case, and what it asked
 * and was asked about the same serial number; so a State that is asked is guarded too.
 */
@Injectable()
export class KeptBack {
  constructor(
    private readonly content: WeighedContent,
    private readonly consents: Consents,
    private readonly tokens: SearchTokens,
    private readonly members: AuthorityMembers,
    private readonly disclosures: Disclosures,
  ) {}

  /** `formerly` is what a draft said before it was amended: by taking its number away it does not become another weapon. */
  async from(tx: Tx, request: GuardedRequest, formerly: Question = {}): Promise<KeptBackWords> {
    const to = request.requestingState === tx.state ? request.requestedState : request.requestingState;
    if (to === null) return NOTHING_KEPT_BACK;
    const question = request.question?.reveal() ?? (await this.#question(tx, request.id));
    const about = await this.#aboutTheWeapon(tx, request.id, [question, formerly]);
    const asked = about.filter(({ own }) => own).map(({ other, ...one }) => ({ ...one, giver: other }));
    const others = asked.filter((one) => one.giver !== to && one.answered);
    const received = about.filter(({ own, id }) => !own && id !== request.id);
    if (others.length === 0 && received.every(({ other }) => other === to)) return NOTHING_KEPT_BACK;
    const questions = await this.content.questions(tx, idsOf(received));
    const questionsFrom = (by: (other: StateCode) => boolean): readonly Question[] =>
      received.flatMap(({ id, other }) => (by(other) ? [questions.get(id)?.reveal() ?? {}] : []));
    const answers = await this.content.responsesOfAll(
      tx,
      asked.filter(({ answered }) => answered).map(({ id }) => id),
    );
    const { withheld: answered, freed } = await this.#told(tx, to, others, answers);
    const carried = withheldCarried(
      questionsFrom((other) => other !== to),
      { own: tx.state, to, freed },
    );
    if (answered.length + carried.length === 0) return NOTHING_KEPT_BACK;
    const asking = carried.length > 0 ? idsOf(received) : [];
    const isUnread = (await this.#openAmong(tx, asking)).size < asking.length;
    // What the State wrote before anybody told it anything, and what the two told each other, is no secret between them.
    const between = [
      ...(request.requestingState === to ? await this.#saidIn(tx, request.id, question) : []),
      ...questionsFrom((other) => other === to).flatMap(toldTextsOf),
      ...asked.filter(({ giver }) => giver === to).flatMap(({ id }) => textsIn(answers.get(id)?.map(({ content }) => content))),
    ];
    const first = asked[0] ? typedTextsOf(await this.#question(tx, asked[0].id)) : [];
    return {
      guarded: Sealed.of([
        ...besidesKnown(answered, [...between, ...first]),
        ...besidesKnown(
          carried.map((one) => ({ ...one, ...(isUnread && { isUnread }) })),
          about[0]?.own ? [...between, ...first] : between,
        ),
      ]),
    };
  }

  /** The same for somebody who has the id alone: why these texts may not go to the other State, or null. */
  async denial(tx: Tx, requestId: RequestId, texts: readonly TypedText[]): Promise<Denial | null> {
    const [row] = await tx.query<PartiesRow>(PARTIES, [requestId, tx.state]);
    if (!row) return null;
    const request = { id: requestId, requestingState: row.requesting_state, requestedState: row.requested_state };
    const words = await this.from(tx, request);
    return row.is_draft ? draftedWordsDenial(texts, words) : keptBackDenial(texts, words);
  }

  async #question(tx: Tx, id: RequestId): Promise<Question> {
    return (await this.content.question(tx, id)).reveal();
  }

  /** Of a request that the other State made: what it asked, and what the own State has answered to it. */
  async #saidIn(tx: Tx, id: RequestId, question: Question): Promise<readonly TypedText[]> {
    const answers = await this.content.responsesOfAll(tx, [id]);
    return [...toldTextsOf(question), ...textsIn(answers.get(id)?.map(({ content }) => content))];
  }

  /** What the State itself asked and was asked, the first first. */
  async #aboutTheWeapon(tx: Tx, id: RequestId, questions: readonly Question[]): Promise<readonly About[]> {
    const keys = questions.flatMap(({ firearm }) => (firearm ? keysToLookFor(firearm) : []));
    const ranks = keys.map((key) => MATCH_CLASSES.indexOf(key.class));
    return tx.query<About>(ABOUT, [tx.state, id, this.tokens.of(tx.state, keys), ranks, MOST_ALIKE]);
  }

  /** What the answers keep back, and what their givers let go on: the same value, told twice, is free. */
  async #told(
    tx: Tx,
    to: StateCode,
    others: readonly Asked[],
    answers: ReadonlyMap<RequestId, readonly OpenedResponse[]>,
  ): Promise<{ readonly withheld: readonly KeptBackInformation[]; readonly freed: FreedWords }> {
    if (others.length === 0) return { withheld: [], freed: new Map() };
    const told = others.map(({ id, giver }) => ({ requestId: id, giver, responses: answers.get(id) ?? [] }));
    const consents = await this.consents.grantedUnder(
      tx,
      others.map(({ id }) => id),
    );
    const allowed: Allowed = (fact) => consents.some((consent) => letsGo(consent, fact, to, tx.now));
    const { permitted, withheld } = onwardFacts(told.flatMap(factsToldIn), to, allowed);
    const beside = withheldOf([...told.flatMap(candidatesToldIn), ...told.flatMap(proseToldIn)], to, allowed);
    const freed = freedBy(permitted);
    const kept = [...withheld, ...beside];
    const reads = await this.#readsOf(tx, kept);
    return { withheld: kept.flatMap((fact) => guardedOf(fact, freed, reads)), freed };
  }

  /** Whether whoever acts may read it: nothing of a request that opens to them for no purpose, nor what is designated to other authorities of their State (15(a)). */
  async #readsOf(tx: Tx, facts: readonly Withheld[]): Promise<(fact: Withheld) => boolean> {
    const { actor } = tx;
    if (actor.kind !== 'person' || facts.length === 0) return () => true;
    const authorities = await this.members.namesOf(tx, actor.personId);
    const open = await this.#openAmong(tx, [...new Set(facts.map(({ requestId }) => requestId))]);
    return ({ requestId, conditions }) => open.has(requestId) && conditions.every((one) => isDesignated(one, authorities));
  }

  /** Those of the requests that open to whoever acts; to a process, all. */
  async #openAmong(tx: Tx, ids: readonly RequestId[]): Promise<ReadonlySet<RequestId>> {
    const { actor } = tx;
    if (actor.kind !== 'person') return new Set(ids);
    const open = new Set<RequestId>();
    for (const id of ids) if (await this.disclosures.mayBeOpened(tx, actor, { kind: 'tracing_request', id })) open.add(id);
    return open;
  }
}

function freedBy(permitted: readonly ToldFact[]): FreedWords {
  const freed = new Map<StateCode, Set<string>>();
  for (const fact of permitted) {
    const { values, runs } = wordsOf(fact);
    freed.set(fact.giver, new Set([...(freed.get(fact.giver) ?? []), ...values, ...runs]));
  }
  return freed;
}

type Withheld = Ruled<ToldFact | ToldCandidates | ToldProse>;

function guardedOf(fact: Withheld, freed: FreedWords, reads: (fact: Withheld) => boolean): readonly KeptBackInformation[] {
  const { name, rule, giver } = fact;
  const isHeld = (word: string): boolean => !freed.get(giver)?.has(word);
  const words = wordsOf(fact);
  const [values, runs] = [words.values.filter(isHeld), words.runs.filter(isHeld)];
  return values.length + runs.length === 0 ? [] : [{ name, rule, values, runs, ...(!reads(fact) && { isUnread: true }) }];
}

/** A request about the weapon, the State's own or put to it, with the other State of it. */
interface About {
  readonly id: RequestId;
  readonly own: boolean;
  readonly other: StateCode;
  readonly answered: boolean;
}
type Asked = Pick<About, 'id' | 'answered'> & { readonly giver: StateCode };

function idsOf(requests: readonly Pick<About, 'id'>[]): readonly RequestId[] {
  return requests.map(({ id }) => id);
}

/** What a question tells the State asked: what was typed, and what the desk carried to it. */
function toldTextsOf(question: Question): readonly TypedText[] {
  return [...typedTextsOf(question), ...textsIn(question.earlier)];
}

function besidesKnown(guarded: readonly KeptBackInformation[], known: readonly TypedText[]): readonly KeptBackInformation[] {
  return guarded.map(notHeldIn(known));
}

/**
 * Of requests that have nothing but their number in common, so many are looked at, the most alike first and of these the newest: of those that the State made and were answered, and
 * of those put to it. Of a case, all.
 */
const MOST_ALIKE = 20;

const ABOUT = `
  with looked as (select token, rank from unnest($3::bytea[], $4::integer[]) as given (token, rank)),
  about as (
    select $2::uuid as id
    union
    select mate.request_id
      from weapon_case_requests own
      join weapon_case_requests mate on mate.state = own.state and mate.case_id = own.case_id
     where own.state = $1 and own.request_id = $2
    union
    (select request.id
       from looked
       join search_tokens token on token.state = $1 and token.token = looked.token
       join tracing_requests request on request.id = token.request_id and request.requesting_state = $1 and request.responses > 0
      group by request.id
      order by min(looked.rank), max(request.submitted_at) desc
      limit $5)
    union
    (select request.id
       from looked
       join search_tokens token on token.state = $1 and token.token = looked.token
       join tracing_requests request on request.id = token.request_id and request.requested_state = $1
      group by request.id
      order by min(looked.rank), max(request.submitted_at) desc
      limit $5))
  select request.id, request.requesting_state = $1 as own, request.responses > 0 as answered,
         case request.requesting_state when $1 then request.requested_state else request.requesting_state end as other
    from about
    join tracing_requests request on request.id = about.id and $1 in (request.requesting_state, request.requested_state)
   order by request.submitted_at, request.id`;

interface PartiesRow {
  readonly is_draft: boolean;
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode | null;
}

const PARTIES = `
  select requesting_state, requested_state, false as is_draft from tracing_requests where id = $1 and $2 in (requesting_state, requested_state)
  union all
  select state, requested_state, true from tracing_request_drafts where id = $1 and state = $2`;
