import type { Denial, Result } from '@tracedesk/kernel';
import type { FieldFault } from './problem.js';

/** Carries a denial from a controller to the problem filter. Nothing below the controllers throws it. */
export class DenialException extends Error {
  constructor(
    readonly denial: Denial,
    readonly faults?: readonly FieldFault[],
  ) {
    super(denial.code);
    this.name = 'DenialException';
  }
}

/** The value of a result, or the problem its denial stands for. */
export function respond<T>(result: Result<T>): T {
  if (!result.ok) throw new DenialException(result.denial);
  return result.value;
}
