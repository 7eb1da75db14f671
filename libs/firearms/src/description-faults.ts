import type { Component } from './component.js';
import type { FirearmDescription } from './firearm-description.js';
import { signsFit, type MarkReading } from './mark-reading.js';
import type { Marking } from './marking.js';
import { valueOf } from './stated.js';

/** Where the signs of legibility do not stand below their text, by field of the description. */
export function misplacedSigns({
  serialNumber,
  serialNumberReading,
  components = [],
  markings = [],
}: FirearmDescription): readonly string[] {
  const fits = (text: string | undefined, { legibility }: MarkReading = {}): boolean =>
    legibility === undefined || (text !== undefined && signsFit(text, legibility));
  return [
    ...(fits(valueOf(serialNumber), serialNumberReading) ? [] : ['serialNumberReading.legibility']),
    ...components.flatMap((component: Component, index) =>
      fits(valueOf(component.serialNumber), component) ? [] : [`components.${index}.legibility`],
    ),
    ...markings.flatMap((marking: Marking, index) => (fits(marking.text, marking) ? [] : [`markings.${index}.legibility`])),
  ];
}

/** Every year that stands on the arm, by field: none can be still to come. */
export function yearsOf({
  yearOfManufacture,
  importMarks = [],
  markings = [],
}: FirearmDescription): Readonly<Record<string, number>> {
  const years: readonly (readonly [string, number | undefined])[] = [
    ['yearOfManufacture', yearOfManufacture],
    ...importMarks.map(({ year }, index) => [`importMarks.${index}.year`, year] as const),
    ...markings.map(({ year }, index) => [`markings.${index}.year`, year] as const),
  ];
  return Object.fromEntries(years.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}
