import { ExactlyOneOf, Flag, ListOf, Narrative, Nested, OneOf } from '@tracedesk/platform';
import {
  INTENDED_USES,
  REQUEST_LANGUAGES,
  REQUEST_SUBJECTS,
  URGENT_REASONS,
  type EarlierSteps,
  type IntendedUse,
  type Question,
  type RequestLanguage,
  type RequestSubject,
  type Undertaking,
  type UrgentReason,
} from '../question.js';
import { FindDto, toFind } from './find.dto.js';
import { FirearmDto, toFirearm } from './firearm.dto.js';
import { given } from './given.js';
import { IllicitnessDto, toIllicitness } from './illicitness.dto.js';
import { NARRATIVE, REASON } from './limits.js';
import { OwnRestrictionsDto, toRestrictions } from './own-restrictions.dto.js';
import { StatedLineDto, toStated } from './stated.dto.js';

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

/** What was done before another State is asked: the reference or the result, or why it was not done. */
export class EarlierStepsDto {
  @Nested(() => StatedLineDto, { optional: true })
  readonly domesticCheck?: StatedLineDto;

  @Nested(() => StatedLineDto, { optional: true, description: 'A query of iARMS.' })
  readonly iarms?: StatedLineDto;

  @Nested(() => StatedLineDto, { optional: true, description: 'A look into the INTERPOL Firearms Reference Table.' })
  readonly referenceTable?: StatedLineDto;
}

/** What the request says besides the firearm: common to all requests of a batch. Protected. */
export class CommonQuestionDto {
  @OneOf(REQUEST_SUBJECTS, {
    optional: true,
    description: 'Parts, components and ammunition lie outside the ITI: they need another legal basis.',
  })
  readonly subject?: RequestSubject;

  @Nested(() => IllicitnessDto, { optional: true })
  readonly illicitness?: IllicitnessDto;

  @Nested(() => FindDto, { optional: true })
  readonly find?: FindDto;

  @Nested(() => IntendedUseDto, { optional: true })
  readonly intendedUse?: IntendedUseDto;

  @Nested(() => UndertakingDto, { optional: true })
  readonly undertaking?: UndertakingDto;

  @Nested(() => OwnRestrictionsDto, { optional: true })
  readonly restrictions?: OwnRestrictionsDto;

  @Nested(() => EarlierStepsDto, { optional: true })
  readonly earlierSteps?: EarlierStepsDto;

  @OneOf(REQUEST_LANGUAGES, { optional: true, description: 'The language the request is written in.' })
  readonly language?: RequestLanguage;

  @OneOf(URGENT_REASONS, { optional: true, description: 'Why the request is urgent, in a code.' })
  readonly urgentReason?: UrgentReason;

  @Narrative(REASON, { optional: true, description: 'Why the request is urgent.' })
  readonly urgentBecause?: string;
}

/** What the request says, in sections. Protected. */
export class QuestionDto extends CommonQuestionDto {
  @Nested(() => FirearmDto, { optional: true })
  readonly firearm?: FirearmDto;
}

export function toQuestion(dto: QuestionDto): Question {
  return given({ ...toCommonQuestion(dto), firearm: dto.firearm && toFirearm(dto.firearm) });
}

export function toCommonQuestion(dto: CommonQuestionDto): Omit<Question, 'firearm'> {
  return given({
    subject: dto.subject,
    illicitness: dto.illicitness && toIllicitness(dto.illicitness),
    find: dto.find && toFind(dto.find),
    intendedUse: dto.intendedUse && toIntendedUse(dto.intendedUse),
    undertaking: dto.undertaking && toUndertaking(dto.undertaking),
    restrictions: dto.restrictions && toRestrictions(dto.restrictions),
    earlierSteps: dto.earlierSteps && toEarlierSteps(dto.earlierSteps),
    language: dto.language,
    urgentReason: dto.urgentReason,
    urgentBecause: dto.urgentBecause,
  });
}

/** The question in the shape in which it was sent: what is read can be sent again. */
export function asSent(question: Question): Omit<Question, 'intendedUse'> & { readonly intendedUse?: object } {
  const { intendedUse, ...sections } = question;
  if (!intendedUse) return sections;
  return { ...sections, intendedUse: 'value' in intendedUse ? intendedUse.value : intendedUse };
}

function toIntendedUse({ uses, details, unknownBecause }: IntendedUseDto): NonNullable<Question['intendedUse']> {
  return uses ? { value: given({ uses, details }) } : { unknownBecause: unknownBecause ?? '' };
}

function toUndertaking({ guaranteed, because }: UndertakingDto): Undertaking {
  return guaranteed ? { guaranteed } : { guaranteed, because: because ?? '' };
}

function toEarlierSteps({ domesticCheck, iarms, referenceTable }: EarlierStepsDto): EarlierSteps {
  return given({
    domesticCheck: domesticCheck && toStated(domesticCheck),
    iarms: iarms && toStated(iarms),
    referenceTable: referenceTable && toStated(referenceTable),
  });
}
