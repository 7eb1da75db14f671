import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { denied, idOf, ok, type ConsentId, type Officer, type RequestId, type Result, type Sealed } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { Consent, ConsentUse, Recipient } from '../consent.js';
import { ConsentClock } from '../consent-clock.service.js';
import { askDenial } from '../consent-lifecycle.js';
import { noticeOfConsent } from '../consent-notice.js';
import { consentSummaryOf, type ConsentSummary } from '../consent-summary.js';
import { Consents } from '../consents.repository.js';
import type { InformationName } from '../information-name.js';
import { SharedInformation } from '../shared-information.service.js';
import { ReadConsents, type ConsentOnce } from './read-consents.service.js';

/** What a State asks leave for, and why. The name of an authority is sealed: a panel is never a party. */
export interface AskConsent {
  readonly requestId: RequestId;
  readonly use: ConsentUse;
  readonly recipient: Recipient;
  readonly names: readonly InformationName[];
  readonly words: { readonly purpose: Sealed<string>; readonly reasons: Sealed<string>; readonly authority?: Sealed<string> };
}

/** Asks the State that gave information for leave to use it beyond what was given with it (ITI 15). The giver's clock starts. */
@Injectable()
export class AskForConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly information: SharedInformation,
    private readonly consents: Consents,
    private readonly clock: ConsentClock,
    private readonly reads: ReadConsents,
  ) {}

  async execute(actor: Officer, once: ConsentOnce, command: AskConsent): Promise<Result<ConsentSummary>> {
    return this.work.run(actor, 'consent.ask', (tx) => this.within(tx, actor, command), {
      about: { kind: 'tracing_request', id: command.requestId },
      once: this.reads.once(actor, once),
    });
  }

  /** The same in a transaction that does more: a follow-up that asks for what it may not carry. */
  async within(tx: Tx, actor: Officer, { requestId, use, recipient, names, words }: AskConsent): Promise<Result<ConsentSummary>> {
    const request = await this.information.requestOf(tx, requestId);
    if (!request) return denied('REQUEST_NOT_FOUND');
    const givingState = request.requestingState === tx.state ? request.requestedState : request.requestingState;
    const given = await this.information.namesGivenBy(tx, request, givingState);
    const recipientState = recipient.kind === 'state' ? recipient.state : null;
    const denial = askDenial({ use, recipientState, names }, { askingState: tx.state, givingState, given });
    if (denial) return denial;
    const { authority, ...said } = words;
    const kept = await this.information.wordsDenial(tx, requestId, {
      ...said,
      ...(authority && { 'recipient.authority': authority }),
    });
    if (kept) return { ok: false, denial: kept };

    const consent: Consent = {
      id: idOf<ConsentId>(randomUUID()),
      requestId,
      reference: request.reference,
      askingState: tx.state,
      givingState,
      use,
      recipient,
      status: 'asked',
      asked: names,
      granted: [],
      askedAt: tx.now,
      decidedAt: null,
      endsOn: null,
      endsAt: null,
      withdrawnAt: null,
      uses: 0,
      lastUsedAt: null,
      version: 1,
    };
    await this.consents.add(tx, consent, { event: 'consent.asked', entry: 'alteration', names, words });
    const notice = noticeOfConsent(consent, 'consent.asked', tx.state);
    const reading = await this.clock.move(tx, consent, request, { to: 'runs', cause: 'consent.asked', notice });
    return ok(consentSummaryOf(consent, actor, tx.now, reading));
  }
}
