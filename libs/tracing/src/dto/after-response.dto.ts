import { Sealed } from '@tracedesk/kernel';
import { ListOf, Narrative, Nested, OneOf } from '@tracedesk/platform';
import type { Commands } from '../commands.js';
import type { ResponseContent } from '../response.js';
import { SUPPLEMENTED_KINDS, type SupplementedKind } from '../supplement.js';
import { given } from './given.js';
import { NARRATIVE, RESPONSE_ITEMS } from './limits.js';
import { PointOfDiversionDto, toPointOfDiversion } from './respond.dto.js';
import { ResponseItemDto, toItem } from './response-item.dto.js';
import { WithoutGuarantee } from './without-guarantee.decorator.js';

/** Clarification of the reasons, or of the response (ITI 23). */
export class SeekClarificationDto {
  @Narrative(NARRATIVE)
  readonly question!: string;

  toCommand(): Commands['seek_clarification'] {
    return { question: Sealed.of(this.question) };
  }
}

/** The clarification, with items where some are added or corrected. */
export class ClarifyDto {
  @Narrative(NARRATIVE)
  readonly answer!: string;

  @ListOf(() => ResponseItemDto, { max: RESPONSE_ITEMS, optional: true })
  readonly items?: readonly ResponseItemDto[];

  @Nested(() => PointOfDiversionDto, { optional: true })
  readonly pointOfDiversion?: PointOfDiversionDto;

  @WithoutGuarantee()
  readonly withoutGuarantee?: boolean;

  toCommand(): Commands['clarify'] {
    const content = this.items?.length ? contentOf(this.items, this) : undefined;
    return given({ answer: Sealed.of(this.answer), content });
  }
}

/** Items added to a response or corrected in it, and why (ITI 18). */
export class SupplementDto {
  @ListOf(() => ResponseItemDto, { max: RESPONSE_ITEMS })
  readonly items!: readonly ResponseItemDto[];

  @Narrative(NARRATIVE)
  readonly because!: string;

  @OneOf(SUPPLEMENTED_KINDS, {
    optional: true,
    description:
      'What the response is with this. Left out: as before; what was refused becomes restricted, what had no record partial.',
  })
  readonly kind?: SupplementedKind;

  @Nested(() => PointOfDiversionDto, { optional: true })
  readonly pointOfDiversion?: PointOfDiversionDto;

  @WithoutGuarantee()
  readonly withoutGuarantee?: boolean;

  toCommand(): Commands['supplement'] {
    const content = contentOf(this.items, this);
    return given({ content, because: Sealed.of(this.because), kind: this.kind });
  }
}

/** Opened again, and why. */
export class ReopenDto {
  @OneOf(['new_information', 'redirect_contested'])
  readonly ground!: 'new_information' | 'redirect_contested';

  @Narrative(NARRATIVE)
  readonly because!: string;

  toCommand(): Commands['reopen'] {
    return { ground: this.ground, because: Sealed.of(this.because) };
  }
}

function contentOf(
  items: readonly ResponseItemDto[],
  { pointOfDiversion, withoutGuarantee }: Pick<ClarifyDto, 'pointOfDiversion' | 'withoutGuarantee'>,
): Sealed<ResponseContent> {
  return Sealed.of(
    given({
      items: items.map(toItem),
      pointOfDiversion: pointOfDiversion && toPointOfDiversion(pointOfDiversion),
      withoutGuarantee: withoutGuarantee === true ? (true as const) : undefined,
    }),
  );
}
