import { ListOf } from '@tracedesk/platform';
import { INTENDED_USES, type IntendedUse, type OwnRestrictions } from '../question.js';
import { RESTRICTIONS_ON_USE, type RestrictionOnUse } from '../response-item.js';
import { given } from './given.js';

const CODES = { max: RESTRICTIONS_ON_USE.length, optional: true } as const;

/** The requesting State's own restrictions on what it tells: on the request as a whole, or on a section of it (ITI 15(a) to (c)). */
export class OwnRestrictionsDto {
  @ListOf(RESTRICTIONS_ON_USE, { ...CODES, example: ['15a'] })
  readonly whole?: readonly RestrictionOnUse[];

  @ListOf(RESTRICTIONS_ON_USE, CODES)
  readonly firearm?: readonly RestrictionOnUse[];

  @ListOf(RESTRICTIONS_ON_USE, CODES)
  readonly find?: readonly RestrictionOnUse[];

  @ListOf(RESTRICTIONS_ON_USE, CODES)
  readonly illicitness?: readonly RestrictionOnUse[];

  @ListOf(RESTRICTIONS_ON_USE, CODES)
  readonly intendedUse?: readonly RestrictionOnUse[];

  @ListOf(INTENDED_USES, {
    max: INTENDED_USES.length,
    optional: true,
    example: ['investigation'],
    description: 'The purposes permitted for what is restricted under 15(b); none named: any consistent with the instrument.',
  })
  readonly purposes?: readonly IntendedUse[];
}

export function toRestrictions(dto: OwnRestrictionsDto): OwnRestrictions {
  const { whole, firearm, find, illicitness, intendedUse, purposes } = dto;
  return given({ whole, firearm, find, illicitness, intendedUse, purposes });
}
