import { Injectable } from '@nestjs/common';
import type { Explanation } from '@tracedesk/deadlines';
import { denied, ok, type ConsentId, type Officer, type Result, type Sealed } from '@tracedesk/kernel';
import { UnitOfWork, type Once, type Tx } from '@tracedesk/platform';
import { ConsentClock } from '../consent-clock.service.js';
import { consentSummaryOf, type ConsentSummary } from '../consent-summary.js';
import { Consents, type ConsentQuery } from '../consents.repository.js';
import { Disclosures } from '../disclosures.service.js';

/** The maker's own name for one act, and what the act is: sent again, it happens once (design 5). */
export interface ConsentOnce {
  readonly key: string;
  readonly requestHash: Buffer;
}

/** Words said about a consent: at which act, and what they are. */
export interface ConsentWords {
  readonly act: string;
  readonly version: number;
  readonly name: string;
  readonly text: Sealed<string>;
}

/** Reads consents: open fields as they are, words under a disclosure of the request that the information was given under. */
@Injectable()
export class ReadConsents {
  constructor(
    private readonly work: UnitOfWork,
    private readonly consents: Consents,
    private readonly clock: ConsentClock,
    private readonly disclosures: Disclosures,
  ) {}

  async list(actor: Officer, query: ConsentQuery): Promise<readonly ConsentSummary[]> {
    return this.work.read(actor, async (tx) => {
      const consents = await this.consents.list(tx, query);
      const readings = await this.clock.of(
        tx,
        consents.map(({ id }) => id),
      );
      return consents.map((consent) => consentSummaryOf(consent, actor, tx.now, readings.get(consent.id)));
    });
  }

  async one(actor: Officer, id: ConsentId): Promise<Result<ConsentSummary>> {
    return this.work.run(actor, 'consent.read', (tx) => this.#summary(tx, actor, id), { about: subjectOf(id) });
  }

  async words(actor: Officer, id: ConsentId, disclosureId: string | undefined): Promise<Result<readonly ConsentWords[]>> {
    return this.work.run(
      actor,
      'consent.read_words',
      async (tx) => {
        const consent = await this.consents.find(tx, id);
        if (!consent) return denied('CONSENT_NOT_FOUND');
        const request = { kind: 'tracing_request', id: consent.requestId };
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, request);
        if (!disclosure.ok) return disclosure;
        return ok(saidIn(await this.consents.wordsOf(tx, id)));
      },
      { about: subjectOf(id), snapshot: true },
    );
  }

  /** How the date by which the giver has to answer was worked out. */
  async explainDeadline(actor: Officer, id: ConsentId): Promise<Result<Explanation>> {
    return this.work.run(
      actor,
      'consent.explain_deadline',
      async (tx) => {
        const explanation = await this.clock.explanationOf(tx, id);
        return explanation ? ok(explanation) : denied('CONSENT_NOT_FOUND');
      },
      { about: subjectOf(id) },
    );
  }

  /** What the unit of work needs so that an act, sent again, happens once and is answered with the consent as it is then. */
  once(actor: Officer, key: ConsentOnce): Once<ConsentSummary> {
    return { ...key, idOf: ({ id }) => id, replay: (tx, id) => this.#summary(tx, actor, id as ConsentId) };
  }

  async #summary(tx: Tx, actor: Officer, id: ConsentId): Promise<Result<ConsentSummary>> {
    const consent = await this.consents.find(tx, id);
    if (!consent) return denied('CONSENT_NOT_FOUND');
    return ok(consentSummaryOf(consent, actor, tx.now, (await this.clock.of(tx, [id])).get(id)));
  }
}

function subjectOf(id: ConsentId): { readonly kind: string; readonly id: string } {
  return { kind: 'consent', id };
}

function saidIn(parts: Readonly<Record<string, Sealed<string>>>): readonly ConsentWords[] {
  const words = Object.entries(parts).map(([part, text]) => {
    const [act = '', version, name = ''] = part.split('.');
    return { act, version: Number(version), name, text };
  });
  return words.sort((one, other) => one.version - other.version);
}
