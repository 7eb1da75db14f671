import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import {
  answerTo,
  seenIn,
  traceabilityCheck,
  unansweredWarnings,
  valueOf,
  type Answered,
  type FirearmDescription,
  type TraceabilityFinding,
  type TraceabilityRule,
} from '@tracedesk/firearms';
import { Sealed, type Denial, type Officer, type RequestId } from '@tracedesk/kernel';
import { ProtectedParts, type Subject, type Tx } from '@tracedesk/platform';
import type { NewOverride } from './dto/traceability.dto.js';
import type { AskedBefore } from './asked-before.js';
import { EarlierQuestions } from './earlier-questions.service.js';
import { no } from './errors.js';
import {
  AS_READ_PART,
  askedSince,
  keptCheck,
  overridePart,
  overridesIn,
  type ActingPerson,
  type CheckAsRead,
  type GivenOverride,
  type GivenOverrides,
  type KeptCheck,
} from './kept-check.js';
import { requestSubject } from './move-traces.js';
import type { TracingRequest } from './tracing-request.js';

/** A finding, and how it is answered where it is: by the description itself, or by an override with its reason. */
export interface AnsweredFinding extends TraceabilityFinding {
  readonly answered: Answered | null;
  /** The reason of an override that still counts, to its own State's people who opened the request's content. Protected. */
  readonly because: Sealed<string> | null;
}

/** What would make the trace fail, for this version of the draft: rules and fields, and of what was written only the reasons, sealed. */
export interface TraceabilityReport {
  readonly requestId: RequestId;
  readonly checkedVersion: number;
  readonly findings: readonly AnsweredFinding[];
  readonly askedBefore: readonly AskedBefore[];
  /** Whether the own State asked about the weapon since the check was last read: then it has to be read again. */
  readonly askedSinceRead: boolean;
}

/** What of a draft's check stands in the way of its submission. */
export interface InTheWay {
  readonly unanswered: readonly TraceabilityRule[];
  readonly askedSinceRead: boolean;
}

/** The check of a draft with all it has to know; the reasons for which warnings were overridden are a record of the own State's alone. */
@Injectable()
export class TraceabilityReports {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly audit: AuditLog,
    private readonly earlier: EarlierQuestions,
  ) {}

  /** With the reasons for overrides only where `disclosed`: they say what the request says. */
  async of(tx: Tx, draft: TracingRequest, disclosed: boolean): Promise<TraceabilityReport> {
    const firearm = firearmOf(draft);
    const findings = findingsOn(draft, tx.now);
    const parts = await this.parts.open(tx, checkSubject(draft.id));
    const overrides = overridesIn(parts);
    const askedBefore = await this.#askedBefore(tx, draft);
    return {
      requestId: draft.id,
      checkedVersion: draft.version,
      findings: findings.map((finding) => {
        const answered = answerTo(finding, firearm, overrides);
        const reason = disclosed && answered === 'override' ? overrides[finding.rule]?.because : undefined;
        return { ...finding, answered, because: reason === undefined ? null : Sealed.of(reason) };
      }),
      askedBefore,
      askedSinceRead: askedSinceReadIn(parts, askedBefore),
    };
  }

  async inTheWay(tx: Tx, draft: TracingRequest): Promise<InTheWay> {
    const parts = await this.parts.open(tx, checkSubject(draft.id));
    return {
      unanswered: unansweredWarnings(findingsOn(draft, tx.now), firearmOf(draft), overridesIn(parts)),
      askedSinceRead: askedSinceReadIn(parts, await this.#askedBefore(tx, draft)),
    };
  }

  /** Keeps each reason, sealed, with an entry of its own. A warning that the check does not give cannot be overridden. */
  async override(tx: Tx, actor: Officer, draft: TracingRequest, given: readonly NewOverride[]): Promise<Denial | null> {
    if (given.length === 0) return null;
    const findings = findingsOn(draft, tx.now);
    for (const [place, { rule, because }] of given.entries()) {
      const finding = findings.find((one) => one.rule === rule);
      if (!finding) return no('OVERRIDE_NOT_APPLICABLE', `overrides.${place}.rule`, undefined, { rule });
      const override: GivenOverride = {
        because: because.reveal(),
        seen: seenIn(firearmOf(draft), finding),
        by: personIn(actor),
        at: tx.now.toISOString(),
      };
      await this.parts.put(tx, checkSubject(draft.id), { [overridePart(rule)]: Sealed.of(override) });
      await this.audit.append(tx, {
        class: 'alteration',
        action: 'traceability_check.overridden',
        object: requestSubject(draft.id),
        facts: { version: draft.version, rule },
        restricted: { because },
      });
    }
    return null;
  }

  /** The reasons given, by rule. To another State there are none. */
  async overridesOf(tx: Tx, id: RequestId): Promise<GivenOverrides> {
    return overridesIn(await this.parts.open(tx, checkSubject(id)));
  }

  /** Keeps the check as it was read, sealed for the own State alone; what was read before is replaced. */
  async keep(tx: Tx, actor: Officer, { requestId, checkedVersion, findings, askedBefore }: TraceabilityReport): Promise<void> {
    const read: CheckAsRead = {
      version: checkedVersion,
      by: personIn(actor),
      at: tx.now.toISOString(),
      findings: findings.map(({ rule, severity, field, cause, source, certainty, answered }) => ({
        rule,
        severity,
        field,
        cause,
        source,
        certainty,
        answered,
      })),
      askedBefore: askedBefore.map((one) => one.requestId),
    };
    await this.parts.put(tx, checkSubject(requestId), { [AS_READ_PART]: Sealed.of(read) });
  }

  /** The check as it was last read; undefined where it never was, and to every State but the one that asks. */
  async kept(tx: Tx, id: RequestId, disclosed: boolean): Promise<KeptCheck | undefined> {
    const { [AS_READ_PART]: read, ...rest } = await this.parts.open(tx, checkSubject(id));
    return read && keptCheck(id, read.reveal() as CheckAsRead, overridesIn(rest), disclosed);
  }

  /** Takes check and reasons away with the draft they belong to. */
  async discard(tx: Tx, id: RequestId): Promise<void> {
    await this.parts.discard(tx, checkSubject(id));
  }

  async #askedBefore(tx: Tx, draft: TracingRequest): Promise<readonly AskedBefore[]> {
    return this.earlier.about(tx, valueOf(firearmOf(draft).serialNumber), [draft.id]);
  }
}

function askedSinceReadIn(
  { [AS_READ_PART]: read }: Readonly<Record<string, Sealed<unknown>>>,
  askedBefore: readonly AskedBefore[],
): boolean {
  return read !== undefined && askedSince(read.reveal() as CheckAsRead, askedBefore);
}

function findingsOn(draft: TracingRequest, now: Date): readonly TraceabilityFinding[] {
  return traceabilityCheck(firearmOf(draft), { thisYear: now.getUTCFullYear() });
}

/** Apart from the request's own record, which the other State reads after the submission. */
function checkSubject(id: RequestId): Subject {
  return { kind: 'traceability_check', id };
}

function personIn({ personId, role }: Officer): ActingPerson {
  return { personId, role };
}

function firearmOf({ question }: TracingRequest): FirearmDescription {
  return question?.reveal().firearm ?? {};
}
