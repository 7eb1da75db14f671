/**
 * A surprise, with a stable code. `context` holds ids and numbers only: it reaches the log.
 * Each room narrows the codes: `class AuditError extends CodedError<AuditErrorCode> {}`.
 */
export class CodedError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly context: Readonly<Record<string, string | number | boolean | null>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
