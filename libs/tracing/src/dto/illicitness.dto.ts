import { ListOf, Nested } from '@tracedesk/platform';
import { ILLICIT_GROUNDS, type IllicitGround, type Illicitness } from '../question.js';
import { given } from './given.js';
import { StatedNarrativeDto, toStated } from './stated.dto.js';

const OWN = { optional: true } as const;

/** The legal justification of each ground, where there are several. */
export class JustificationsDto {
  @Nested(() => StatedNarrativeDto, OWN)
  readonly '6a'?: StatedNarrativeDto;

  @Nested(() => StatedNarrativeDto, OWN)
  readonly '6b'?: StatedNarrativeDto;

  @Nested(() => StatedNarrativeDto, OWN)
  readonly '6c'?: StatedNarrativeDto;

  @Nested(() => StatedNarrativeDto, OWN)
  readonly '6d'?: StatedNarrativeDto;

  @Nested(() => StatedNarrativeDto, OWN)
  readonly '6e'?: StatedNarrativeDto;
}

/** Why the firearm is illicit (ITI 6), with the legal justification (17(a)). */
export class IllicitnessDto {
  @ListOf(ILLICIT_GROUNDS, { max: ILLICIT_GROUNDS.length, optional: true, example: ['6a'] })
  readonly grounds?: readonly IllicitGround[];

  @Nested(() => StatedNarrativeDto, { optional: true, description: 'Of the one ground; of several, each has its own.' })
  readonly legalJustification?: StatedNarrativeDto;

  @Nested(() => JustificationsDto, { optional: true })
  readonly justifications?: JustificationsDto;
}

export function toIllicitness({ grounds, legalJustification, justifications }: IllicitnessDto): Illicitness {
  return given({
    grounds,
    legalJustification: legalJustification && toStated(legalJustification),
    justifications: justifications && toJustifications(justifications),
  });
}

function toJustifications(dto: JustificationsDto): NonNullable<Illicitness['justifications']> {
  const stated = ILLICIT_GROUNDS.flatMap((ground) => {
    const said = dto[ground];
    return said ? [[ground, toStated(said)] as const] : [];
  });
  return Object.fromEntries(stated);
}
