import {
  MARKING_KINDS,
  MARKING_PLACES,
  type FirearmDescription,
  type MarkingKind,
  type MarkingPlace,
} from '@tracedesk/firearms/core';
import { KnownState } from '@tracedesk/directory';
import { stateCode } from '@tracedesk/kernel';
import { Line, ListOf, Nested, OneOf, WholeNumber } from '@tracedesk/platform';
import { given } from './given.js';
import { FIRST_YEAR, IMPORT_MARKS, LAST_YEAR, LINE, MARKINGS } from './limits.js';
import { StatedLineDto, StatedTypeDto, toStated } from './stated.dto.js';

/** An import mark (ITI 8(b)), listed in the order read. */
export class ImportMarkDto {
  @KnownState({ example: 'QN' })
  readonly state!: string;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, optional: true, example: 2009 })
  readonly year?: number;
}

/** A marking besides the serial number, exactly as read. */
export class MarkingDto {
  @OneOf(MARKING_KINDS)
  readonly kind!: MarkingKind;

  @Line(LINE, { example: 'VAW' })
  readonly text!: string;

  @OneOf(MARKING_PLACES)
  readonly place!: MarkingPlace;
}

/** One firearm as the requesting State describes it (ITI 17(b)). */
export class FirearmDto {
  @Nested(() => StatedTypeDto, { optional: true })
  readonly type?: StatedTypeDto;

  @Nested(() => StatedLineDto, { optional: true })
  readonly calibre?: StatedLineDto;

  @Nested(() => StatedLineDto, { optional: true })
  readonly serialNumber?: StatedLineDto;

  @OneOf(MARKING_PLACES, { optional: true, example: 'frame_or_receiver' })
  readonly serialNumberPlace?: MarkingPlace;

  @Line(LINE, { optional: true, example: 'VAW' })
  readonly make?: string;

  @Line(LINE, { optional: true })
  readonly model?: string;

  @KnownState({ optional: true })
  readonly countryOfManufacture?: string;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, optional: true, example: 2004 })
  readonly yearOfManufacture?: number;

  @ListOf(() => ImportMarkDto, { max: IMPORT_MARKS, optional: true })
  readonly importMarks?: readonly ImportMarkDto[];

  @ListOf(() => MarkingDto, { max: MARKINGS, optional: true })
  readonly markings?: readonly MarkingDto[];
}

export function toFirearm(dto: FirearmDto): FirearmDescription {
  return given({
    type: dto.type && toStated(dto.type),
    calibre: dto.calibre && toStated(dto.calibre),
    serialNumber: dto.serialNumber && toStated(dto.serialNumber),
    serialNumberPlace: dto.serialNumberPlace,
    make: dto.make,
    model: dto.model,
    countryOfManufacture: dto.countryOfManufacture === undefined ? undefined : stateCode(dto.countryOfManufacture),
    yearOfManufacture: dto.yearOfManufacture,
    importMarks: dto.importMarks?.map(({ state, year }) => given({ state: stateCode(state), year })),
    markings: dto.markings?.map(({ kind, text, place }) => ({ kind, text, place })),
  });
}
