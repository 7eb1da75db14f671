import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Mailbox } from '@tracedesk/kernel';
import { Line, ListOf, LocalDateField, MailboxField, type FieldOptions } from '@tracedesk/platform';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { CONTACT_LANGUAGES } from '../contact-languages.js';
import { CONTACT_SCOPES, type ContactScope } from '../contact-scope.js';
import type { AddContactPointCommand } from '../use-cases/add-contact-point.service.js';
import type { ContactPointChanges } from '../use-cases/amend-contact-point.service.js';
import { isTimeOfDay } from '../working-hours.js';

const LINE = 200;
const TIME = 5;
const MOST_WAYS = 10;
const DAYS = ['1', '2', '3', '4', '5', '6', '7'];

/** A line of which one more thing is to be seen at a glance. */
function LineThat(code: string, help: string, holds: (text: string) => boolean, max: number, options: FieldOptions = {}) {
  const validator = {
    validate: (value: unknown) => typeof value === 'string' && holds(value),
    defaultMessage: () => help,
  };
  return applyDecorators(Line(max, options), ValidateBy({ name: code, validator }));
}

const TimeOfDay = (options: FieldOptions): PropertyDecorator =>
  LineThat('NOT_A_TIME_OF_DAY', 'A time such as 08:30.', isTimeOfDay, TIME, options);

/** Days as numbers from programs, as texts from a form. */
const Days = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(String) : value)),
    ListOf(DAYS, { max: DAYS.length, optional: true, description: 'Monday is 1.' }),
    ApiProperty({ type: 'array', items: { type: 'integer', minimum: 1, maximum: DAYS.length }, required: false }),
  );

abstract class Words {
  @Line(LINE, { optional: true, nullable: true, example: '+41 58 000 00 00' })
  readonly telephone?: string | null;

  @ListOf({ line: LINE }, { max: MOST_WAYS, optional: true, description: 'Other ways to it, by name.' })
  readonly channels?: readonly string[];

  @Days()
  readonly workingDays?: readonly string[];

  @TimeOfDay({ optional: true, nullable: true, example: '08:30', description: "By the State's clock." })
  readonly opensAt?: string | null;

  @TimeOfDay({ optional: true, nullable: true, example: '16:30' })
  readonly closesAt?: string | null;

  @ListOf({ line: LINE }, { max: MOST_WAYS, optional: true, description: 'Who answers when the office does not.' })
  readonly deputies?: readonly string[];

  @ListOf(CONTACT_SCOPES, { min: 1, max: CONTACT_SCOPES.length, optional: true, description: 'Which requests it gets (ITI 25).' })
  readonly scope?: readonly ContactScope[];

  @LocalDateField({ optional: true, nullable: true, description: 'The last day on which it answers.' })
  readonly validUntil?: string | null;
}

/** A new office. */
export class AddContactPointDto extends Words {
  @Line(LINE, { example: 'National Arms Tracing Office' })
  readonly office!: string;

  @MailboxField({ example: 'tracing@qm.example' })
  readonly email!: Mailbox;

  @ListOf(CONTACT_LANGUAGES, { min: 1, max: MOST_WAYS })
  readonly languages!: readonly string[];

  @LocalDateField({ description: 'The first day on which it answers.' })
  readonly validFrom!: string;

  toCommand(): AddContactPointCommand {
    return {
      ...withDays(this),
      telephone: this.telephone ?? null,
      validUntil: this.validUntil ?? null,
    } as AddContactPointCommand;
  }
}

/** What changes of an office: what is left out stays. */
export class AmendContactPointDto extends Words {
  @Line(LINE, { optional: true })
  readonly office?: string;

  @MailboxField({ optional: true, example: 'tracing@qm.example' })
  readonly email?: Mailbox;

  @ListOf(CONTACT_LANGUAGES, { min: 1, max: MOST_WAYS, optional: true })
  readonly languages?: readonly string[];

  toCommand(): ContactPointChanges {
    return withDays(this);
  }
}

/** The last day of an office. */
export class EndContactPointDto {
  @LocalDateField({ description: "By the State's calendar." })
  readonly validUntil!: string;
}

/** Only what was said: an undefined field is not a change. */
function withDays(words: Words): object {
  const said = Object.entries(words).filter(([, value]) => value !== undefined);
  const days = words.workingDays?.map(Number).sort((one, other) => one - other);
  return { ...Object.fromEntries(said), ...(days ? { workingDays: days } : {}) };
}
