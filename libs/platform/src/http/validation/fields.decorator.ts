import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { dateWritten, dayWritten, isMailbox, isStateCode, isUuid, MAILBOX_MAX } from '@tracedesk/kernel';
import { latestDay } from './latest-day.js';
import { BY_HAND, FROM_FORM, presence, rule, type FieldOptions } from './rule.decorator.js';

// Each decorator says once what a field takes: the rule that is enforced and the line in the API document.

const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\r\t]/u;
const REFERENCE = /^TD-[0-9A-Z]{4}-[0-9A-Z]{5,6}$/;
const PARTIAL_DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const OLDEST_YEAR = 1800;

type Dto = () => new () => object;

/** One line of text that a person wrote: not blank, no control characters, at most `max` characters. */
export function Line(max: number, options: FieldOptions = {}): PropertyDecorator {
  return text(max, CONTROL, 'A single line without control characters.', options);
}

/** Text of several lines that a person wrote: not blank, at most `max` characters. */
export function Narrative(max: number, options: FieldOptions = {}): PropertyDecorator {
  return text(max, CONTROL_BUT_LINES, 'Text without control characters other than line breaks and tabs.', options);
}

/** One of the listed words. */
export function OneOf(list: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', enum: [...list] }, [
    rule('NOT_ONE_OF', `One of: ${list.join(', ')}.`, (value) => typeof value === 'string' && list.includes(value), {
      allowed: [...list],
    }),
  ]);
}

/** The code of a State. Whether there is such a State is for the directory to say. */
export function StateCodeField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', pattern: '^[A-Z]{2}([A-Z]{2})?$' }, [
    rule(
      'NOT_A_STATE_CODE',
      'Two capital letters (four for a dissolved State).',
      (value) => typeof value === 'string' && isStateCode(value),
    ),
  ]);
}

/** An id in canonical lower-case form. */
export function Uuid(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'uuid' }, [
    rule('NOT_AN_ID', 'A UUID in lower case.', (value) => typeof value === 'string' && isUuid(value)),
  ]);
}

/** A reference such as TD-7K3F-92QX4. Whether it is one the desk gave is for the reader behind. */
export function Reference(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', pattern: REFERENCE.source }, [
    rule('NOT_A_REFERENCE', 'A reference such as TD-7K3F-92QX4.', (value) => typeof value === 'string' && REFERENCE.test(value)),
  ]);
}

/** One mailbox to write to. Wherever an address is taken, this is how. */
export function MailboxField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'email', maxLength: MAILBOX_MAX }, [
    rule(
      'NOT_AN_EMAIL_ADDRESS',
      'One e-mail address, such as tracing@office.example, and nothing beside it.',
      (value) => typeof value === 'string' && isMailbox(value),
    ),
  ]);
}

/** A whole number within its limits. */
export function WholeNumber({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const digits = ({ value }: { value: unknown }): unknown =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return applyDecorators(
    field(options, { type: 'integer', minimum: min, maximum: max }, [
      rule('NOT_A_WHOLE_NUMBER', 'A whole number.', (value) => Number.isSafeInteger(value)),
      rule('OUT_OF_RANGE', `From ${min} to ${max}.`, (value) => Number(value) >= min && Number(value) <= max, { min, max }),
    ]),
    Transform(digits, { groups: [FROM_FORM] }),
  );
}

/** A day as a person names it, `2026-03-02`; with `past`, not one that has nowhere begun. */
export function LocalDateField({ past, ...options }: FieldOptions & { past?: true } = {}): PropertyDecorator {
  return applyDecorators(
    field(options, { type: 'string', format: 'date' }, [
      rule('NOT_A_DATE', 'A day of the calendar, as 2026-03-02.', (value) => typeof value === 'string' && isDay(value)),
      ...(past ? [rule('DATE_IN_FUTURE', 'Not later than today.', (value) => String(value) <= latestDay(new Date()))] : []),
    ]),
    writtenBy(dayWritten),
  );
}

/** A date as precisely as a record gives it: `2009`, `2009-05` or `2009-05-11`; with `past`, not one that has nowhere begun. */
export function PartialDateField({ past, ...options }: FieldOptions & { past?: true } = {}): PropertyDecorator {
  return applyDecorators(
    field(options, { type: 'string', pattern: PARTIAL_DATE.source }, [
      rule('NOT_A_PARTIAL_DATE', 'A year, a month or a day, as 2009, 2009-05 or 2009-05-11.', (value) => isPartialDate(value)),
      ...(past ? [rule('DATE_IN_FUTURE', 'Not later than today.', (value) => String(value) <= latestDay(new Date()))] : []),
    ]),
    writtenBy(dateWritten),
  );
}

/** On pages a date is read as people write it; what cannot be read stays as it was, for the rule to refuse. */
function writtenBy(read: (text: string) => string | null): PropertyDecorator {
  const asKept = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? (read(value) ?? value) : value);
  return Transform(asKept, { groups: [BY_HAND] });
}

/** Yes or no. */
export function Flag(options: FieldOptions = {}): PropertyDecorator {
  const word = ({ value }: { value: unknown }): unknown =>
    value === 'true' || value === 'on' || value === 'yes' ? true : value === 'false' || value === 'no' ? false : value;
  return applyDecorators(
    field(options, { type: 'boolean' }, [rule('NOT_A_FLAG', 'true or false.', (value) => typeof value === 'boolean')]),
    Transform(word, { groups: [FROM_FORM] }),
  );
}

/** An object of its own, which must be there: `@ValidateNested()` alone lets a missing one and a list pass. */
export function Nested(dto: Dto, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    field(options, { type: () => dto() }, [rule('NOT_AN_OBJECT', 'An object, not a list.', isPlainObject)]),
    ValidateNested(),
    Type(dto),
  );
}

/** A list of objects, or of words from a list or of one kind of text; at most `max`, at least `min`. */
export function ListOf(
  item: Dto | readonly string[] | 'uuid' | 'state' | { line: number },
  { max, min = 0, ...options }: FieldOptions & { max: number; min?: number },
): PropertyDecorator {
  const alone = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);
  const rules = [
    rule('NOT_A_LIST', 'A list.', Array.isArray),
    rule('TOO_MANY', `At most ${max} items.`, (value) => (value as unknown[]).length <= max, { max }),
    ...(min > 0 ? [rule('TOO_FEW', `At least ${min} items.`, (value) => (value as unknown[]).length >= min, { min })] : []),
  ];
  if (typeof item === 'function') {
    const objects = rule('NOT_AN_OBJECT', 'Each item an object.', (value) => (value as unknown[]).every(isPlainObject));
    return applyDecorators(
      field(options, { type: () => item(), isArray: true, minItems: min, maxItems: max }, [...rules, objects]),
      ValidateNested({ each: true }),
      Type(item),
      Transform(upTo(max), { toClassOnly: true }),
    );
  }
  const { holds, items } = kindOfItem(item);
  return applyDecorators(
    field(options, { type: 'array', items, minItems: min, maxItems: max }, [
      ...rules,
      rule('ITEM_NOT_ALLOWED', 'Each item one of what the document names.', (value) => (value as unknown[]).every(holds)),
      rule('ITEM_TWICE', 'Each item once.', (value) => new Set(value as unknown[]).size === (value as unknown[]).length),
    ]),
    Transform(alone, { groups: [FROM_FORM] }),
  );
}

/** A list that is too long is refused whatever stands in it: no more is looked at than shows that it is. */
function upTo(max: number): (given: { readonly value: unknown }) => unknown {
  return ({ value }) => (Array.isArray(value) ? value.slice(0, max + 1) : value);
}

function kindOfItem(item: readonly string[] | 'uuid' | 'state' | { line: number }): {
  holds: (value: unknown) => boolean;
  items: object;
} {
  if (item === 'uuid')
    return { holds: (value) => typeof value === 'string' && isUuid(value), items: { type: 'string', format: 'uuid' } };
  if (item === 'state') return { holds: (value) => typeof value === 'string' && isStateCode(value), items: { type: 'string' } };
  if ('line' in item) {
    const { line } = item;
    const holds = (value: unknown): boolean =>
      typeof value === 'string' && value.trim() !== '' && value.length <= line && !CONTROL.test(value);
    return { holds, items: { type: 'string', maxLength: line } };
  }
  return { holds: (value) => item.includes(value as string), items: { type: 'string', enum: [...item] } };
}

function text(max: number, refused: RegExp, help: string, options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', minLength: 1, maxLength: max }, [
    rule('NOT_TEXT', 'Text.', (value) => typeof value === 'string'),
    rule('BLANK', 'Not blank.', (value) => String(value).trim() !== ''),
    rule('TOO_LONG', `At most ${max} characters.`, (value) => String(value).length <= max || [...String(value)].length <= max, {
      max,
    }),
    rule('CONTROL_CHARACTER', help, (value) => !refused.test(String(value))),
  ]);
}

/** The first rule that fails is the one reported, so the plainest stands first. */
function field(options: FieldOptions, api: ApiPropertyOptions, rules: readonly PropertyDecorator[]): PropertyDecorator {
  const described = {
    ...api,
    required: !options.optional,
    ...(options.nullable ? { nullable: true } : {}),
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.example === undefined ? {} : { example: options.example }),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(described), ...[...presence(options), ...rules]);
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is left out is filled with a first of January, which every year and month has. */
function isPartialDate(value: unknown): boolean {
  return typeof value === 'string' && PARTIAL_DATE.test(value) && isDay(`${value}-01-01`.slice(0, '2009-05-11'.length));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= OLDEST_YEAR;
  } catch {
    return false;
  }
}
