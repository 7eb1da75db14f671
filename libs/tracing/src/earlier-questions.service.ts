import { Injectable } from '@nestjs/common';
import type { Certainty } from '@tracedesk/firearms';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { conditionsOf, type SearchKey } from './search-keys.js';
import { SearchTokens } from './search-tokens.repository.js';
import type { AskedBefore } from './asked-before.js';
import type { Reference, RequestStatus } from './tracing-request.js';

/** Finds what the own State asked about what may be the same weapon: requests and drafts, by the keyed tokens of its serial number. */
@Injectable()
export class EarlierQuestions {
  constructor(private readonly tokens: SearchTokens) {}

  async about(tx: Tx, serialNumber: string | undefined, besides: readonly RequestId[]): Promise<readonly AskedBefore[]> {
    const alike = serialKeysAlike(serialNumber);
    if (alike.length === 0) return [];
    const found = await this.tokens.find(tx, [alike], MOST_ASKED_BEFORE + besides.length);
    const rows = await tx.query<AskedRow>(ASKED, [found.map(({ requestId }) => requestId), tx.state, besides]);
    return rows.map((row) => {
      const match = found.find(({ requestId }) => requestId === row.id)?.matches[0]?.class;
      return {
        requestId: row.id,
        reference: row.reference,
        requestedState: row.requested_state,
        status: row.status,
        certainty: SECOND_LOOK[match as keyof typeof SECOND_LOOK],
      };
    });
  }
}

/** The keys of numbers that are the same, or differ in look-alikes alone. */
export function serialKeysAlike(serialNumber: string | undefined): readonly SearchKey[] {
  if (serialNumber === undefined) return [];
  return conditionsOf({ serialNumber }).flatMap(({ keys }) => keys.filter((key) => key.class in SECOND_LOOK));
}

/** The same number is not yet the same weapon: makers and models share numbers. */
const SECOND_LOOK = {
  exact: 'likely',
  plain: 'possible',
  label: 'possible',
  zeros: 'possible',
  folded: 'possible',
} as const satisfies Partial<Record<string, Certainty>>;
const MOST_ASKED_BEFORE = 20;

interface AskedRow {
  readonly id: RequestId;
  readonly reference: Reference;
  readonly requested_state: StateCode | null;
  readonly status: RequestStatus;
}

const ASKED = `
  select request.id, request.reference, request.requested_state, request.status
    from tracing_requests request
   where request.id = any($1::uuid[]) and request.requesting_state = $2 and request.id <> all($3::uuid[])
  union all
  select draft.id, draft.reference, draft.requested_state, 'draft'
    from tracing_request_drafts draft
   where draft.id = any($1::uuid[]) and draft.state = $2 and draft.id <> all($3::uuid[])
   order by reference`;
