import { Injectable } from '@nestjs/common';
import {
  nameOfCandidates,
  nameOfDiversion,
  nameOfItem,
  nameOfParty,
  QUESTION_NAME,
  SharedInformation,
  type InformationName,
  type SharedRequest,
} from '@tracedesk/confidentiality';
import type { Denial, RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { WeighedContent } from './content/weighed-content.service.js';
import { textsIn } from './follow-ups/typed-texts.js';
import { KeptBack } from './kept-back.service.js';
import { sharedFaceOf } from './move-traces.js';
import type { ResponseItem } from './response-item.js';
import { REQUEST_COLUMNS, LATEST_RESPONSE, storedFrom, type RequestRow } from './tracing-request.entity.js';

/** What may be asked leave for: what a request and its responses hold, by name. */
@Injectable()
export class RequestInformation extends SharedInformation {
  constructor(
    private readonly content: WeighedContent,
    private readonly keptBack: KeptBack,
  ) {
    super();
  }

  override async requestOf(tx: Tx, requestId: RequestId): Promise<SharedRequest | null> {
    const [row] = await tx.query<RequestRow>(SUBMITTED, [requestId, tx.state]);
    if (!row) return null;
    const { request, deadlineProfile } = storedFrom(row);
    return { ...sharedFaceOf(request), deadlineProfile, priority: request.priority };
  }

  override async namesGivenBy(tx: Tx, request: SharedRequest, giver: StateCode): Promise<readonly InformationName[]> {
    if (giver === request.requestingState) return [QUESTION_NAME];
    const responses = await this.content.responses(tx, request.id);
    return responses.flatMap(({ round, content }) => {
      const { items, pointOfDiversion, candidates = [] } = content.reveal();
      return [
        ...items.flatMap((item, at) => namesOf(round, at + 1, item)),
        ...(pointOfDiversion ? [nameOfDiversion(round)] : []),
        ...(candidates.length > 0 ? [nameOfCandidates(round)] : []),
      ];
    });
  }

  override async wordsDenial(
    tx: Tx,
    requestId: RequestId,
    words: Readonly<Record<string, Sealed<string>>>,
  ): Promise<Denial | null> {
    return this.keptBack.denial(tx, requestId, textsIn(words));
  }
}

function namesOf(round: number, at: number, { parties = [] }: ResponseItem): readonly InformationName[] {
  return [nameOfItem(round, at), ...parties.map((_, party) => nameOfParty(round, at, party + 1))];
}

const SUBMITTED = `
  select ${REQUEST_COLUMNS}
    from tracing_requests request ${LATEST_RESPONSE}
   where request.id = $1 and (request.requesting_state = $2 or request.requested_state = $2)`;
