import { TRACEABILITY_RULES, type TraceabilityRule } from '@tracedesk/firearms/core';
import { Sealed, idOf, type RequestId } from '@tracedesk/kernel';
import { ListOf, Narrative, OneOf, Uuid } from '@tracedesk/platform';
import { REASON } from './limits.js';

const RULES = Object.keys(TRACEABILITY_RULES) as readonly TraceabilityRule[];
const WARNINGS = RULES.filter((rule) => TRACEABILITY_RULES[rule].severity === 'warning');
/** As many warnings as there are. */
export const OVERRIDES = WARNINGS.length;

/** Why a request is sent in spite of one warning. */
export class OverrideDto {
  @OneOf(WARNINGS, { example: 'SERIAL_NUMBER_NOT_FROM_FRAME' })
  readonly rule!: TraceabilityRule;

  @Narrative(REASON, { example: 'The frame is missing; the slide bears the same number.' })
  readonly because!: string;
}

/** A warning of the check, and the officer's reason to send the request all the same. */
export interface NewOverride {
  readonly rule: TraceabilityRule;
  readonly because: Sealed<string>;
}

/** Which draft is to be checked, and which of its warnings are overridden. */
export class CheckTraceabilityDto {
  @Uuid({ description: 'The id of a draft.' })
  readonly requestId!: string;

  @ListOf(() => OverrideDto, {
    max: OVERRIDES,
    optional: true,
    description: 'Warnings that are no reason to hold the request back, each with the reason why. The reasons are kept, sealed.',
  })
  readonly overrides?: readonly OverrideDto[];

  toCommand(): { readonly requestId: RequestId; readonly overrides: readonly NewOverride[] } {
    return {
      requestId: idOf<RequestId>(this.requestId),
      overrides: toOverrides(this.overrides),
    };
  }
}

export function toOverrides(overrides: readonly OverrideDto[] = []): readonly NewOverride[] {
  return overrides.map(({ rule, because }) => ({ rule, because: Sealed.of(because) }));
}
