import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';
import { LIMITATION_GROUNDS } from '../response.js';

/**
 * One of the four grounds of ITI 22, where there is one. The list is closed, and whoever names another ("no staff") is told the four and
 * what can be done instead; whether a ground is needed depends on the act.
 */
export function GroundOf22(description = 'The ground of ITI 22. The list is closed.'): PropertyDecorator {
  const grounds: readonly unknown[] = LIMITATION_GROUNDS;
  return applyDecorators(
    ApiProperty({
      type: 'string',
      enum: [...LIMITATION_GROUNDS],
      required: false,
      example: '22_CONFIDENTIALITY_LAW',
      description,
    }),
    ValidateIf((_, value) => value !== undefined),
    ValidateBy(
      {
        name: 'GROUND_NOT_OF_22',
        validator: {
          validate: (value: unknown) => grounds.includes(value),
          defaultMessage: () => `One of the four grounds of ITI 22: ${LIMITATION_GROUNDS.join(', ')}.`,
        },
      },
      { context: { allowed: [...LIMITATION_GROUNDS] } },
    ),
  );
}
