import { applyDecorators } from '@nestjs/common';
import type { Mailbox } from '@tracedesk/kernel';
import { Flag, Line, MailboxField, OneOf, WholeNumber, type FieldOptions } from '@tracedesk/platform';
import { ValidateBy } from 'class-validator';
import { MAIL_WAYS, type MailPreferences, type MailWay } from '../mail-preferences.js';

const CODE = 30;
const TIME = 5;
const LAST_HOUR = 23;

const TimeOfDay = (options: FieldOptions): PropertyDecorator =>
  LineThat('NOT_A_TIME_OF_DAY', 'A time such as 08:30.', /^(?:[01]\d|2[0-3]):[0-5]\d$/, TIME, options);

/** A line of which one more thing is to be seen at a glance. */
function LineThat(code: string, help: string, shape: RegExp, max: number, options: FieldOptions): PropertyDecorator {
  const validator = { validate: (value: unknown) => typeof value === 'string' && shape.test(value), defaultMessage: () => help };
  return applyDecorators(Line(max, options), ValidateBy({ name: code, validator }));
}

/** How a person wants to be written to. Times are by the clock of their State. */
export class MailPreferencesDto {
  @OneOf(MAIL_WAYS, { example: 'digest' })
  readonly byMail!: MailWay;

  @WholeNumber({ min: 0, max: LAST_HOUR, optional: true, nullable: true, example: 8, description: 'Of the daily digest.' })
  readonly digestHour?: number | null;

  @TimeOfDay({ optional: true, nullable: true, example: '20:00', description: 'Nothing is sent from here on …' })
  readonly quietFrom?: string | null;

  @TimeOfDay({ optional: true, nullable: true, example: '07:00', description: '… until here, 16 hours later at most.' })
  readonly quietUntil?: string | null;

  @Flag({ description: 'Whether what is due or overdue on an urgent request comes at once all the same.' })
  readonly urgentThrough!: boolean;

  toCommand(): MailPreferences {
    const { byMail, urgentThrough } = this;
    const [digestHour, quietFrom, quietUntil] = [this.digestHour ?? null, this.quietFrom ?? null, this.quietUntil ?? null];
    return { byMail, digestHour, quietFrom, quietUntil, urgentThrough };
  }
}

/** Where to a code is to be sent. */
export class MailAddressDto {
  @MailboxField({ example: 'officer@qm.example' })
  readonly address!: Mailbox;
}

/** The code that came by e-mail. */
export class AddressCodeDto {
  @Line(CODE, { example: '7K3F-92QX-4V8B-MN2P' })
  readonly code!: string;
}
