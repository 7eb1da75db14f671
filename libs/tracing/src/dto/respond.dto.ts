import { KnownState } from '@tracedesk/directory';
import { Sealed, stateCode } from '@tracedesk/kernel';
import { ListOf, LocalDateField, Narrative, OneOf } from '@tracedesk/platform';
import type { Commands } from '../commands.js';
import {
  FINDINGS,
  LIMITATION_GROUNDS,
  RESPONSE_KINDS,
  RESTRICTIONS_ON_USE,
  type Finding,
  type LimitationGround,
  type ResponseItem,
  type ResponseKind,
  type RestrictionOnUse,
} from '../response.js';
import { given } from './given.js';
import { NARRATIVE, RESPONSE_ITEMS } from './limits.js';

/** One piece of information, with its own restrictions on use (ITI 15(a) to (c)); an empty list says: none beyond ITI 15 itself. */
export class ResponseItemDto {
  @OneOf(Object.keys(FINDINGS), { example: 'TRANSFERRED_TO_STATE' })
  readonly finding!: Finding;

  @LocalDateField({ past: true, optional: true, example: '2009-05-11' })
  readonly on?: string;

  @KnownState({ optional: true, description: 'The State the item points to: of the next transfer, of the holder.' })
  readonly state?: string;

  @Narrative(NARRATIVE)
  readonly details!: string;

  @ListOf(RESTRICTIONS_ON_USE, { max: RESTRICTIONS_ON_USE.length, example: ['15a'] })
  readonly restrictions!: readonly RestrictionOnUse[];
}

/** What the requested State answers (ITI 21 to 23). */
export class RespondDto {
  @OneOf(RESPONSE_KINDS, { example: 'full' })
  readonly kind!: ResponseKind;

  @OneOf(Object.keys(FINDINGS), { optional: true, description: 'Why there is no record to show; only of kind no_record.' })
  readonly finding?: Finding;

  @OneOf(LIMITATION_GROUNDS, { optional: true, description: 'The ground of ITI 22; only of a restricted or refused response.' })
  readonly ground?: LimitationGround;

  @ListOf(() => ResponseItemDto, { max: RESPONSE_ITEMS, optional: true })
  readonly items?: readonly ResponseItemDto[];

  @Narrative(NARRATIVE, { optional: true, description: 'The reasons of ITI 23.' })
  readonly reasons?: string;

  @Narrative(NARRATIVE, { optional: true })
  readonly remarks?: string;

  toCommand(): Commands['respond'] {
    const content = given({ items: (this.items ?? []).map(toItem), reasons: this.reasons, remarks: this.remarks });
    return { response: given({ kind: this.kind, finding: this.finding, ground: this.ground, content: Sealed.of(content) }) };
  }
}

function toItem({ finding, on, state, details, restrictions }: ResponseItemDto): ResponseItem {
  return given({ finding, on, state: state === undefined ? undefined : stateCode(state), details, restrictions });
}
