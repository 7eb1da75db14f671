import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';

/** The field belongs to one word of another field: with any other word it is a fault, not silently dropped. */
export function OnlyWith(other: string, word: string): PropertyDecorator {
  return ValidateBy({
    name: 'NOT_APPLICABLE',
    validator: {
      validate: (_: unknown, where?: ValidationArguments) => memberOf(where?.object, other) === word,
      defaultMessage: () => `Only where ${other} is ${word}.`,
    },
  });
}

/** The same, and with that word the field must be there. */
export function NeededWith(other: string, word: string): PropertyDecorator {
  return applyDecorators(
    ValidateIf((dto: object, value: unknown) => value !== undefined || memberOf(dto, other) === word),
    OnlyWith(other, word),
    ApiProperty({ required: false }),
  );
}

function memberOf(object: object | undefined, name: string): unknown {
  return (object as Readonly<Record<string, unknown>> | undefined)?.[name];
}
