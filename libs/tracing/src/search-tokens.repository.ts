import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FirearmDescription } from '@tracedesk/firearms';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import { StateKeys, type Tx } from '@tracedesk/platform';
import {
  MATCH_CLASSES,
  searchKeysOf,
  type SearchCondition,
  type SearchField,
  type SearchKey,
  type MatchClass,
} from './search-keys.js';

/** In what way a request meets a field that was searched for: the surest one. */
export interface Match {
  readonly field: SearchField;
  readonly class: MatchClass;
}

export interface FoundRequest {
  readonly requestId: RequestId;
  readonly matches: readonly Match[];
}

const TOKEN_BYTES = 16;

/**
 * What one State finds its requests by: HMACs under its own search key, so that neither a serial number nor what two States have in common
 * can be read from the table. Written in the transaction that saves what they are made of.
 */
@Injectable()
export class SearchTokens {
  constructor(private readonly keys: StateKeys) {}

  /** The tokens of a draft as it stands now, in place of those before. */
  async replace(tx: Tx, requestId: RequestId, firearm: FirearmDescription): Promise<void> {
    await this.remove(tx, requestId);
    await this.#add(tx, tx.state, requestId, firearm);
  }

  /** Lets the State asked find the request too, under its own key. The request must be there already: row security looks at it. */
  async handOver(tx: Tx, requestId: RequestId, firearm: FirearmDescription, other: StateCode): Promise<void> {
    await this.#add(tx, other, requestId, firearm);
  }

  async remove(tx: Tx, requestId: RequestId): Promise<void> {
    await tx.query('delete from search_tokens where state = $1 and request_id = $2', [tx.state, requestId]);
  }

  /** The requests that meet every condition, the surest match of a number first; at most `limit`. */
  async find(tx: Tx, conditions: readonly SearchCondition[], limit: number): Promise<readonly FoundRequest[]> {
    const asked = conditions.flatMap((keys, condition) =>
      keys.map((key) => ({ key, condition, token: this.#token(tx.state, key) })),
    );
    const rows = await tx.query<{ request_id: RequestId; tokens: readonly Buffer[] }>(FIND, [
      tx.state,
      asked.map(({ token }) => token),
      asked.map(({ condition }) => condition),
      asked.map(({ key }) => MATCH_CLASSES.indexOf(key.class)),
      conditions.length,
      limit,
    ]);
    const byToken = new Map(asked.map(({ key, token }) => [token.toString('hex'), key]));
    return rows.map(({ request_id: requestId, tokens }) => ({
      requestId,
      matches: surestOf(tokens.flatMap((token) => byToken.get(token.toString('hex')) ?? [])),
    }));
  }

  /** By which tokens that State finds what has one of these keys: for a statement that joins them to rows of its own. */
  of(state: StateCode, keys: readonly SearchKey[]): readonly Buffer[] {
    return keys.map((key) => this.#token(state, key));
  }

  async #add(tx: Tx, state: StateCode, requestId: RequestId, firearm: FirearmDescription): Promise<void> {
    const tokens = searchKeysOf(firearm).map((key) => this.#token(state, key));
    if (tokens.length > 0) await tx.query(ADD, [state, requestId, tokens]);
  }

  #token(state: StateCode, { field, class: kind, text }: SearchKey): Buffer {
    return createHmac('sha256', this.keys.searchKey(state))
      .update(`request ${field} ${kind}\0${text}`)
      .digest()
      .subarray(0, TOKEN_BYTES);
  }
}

function surestOf(keys: readonly SearchKey[]): readonly Match[] {
  const rank = ({ class: kind }: SearchKey): number => MATCH_CLASSES.indexOf(kind);
  const surest = new Map<SearchField, SearchKey>();
  for (const key of keys) {
    const before = surest.get(key.field);
    if (!before || rank(key) < rank(before)) surest.set(key.field, key);
  }
  return [...surest.values()].map(({ field, class: kind }) => ({ field, class: kind }));
}

const ADD = `
  insert into search_tokens (state, token, request_id)
  select $1, token, $2 from unnest($3::bytea[]) as given (token)`;

// The worst of a request's best matches decides its place: of a number read alike before one that only looks alike.
const FIND = `
  with asked as (
    select token, condition, rank from unnest($2::bytea[], $3::integer[], $4::integer[]) as given (token, condition, rank)),
  met as (
    select found.request_id, asked.condition, min(asked.rank) as rank, array_agg(asked.token) as tokens
      from asked
      join search_tokens found on found.state = $1 and found.token = asked.token
     group by found.request_id, asked.condition)
  select request_id, array_agg(token) as tokens
    from (select request_id, rank, condition, unnest(tokens) as token from met) each_token
   group by request_id
  having count(distinct condition) = $5
   order by max(rank), request_id
   limit $6`;
