import { Injectable } from '@nestjs/common';
import { dueAtEndOf } from '@tracedesk/deadlines';
import { denied, ok, type ConsentId, type Officer, type Result, type Sealed } from '@tracedesk/kernel';
import { Outbox, UnitOfWork, type Tx } from '@tracedesk/platform';
import type { Consent } from '../consent.js';
import { ConsentClock } from '../consent-clock.service.js';
import { actOnConsent, CONSENT_LIFECYCLE, type ConsentCommand, type ConsentFacts } from '../consent-lifecycle.js';
import { noticeOfConsent } from '../consent-notice.js';
import { consentSummaryOf, type ConsentSummary } from '../consent-summary.js';
import { Consents } from '../consents.repository.js';
import { SharedInformation } from '../shared-information.service.js';
import { ReadConsents, type ConsentOnce } from './read-consents.service.js';

/** An act as its maker attempts it: on which consent, at which version they read it, under which key. */
export interface ConsentAttempt {
  readonly consentId: ConsentId;
  readonly version: number;
  readonly once: ConsentOnce;
}

/** Grants within a scope and until a day, refuses or withdraws, for the giver; enters a use of it, for the State that asked. */
@Injectable()
export class ActOnConsent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly consents: Consents,
    private readonly information: SharedInformation,
    private readonly clock: ConsentClock,
    private readonly outbox: Outbox,
    private readonly reads: ReadConsents,
  ) {}

  async execute(
    actor: Officer,
    { consentId, version, once }: ConsentAttempt,
    command: ConsentCommand,
  ): Promise<Result<ConsentSummary>> {
    return this.work.run(
      actor,
      `consent.${command.act}`,
      async (tx) => {
        const consent = await this.consents.find(tx, consentId);
        if (!consent) return denied('CONSENT_NOT_FOUND');
        if (consent.version !== version) return denied('VERSION_CONFLICT', { details: { version } });
        const acted = actOnConsent(consent, command, await this.#facts(tx, consent, command));
        if (!acted.ok) return acted;
        const kept = await this.information.wordsDenial(tx, consent.requestId, wordsOf(command));
        if (kept) return { ok: false, denial: kept };
        return this.#commit(tx, actor, acted.value, command);
      },
      { about: { kind: 'consent', id: consentId }, once: { ...this.reads.once(actor, once), resultId: consentId } },
    );
  }

  async #facts(tx: Tx, { givingState }: Consent, command: ConsentCommand): Promise<ConsentFacts> {
    const { today, timeZone } = await this.clock.todayIn(tx, givingState);
    return {
      state: tx.state,
      now: tx.now,
      today,
      endsAt: command.act === 'grant' ? dueAtEndOf(command.endsOn, timeZone) : null,
    };
  }

  async #commit(tx: Tx, actor: Officer, next: Consent, command: ConsentCommand): Promise<Result<ConsentSummary>> {
    const { event, entry } = CONSENT_LIFECYCLE[command.act];
    const names = command.act === 'grant' || command.act === 'use' ? command.names : next.asked;
    if (!(await this.consents.change(tx, next, { event, entry, names, words: wordsOf(command) })))
      return denied('VERSION_CONFLICT', { details: { version: next.version - 1 } });
    const notice = noticeOfConsent(next, event, tx.state);
    const request = await this.information.requestOf(tx, next.requestId);
    const answers = command.act === 'grant' || command.act === 'refuse';
    if (answers && request) await this.clock.move(tx, next, request, { to: 'settled', cause: event, notice });
    else await this.outbox.add(tx, [notice]);
    return ok(consentSummaryOf(next, actor, tx.now, (await this.clock.of(tx, [next.id])).get(next.id)));
  }
}

function wordsOf(command: ConsentCommand): Readonly<Record<string, Sealed<string>>> {
  switch (command.act) {
    case 'grant':
      return command.conditions ? { conditions: command.conditions } : {};
    case 'refuse':
    case 'withdraw':
      return { reason: command.reason };
    case 'use':
      return { purpose: command.purpose };
  }
}
