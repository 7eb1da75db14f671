import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import type { DenialDetails } from '@tracedesk/kernel';

/** Options that every field takes. */
export interface FieldOptions {
  /** The field may be left out. */
  readonly optional?: true;
  /** The field may be `null`, which says "nothing" out loud: to take something back from a draft. */
  readonly nullable?: true;
  /** A sentence for the API document. */
  readonly description?: string;
  readonly example?: unknown;
}

/** The name of the class-transformer group under which a form's texts become numbers, flags and lists. */
export const FROM_FORM = 'form';

/** The group under which dates are read as people write them: on pages alone. Programs say `2026-03-06`, in an address too. */
export const BY_HAND = 'by-hand';

/** One rule of one field: its name is the stable code that the answer carries. */
export function rule(
  code: string,
  help: string,
  holds: (value: unknown, where: ValidationArguments) => boolean,
  details?: DenialDetails,
): PropertyDecorator {
  const validator = {
    validate: (value: unknown, where?: ValidationArguments) => holds(value, where as ValidationArguments),
    defaultMessage: () => help,
  };
  return ValidateBy({ name: code, validator }, details === undefined ? {} : { context: details });
}

/** Skips the other rules for what may be missing; says `REQUIRED` for what may not. */
export function presence({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  const present = rule('REQUIRED', 'This field must be there.', (value) => value !== undefined);
  if (!optional && !nullable) return [present];
  return [
    ValidateIf((_, value) => (value !== undefined || !optional) && (value !== null || !nullable)),
    ...(optional ? [] : [present]),
  ];
}
