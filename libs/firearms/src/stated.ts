/** What a State says, or why it cannot say it: ITI 17 asks "to the extent possible", so a blank is never an answer. */
export type Stated<T> = { readonly value: T } | { readonly unknownBecause: string };

/** Whether something was said: a value, or the reason why there is none. */
export function isStated(stated: Stated<unknown> | undefined): boolean {
  if (stated === undefined) return false;
  return 'value' in stated ? !isBlank(stated.value) : !isBlank(stated.unknownBecause);
}

/** The value said, or `undefined` when it is unknown or not said. */
export function valueOf<T>(stated: Stated<T> | undefined): T | undefined {
  return stated !== undefined && 'value' in stated ? stated.value : undefined;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
