import { KnownState } from '@tracedesk/directory';
import { stateCode } from '@tracedesk/kernel';
import { Line, ListOf, LocalDateField, Narrative, Nested, OneOf } from '@tracedesk/platform';
import {
  FIND_CONTEXTS,
  FIND_MANNERS,
  SOURCE_KINDS,
  type DataSource,
  type Find,
  type FindContext,
  type FindManner,
  type SourceKind,
} from '../question.js';
import { given } from './given.js';
import { LINE, REASON } from './limits.js';
import { StatedLineDto, StatedNarrativeDto, toStated } from './stated.dto.js';

/** The recorded agreement of the State on whose territory a mission works. */
export class HostConsentDto {
  @LocalDateField({ past: true, example: '2026-02-10' })
  readonly on!: string;

  @Line(LINE, { description: 'The authority that gave it.' })
  readonly by!: string;

  @Line(LINE, { optional: true })
  readonly reference?: string;
}

/** Who recorded the firearm where it was no authority of the State: a source of data, which cannot ask (ITI 16). */
export class DataSourceDto {
  @OneOf(SOURCE_KINDS, { example: 'peace_operation' })
  readonly kind!: SourceKind;

  @Line(LINE)
  readonly name!: string;

  @Line(LINE, { optional: true, description: "The source's own number of the record." })
  readonly reference?: string;

  @Nested(() => HostConsentDto, { optional: true, description: 'Needed of a peace operation.' })
  readonly hostConsent?: HostConsentDto;
}

/** Another State in whose jurisdiction the find could be seen to lie. */
export class OtherPossibleStateDto {
  @KnownState({ example: 'QP' })
  readonly state!: string;

  @Narrative(REASON, { description: 'Why this State asks and not the other.' })
  readonly because!: string;
}

/** How the firearm came into the State's hands. Only the State of the find may ask (ITI 16). */
export class FindDto {
  @KnownState({ optional: true, example: 'QR' })
  readonly stateOfFind?: string;

  @Nested(() => OtherPossibleStateDto, { optional: true })
  readonly otherPossibleState?: OtherPossibleStateDto;

  @OneOf(FIND_MANNERS, { optional: true, example: 'seized' })
  readonly manner?: FindManner;

  @LocalDateField({ past: true, optional: true, example: '2026-02-14' })
  readonly on?: string;

  @Line(LINE, { optional: true })
  readonly place?: string;

  @Nested(() => StatedNarrativeDto, { optional: true })
  readonly circumstances?: StatedNarrativeDto;

  @ListOf(FIND_CONTEXTS, { max: FIND_CONTEXTS.length, optional: true, example: ['crime'] })
  readonly contexts?: readonly FindContext[];

  @Nested(() => StatedLineDto, { optional: true, description: 'The Security Council resolution of the embargo (ITI 6(b)).' })
  readonly resolution?: StatedLineDto;

  @Nested(() => DataSourceDto, { optional: true })
  readonly source?: DataSourceDto;
}

export function toFind(dto: FindDto): Find {
  const { otherPossibleState: other } = dto;
  return given({
    stateOfFind: dto.stateOfFind === undefined ? undefined : stateCode(dto.stateOfFind),
    otherPossibleState: other && { state: stateCode(other.state), because: other.because },
    manner: dto.manner,
    on: dto.on,
    place: dto.place,
    circumstances: dto.circumstances && toStated(dto.circumstances),
    contexts: dto.contexts,
    resolution: dto.resolution && toStated(dto.resolution),
    source: dto.source && toSource(dto.source),
  });
}

function toSource({ kind, name, reference, hostConsent }: DataSourceDto): DataSource {
  return given({
    kind,
    name,
    reference,
    hostConsent: hostConsent && given({ on: hostConsent.on, by: hostConsent.by, reference: hostConsent.reference }),
  });
}
