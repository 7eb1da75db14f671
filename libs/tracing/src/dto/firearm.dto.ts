import {
  COUNTRY_BASES,
  FIREARM_ACTIONS,
  MARKING_PLACES,
  MARKING_SCHEMES,
  OBJECT_STATUSES,
  ORIGIN_CLASSES,
  type CountryBasis,
  type Custody,
  type FirearmAction,
  type FirearmDescription,
  type MarkingPlace,
  type MarkingScheme,
  type ObjectStatus,
  type OriginClass,
} from '@tracedesk/firearms/core';
import { KnownState } from '@tracedesk/directory';
import { stateCode } from '@tracedesk/kernel';
import { Flag, Line, ListOf, Nested, OneOf, WholeNumber } from '@tracedesk/platform';
import { given } from './given.js';
import { COMPONENTS, FIRST_YEAR, IMPORT_MARKS, LAST_YEAR, LINE, MARKINGS } from './limits.js';
import { MarkReadingDto, toReading } from './mark-reading.dto.js';
import { ComponentDto, ImportMarkDto, MarkingDto, toComponent, toImportMark, toMarking } from './marking.dto.js';
import { StatedLineDto, StatedTypeDto, toStated } from './stated.dto.js';

/** Where the firearm is now, and under which numbers it lies there (ITI 9). */
export class CustodyDto {
  @OneOf(OBJECT_STATUSES, { optional: true, example: 'held' })
  readonly status?: ObjectStatus;

  @Line(LINE, { optional: true })
  readonly exhibitNumber?: string;

  @Line(LINE, { optional: true })
  readonly laboratoryReport?: string;
}

/** One firearm as the requesting State describes it (ITI 17(b)). */
export class FirearmDto {
  @Nested(() => StatedTypeDto, { optional: true })
  readonly type?: StatedTypeDto;

  @OneOf(FIREARM_ACTIONS, { optional: true, example: 'semi_automatic' })
  readonly action?: FirearmAction;

  @Flag({ optional: true, description: 'Whether it fires on as long as the trigger is held.' })
  readonly automatic?: boolean;

  @Nested(() => StatedLineDto, { optional: true })
  readonly calibre?: StatedLineDto;

  @OneOf(MARKING_SCHEMES, { optional: true, description: 'Maker, country and number, or symbols with a code (ITI 8(a)).' })
  readonly markingScheme?: MarkingScheme;

  @Nested(() => StatedLineDto, { optional: true })
  readonly serialNumber?: StatedLineDto;

  @OneOf(MARKING_PLACES, { optional: true, example: 'frame_or_receiver' })
  readonly serialNumberPlace?: MarkingPlace;

  @Nested(() => MarkReadingDto, { optional: true })
  readonly serialNumberReading?: MarkReadingDto;

  @Line(LINE, { optional: true, example: 'VAW' })
  readonly make?: string;

  @Line(LINE, { optional: true })
  readonly model?: string;

  @KnownState({ optional: true })
  readonly countryOfManufacture?: string;

  @OneOf(COUNTRY_BASES, { optional: true, description: 'What the country of manufacture is taken from.' })
  readonly countryBasis?: CountryBasis;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, optional: true, example: 2004 })
  readonly yearOfManufacture?: number;

  @OneOf(ORIGIN_CLASSES, { optional: true, example: 'industrial' })
  readonly originClass?: OriginClass;

  @Line(LINE, { optional: true, description: 'What it was before, of an arm made from another.' })
  readonly originalType?: string;

  @ListOf(() => ComponentDto, { max: COMPONENTS, optional: true })
  readonly components?: readonly ComponentDto[];

  @ListOf(() => ImportMarkDto, { max: IMPORT_MARKS, optional: true })
  readonly importMarks?: readonly ImportMarkDto[];

  @ListOf(() => MarkingDto, { max: MARKINGS, optional: true })
  readonly markings?: readonly MarkingDto[];

  @Nested(() => CustodyDto, { optional: true })
  readonly custody?: CustodyDto;
}

export function toFirearm(dto: FirearmDto): FirearmDescription {
  return given({
    type: dto.type && toStated(dto.type),
    action: dto.action,
    automatic: dto.automatic,
    calibre: dto.calibre && toStated(dto.calibre),
    markingScheme: dto.markingScheme,
    serialNumber: dto.serialNumber && toStated(dto.serialNumber),
    serialNumberPlace: dto.serialNumberPlace,
    serialNumberReading: dto.serialNumberReading && toReading(dto.serialNumberReading),
    make: dto.make,
    model: dto.model,
    countryOfManufacture: dto.countryOfManufacture === undefined ? undefined : stateCode(dto.countryOfManufacture),
    countryBasis: dto.countryBasis,
    yearOfManufacture: dto.yearOfManufacture,
    originClass: dto.originClass,
    originalType: dto.originalType,
    components: dto.components?.map(toComponent),
    importMarks: dto.importMarks?.map(toImportMark),
    markings: dto.markings?.map(toMarking),
    custody: dto.custody && toCustody(dto.custody),
  });
}

function toCustody({ status, exhibitNumber, laboratoryReport }: CustodyDto): Custody {
  return given({ status, exhibitNumber, laboratoryReport });
}
