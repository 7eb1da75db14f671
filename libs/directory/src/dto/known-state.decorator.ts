import { applyDecorators } from '@nestjs/common';
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
