import {
  COMPONENT_PARTS,
  MARKING_KINDS,
  MARKING_PLACES,
  type Component,
  type ComponentPart,
  type ImportMark,
  type Importer,
  type Marking,
  type MarkingKind,
  type MarkingPlace,
} from '@tracedesk/firearms/core';
import { KnownState } from '@tracedesk/directory';
import { stateCode } from '@tracedesk/kernel';
import { Flag, Line, Nested, OneOf, WholeNumber } from '@tracedesk/platform';
import { given } from './given.js';
import { FIRST_YEAR, LAST_YEAR, LINE } from './limits.js';
import { MarkReadingDto, toReading } from './mark-reading.dto.js';
import { StatedLineDto, toStated } from './stated.dto.js';

/** Who imported, as marked. */
export class ImporterDto {
  @Line(LINE, { optional: true })
  readonly name?: string;

  @Line(LINE, { optional: true })
  readonly place?: string;

  @KnownState({ optional: true, description: 'The State of the address: it says nothing of where the arm was made.' })
  readonly state?: string;
}

/** An import mark (ITI 8(b)), listed in the order read. */
export class ImportMarkDto {
  @KnownState({ example: 'QN' })
  readonly state!: string;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, optional: true, example: 2009 })
  readonly year?: number;

  @Line(LINE, { optional: true, description: 'The mark exactly as read.' })
  readonly text?: string;

  @Nested(() => ImporterDto, { optional: true })
  readonly importer?: ImporterDto;
}

/** A marking besides the serial number, exactly as read. */
export class MarkingDto extends MarkReadingDto {
  @OneOf(MARKING_KINDS)
  readonly kind!: MarkingKind;

  @Line(LINE, { example: 'VAW P9A' })
  readonly text!: string;

  @OneOf(MARKING_PLACES)
  readonly place!: MarkingPlace;

  @KnownState({ optional: true, description: 'The State the mark names: of a proof house, a deactivation stamp, an address.' })
  readonly state?: string;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, optional: true })
  readonly year?: number;

  @Flag({ optional: true, description: 'Put on after the firearm was seized (ITI 9).' })
  readonly addedAfterSeizure?: boolean;
}

/** A part with its own number and marks; the frame or receiver is the primary reference (ITI 10). */
export class ComponentDto extends MarkReadingDto {
  @OneOf(COMPONENT_PARTS, { example: 'barrel' })
  readonly part!: ComponentPart;

  @Nested(() => StatedLineDto, { optional: true })
  readonly serialNumber?: StatedLineDto;

  @Line(LINE, { optional: true })
  readonly make?: string;

  @Line(LINE, { optional: true, description: 'Other marks on the part, exactly as read.' })
  readonly marks?: string;
}

export function toImportMark({ state, year, text, importer }: ImportMarkDto): ImportMark {
  return given({ state: stateCode(state), year, text, importer: importer && toImporter(importer) });
}

export function toMarking(dto: MarkingDto): Marking {
  const { kind, text, place, state, year, addedAfterSeizure } = dto;
  return {
    kind,
    text,
    place,
    ...given({ state: state === undefined ? undefined : stateCode(state), year, addedAfterSeizure }),
    ...toReading(dto),
  };
}

export function toComponent(dto: ComponentDto): Component {
  const { part, serialNumber, make, marks } = dto;
  return { part, ...given({ serialNumber: serialNumber && toStated(serialNumber), make, marks }), ...toReading(dto) };
}

function toImporter({ name, place, state }: ImporterDto): Importer {
  return given({ name, place, state: state === undefined ? undefined : stateCode(state) });
}
