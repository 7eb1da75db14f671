import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import {
  TRACEABILITY_RULES,
  answerTo,
  seenIn,
  traceabilityCheck,
  unansweredWarnings,
  type Answered,
  type FirearmDescription,
  type Override,
  type Overrides,
  type TraceabilityFinding,
  type TraceabilityRule,
} from '@tracedesk/firearms';
import { Sealed, type Denial, type RequestId } from '@tracedesk/kernel';
import { ProtectedParts, type Subject, type Tx } from '@tracedesk/platform';
import type { NewOverride } from './dto/traceability.dto.js';
import { no } from './errors.js';
import { requestSubject } from './move-traces.js';
import type { TracingRequest } from './tracing-request.js';

/** A finding, and how it is answered where it is: by the description itself, or by an override with its reason. */
export interface AnsweredFinding extends TraceabilityFinding {
  readonly answered: Answered | null;
}

/** What would make the trace fail, for this version of the draft. Rules and fields only, never what was written. */
export interface TraceabilityReport {
  readonly requestId: RequestId;
  readonly checkedVersion: number;
  readonly findings: readonly AnsweredFinding[];
}

/** The check of a draft with all it has to know; the reasons for which warnings were overridden are a record of the own State's alone. */
@Injectable()
export class TraceabilityReports {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly audit: AuditLog,
  ) {}

  async of(tx: Tx, draft: TracingRequest): Promise<TraceabilityReport> {
    const findings = await this.#findings(tx, draft);
    const overrides = await this.overridesOf(tx, draft.id);
    const firearm = firearmOf(draft);
    return {
      requestId: draft.id,
      checkedVersion: draft.version,
      findings: findings.map((finding) => ({ ...finding, answered: answerTo(finding, firearm, overrides) })),
    };
  }

  /** The warnings that stand in the way of a submission. */
  async unanswered(tx: Tx, draft: TracingRequest): Promise<readonly TraceabilityRule[]> {
    const findings = await this.#findings(tx, draft);
    return unansweredWarnings(findings, firearmOf(draft), await this.overridesOf(tx, draft.id));
  }

  /** Keeps each reason, sealed, with an entry of its own. A warning that the check does not give cannot be overridden. */
  async override(tx: Tx, draft: TracingRequest, given: readonly NewOverride[]): Promise<Denial | null> {
    if (given.length === 0) return null;
    const findings = await this.#findings(tx, draft);
    for (const [place, { rule, because }] of given.entries()) {
      const finding = findings.find((one) => one.rule === rule);
      if (!finding) return no('OVERRIDE_NOT_APPLICABLE', `overrides.${place}.rule`, undefined, { rule });
      const override: Override = { because: because.reveal(), seen: seenIn(firearmOf(draft), finding) };
      await this.parts.put(tx, reasonsSubject(draft.id), { [`${OVERRIDDEN}${rule}`]: Sealed.of(override) });
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
  async overridesOf(tx: Tx, id: RequestId): Promise<Overrides> {
    const parts = await this.parts.open(tx, reasonsSubject(id));
    return Object.fromEntries(
      Object.entries(parts).flatMap(([name, override]) => {
        const rule = name.slice(OVERRIDDEN.length);
        return rule in TRACEABILITY_RULES ? [[rule, override.reveal() as Override]] : [];
      }),
    );
  }

  /** Takes the reasons away with the draft they belong to. */
  async discard(tx: Tx, id: RequestId): Promise<void> {
    await this.parts.discard(tx, reasonsSubject(id));
  }

  #findings(tx: Tx, draft: TracingRequest): Promise<readonly TraceabilityFinding[]> {
    return Promise.resolve(traceabilityCheck(firearmOf(draft), { thisYear: tx.now.getUTCFullYear(), askedBefore: null }));
  }
}

const OVERRIDDEN = 'overridden.';

/** Apart from the request's own record, which the other State reads after the submission. */
function reasonsSubject(id: RequestId): Subject {
  return { kind: 'traceability_check', id };
}

function firearmOf({ question }: TracingRequest): FirearmDescription {
  return question?.reveal().firearm ?? {};
}
