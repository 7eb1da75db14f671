import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { DenialDetails } from '@tracedesk/kernel';
import { unflatten, type FlatForm } from '../strict-form.js';
import type { FieldFault } from '../problem.js';
import { WHOLE_OBJECT } from './exactly-one-of.decorator.js';
import { BY_HAND, FROM_FORM } from './rule.decorator.js';

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** More than a person would read; a body with a thousand faults is answered briefly. */
const MOST_FAULTS = 20;

/** What was sent is a list, a word, a number or `null`. */
export const NOT_AN_OBJECT: FieldFault = { field: '', code: 'NOT_AN_OBJECT', help: 'An object, not a list.' };

/** Where texts come from that become numbers, flags and dates: a form that a person filled in, or an address that a program made. */
export interface InputOptions {
  readonly fromForm?: true;
  readonly fromAddress?: true;
}

/** Checks what was sent against a DTO: every fault at once, each with the full path of its field. Unknown fields are faults. */
export function validateInput<T extends object>(dto: new () => T, input: unknown, options: InputOptions = {}): Checked<T> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, faults: [NOT_AN_OBJECT] };
  }
  const value = plainToInstance(dto, input, { groups: groupsOf(options) });
  const errors = validateSync(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    forbidUnknownValues: false,
  });
  const faults = errors.flatMap((error) => faultsOf(error, '')).slice(0, MOST_FAULTS);
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults };
}

function groupsOf({ fromForm, fromAddress }: InputOptions): string[] {
  return fromForm ? [FROM_FORM, BY_HAND] : fromAddress ? [FROM_FORM] : [];
}

/** The same for a form: its flat names become the DTO's shape first. */
export function validateForm<T extends object>(dto: new () => T, form: FlatForm): Checked<T> {
  return validateInput(dto, unflatten(form), { fromForm: true });
}

function faultsOf(error: ValidationError, path: string): FieldFault[] {
  const about = error.property.startsWith(WHOLE_OBJECT) ? '' : error.property;
  const field = [path, about].filter((part) => part !== '').join('.');
  const own = Object.entries(error.constraints ?? {})
    .slice(0, 1)
    .map(([code, help]) => faultOf(error, field, code, help));
  // Where the object itself is wrong, the faults inside it only confuse.
  return own.length > 0 ? own : (error.children ?? []).flatMap((child) => faultsOf(child, field));
}

function faultOf(error: ValidationError, field: string, code: string, help: string): FieldFault {
  if (code === 'whitelistValidation') return { field, code: 'UNKNOWN_FIELD', help: 'There is no such field.' };
  if (code === 'nestedValidation') return { field, code: 'NOT_AN_OBJECT', help: 'An object, not a list.' };
  const details = (error.contexts?.[code] as DenialDetails | undefined) ?? undefined;
  return { field, code, help, ...(details === undefined ? {} : { details }) };
}
