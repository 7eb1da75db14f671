import { applyDecorators } from '@nestjs/common';
import { Line, type FieldOptions } from '@tracedesk/platform';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST = 40;

/** An instant as RFC 3339 writes it, with its offset: `2026-03-02T09:30:00Z`. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  const instant = {
    name: 'NOT_AN_INSTANT',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && SHAPE.test(value) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => 'An instant with its offset, as 2026-03-02T09:30:00Z.',
    },
  };
  return applyDecorators(
    Line(LONGEST, { example: '2026-03-02T09:30:00Z', ...options }),
    ApiProperty({ format: 'date-time' }),
    ValidateBy(instant),
  );
}
