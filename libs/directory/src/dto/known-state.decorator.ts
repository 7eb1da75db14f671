import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isKnownState } from '@tracedesk/language/core';
import { StateCodeField, type FieldOptions } from '@tracedesk/platform';
import { ValidateBy } from 'class-validator';

/** The code of a State that exists or existed: a typing error is told at once, not after a partner has been asked. */
export function KnownState(options: FieldOptions = {}): PropertyDecorator {
  const known = {
    name: 'STATE_UNKNOWN',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isKnownState(value),
      defaultMessage: () => 'The code of a State that exists or existed.',
    },
  };
  return applyDecorators(StateCodeField({ example: 'QM', ...options }), ValidateBy(known));
}

/** The same, or the word `unknown` said out loud; it has to be one of the two. */
export function KnownStateOrUnknown(description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'string', example: 'QM', description }),
    ValidateBy({
      name: 'REQUIRED',
      validator: { validate: (value: unknown) => value !== undefined, defaultMessage: () => 'This field must be there.' },
    }),
    ValidateBy({
      name: 'STATE_UNKNOWN',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && (value === 'unknown' || isKnownState(value)),
        defaultMessage: () => 'The code of a State that exists or existed, or `unknown`.',
      },
    }),
  );
}
