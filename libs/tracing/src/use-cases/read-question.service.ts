import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { Sealed, denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { PermittedReading } from '../content/permitted-reading.service.js';
import { requestSubject, type SaidWords } from '../move-traces.js';
import type { WithheldFact, WithheldSection } from '../question-reading.js';
import type { Question } from '../question.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** What was asked, and what was said about it since, opened to one reader. */
export interface OpenedQuestion {
  readonly requestId: RequestId;
  readonly question: Sealed<Question>;
  readonly words: readonly SaidWords[];
  /** Sections that may not be used for the purpose stated; in the question they are left out. */
  readonly withheld: readonly WithheldSection[];
  /** Facts of earlier answers that their giver does not permit for it. */
  readonly withheldFacts: readonly WithheldFact[];
}

/**
 * Reads what the request says, under a disclosure of it, as far as the requesting State permits the use stated (ITI 15(b)): protected content
 * has no other way to a reader.
 */
@Injectable()
export class ReadQuestion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly disclosures: Disclosures,
    private readonly permitted: PermittedReading,
  ) {}

  async execute(actor: Officer, requestId: RequestId, disclosureId: string | undefined): Promise<Result<OpenedQuestion>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read_question',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (!stored) return denied('REQUEST_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        const { question, words, withheld, withheldFacts } = await this.permitted.question(tx, disclosure.value, stored.request);
        return ok({ requestId, question: Sealed.of(question), words, withheld, withheldFacts });
      },
      { about, snapshot: true },
    );
  }
}
