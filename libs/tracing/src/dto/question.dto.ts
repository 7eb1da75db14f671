import { KnownState } from '@tracedesk/directory';
import { stateCode } from '@tracedesk/kernel';
import { ExactlyOneOf, Flag, Line, ListOf, LocalDateField, Narrative, Nested, OneOf } from '@tracedesk/platform';
import {
  FIND_MANNERS,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  type Find,
  type FindManner,
  type IllicitGround,
  type IntendedUse,
  type Question,
  type Undertaking,
} from '../question.js';
import { FirearmDto, toFirearm } from './firearm.dto.js';
import { given } from './given.js';
import { LINE, NARRATIVE, REASON } from './limits.js';
import { StatedNarrativeDto, toStated } from './stated.dto.js';

/** Why the firearm is illicit (ITI 6), with the legal justification (17(a)). */
export class IllicitnessDto {
  @ListOf(ILLICIT_GROUNDS, { max: ILLICIT_GROUNDS.length, optional: true, example: ['6a'] })
  readonly grounds?: readonly IllicitGround[];

  @Nested(() => StatedNarrativeDto, { optional: true })
  readonly legalJustification?: StatedNarrativeDto;
}

/** How the firearm came into the State's hands. Only the State of the find may ask (ITI 16). */
export class FindDto {
  @KnownState({ optional: true, example: 'QR' })
  readonly stateOfFind?: string;

  @OneOf(FIND_MANNERS, { optional: true, example: 'seized' })
  readonly manner?: FindManner;

  @LocalDateField({ past: true, optional: true, example: '2026-02-14' })
  readonly on?: string;

  @Line(LINE, { optional: true })
  readonly place?: string;

  @Nested(() => StatedNarrativeDto, { optional: true })
  readonly circumstances?: StatedNarrativeDto;
}

/** What the answer is for (17(c)), or why that cannot be said. */
@ExactlyOneOf('uses', 'unknownBecause')
export class IntendedUseDto {
  @ListOf(INTENDED_USES, { max: INTENDED_USES.length, min: 1, optional: true, example: ['investigation'] })
  readonly uses?: readonly IntendedUse[];

  @Narrative(NARRATIVE, { optional: true })
  readonly details?: string;

  @Narrative(REASON, { optional: true })
  readonly unknownBecause?: string;
}

/** Whether confidentiality and restrictions on use can be guaranteed, said before anything is exchanged (ITI 15). */
export class UndertakingDto {
  @Flag()
  readonly guaranteed!: boolean;

  @Narrative(REASON, { optional: true, description: 'Why it cannot be guaranteed.' })
  readonly because?: string;
}

/** What the request says, in sections. Protected. */
export class QuestionDto {
  @Nested(() => IllicitnessDto, { optional: true })
  readonly illicitness?: IllicitnessDto;

  @Nested(() => FindDto, { optional: true })
  readonly find?: FindDto;

  @Nested(() => FirearmDto, { optional: true })
  readonly firearm?: FirearmDto;

  @Nested(() => IntendedUseDto, { optional: true })
  readonly intendedUse?: IntendedUseDto;

  @Nested(() => UndertakingDto, { optional: true })
  readonly undertaking?: UndertakingDto;

  @Narrative(REASON, { optional: true, description: 'Why the request is urgent.' })
  readonly urgentBecause?: string;
}

export function toQuestion(dto: QuestionDto): Question {
  return given({
    illicitness:
      dto.illicitness &&
      given({ grounds: dto.illicitness.grounds, legalJustification: stated(dto.illicitness.legalJustification) }),
    find: dto.find && toFind(dto.find),
    firearm: dto.firearm && toFirearm(dto.firearm),
    intendedUse: dto.intendedUse && toIntendedUse(dto.intendedUse),
    undertaking: dto.undertaking && toUndertaking(dto.undertaking),
    urgentBecause: dto.urgentBecause,
  });
}

/** The question in the shape in which it was sent: what is read can be sent again. */
export function asSent(question: Question): Omit<Question, 'intendedUse'> & { readonly intendedUse?: object } {
  const { intendedUse, ...sections } = question;
  if (!intendedUse) return sections;
  return { ...sections, intendedUse: 'value' in intendedUse ? intendedUse.value : intendedUse };
}

function toFind(dto: FindDto): Find {
  return given({
    stateOfFind: dto.stateOfFind === undefined ? undefined : stateCode(dto.stateOfFind),
    manner: dto.manner,
    on: dto.on,
    place: dto.place,
    circumstances: stated(dto.circumstances),
  });
}

function toIntendedUse({ uses, details, unknownBecause }: IntendedUseDto): NonNullable<Question['intendedUse']> {
  return uses ? { value: given({ uses, details }) } : { unknownBecause: unknownBecause ?? '' };
}

function toUndertaking({ guaranteed, because }: UndertakingDto): Undertaking {
  return guaranteed ? { guaranteed } : { guaranteed, because: because ?? '' };
}

function stated(dto: StatedNarrativeDto | undefined): ReturnType<typeof toStated<string>> | undefined {
  return dto && toStated(dto);
}
