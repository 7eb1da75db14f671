import { KnownState } from '@tracedesk/directory';
import { idOf, stateCode, type CaseId, type RequestId } from '@tracedesk/kernel';
import { Flag, Line, ListOf, LocalDateField, OneOf, PartialDateField, Uuid } from '@tracedesk/platform';
import { NeededWith, OnlyWith } from '../dto/goes-with.decorator.js';
import { given } from '../dto/given.js';
import { LINE } from '../dto/limits.js';
import { FIND_MANNERS, type FindManner } from '../question.js';
import { DIVERSION_BASES, type DiversionBasis } from '../response-item.js';
import type { OpenCase } from './keep-case.service.js';
import { CONCLUSION_KINDS, KINDS_OF_DIVERSION, type CaseConclusion, type KindOfDiversion } from './weapon-case.js';

/** As many requests as one weapon can take: a chain is rarely longer than a handful of States. */
const REQUESTS_OF_A_CASE = 50;

/** The case of one weapon: how it came into the State's hands, and the requests about it. */
export class OpenCaseDto {
  @OneOf(FIND_MANNERS, { example: 'seized' })
  readonly manner!: FindManner;

  @Flag({ optional: true, description: 'Of a seizure: in relation to a criminal offence; true where it is not said.' })
  readonly criminalOffence?: boolean;

  @Flag({ description: 'Whether its marks tell it from every other weapon.' })
  readonly uniquelyMarked!: boolean;

  @Line(LINE, { optional: true, example: 'EXH-2026-17' })
  readonly ownReference?: string;

  @ListOf('uuid', { max: REQUESTS_OF_A_CASE, optional: true, description: 'Requests and drafts of the own State about it.' })
  readonly requestIds?: readonly string[];

  toCommand(): OpenCase {
    const { manner, criminalOffence = true, uniquelyMarked, ownReference = null, requestIds = [] } = this;
    return { manner, criminalOffence, uniquelyMarked, ownReference, requestIds: requestIds.map((id) => idOf<RequestId>(id)) };
  }
}

export class JoinCaseDto {
  @Uuid({ description: 'A request or a draft of the own State.' })
  readonly requestId!: string;
}

export class MergeCaseDto {
  @Uuid({ description: 'The other case of the same weapon, which goes up in this one.' })
  readonly caseId!: string;
}

/** What the case comes to. */
export class ConcludeCaseDto {
  @OneOf(CONCLUSION_KINDS, { example: 'point_of_diversion' })
  readonly kind!: CaseConclusion['kind'];

  @OneOf(DIVERSION_BASES, { optional: true, description: 'Established by tracing, or by an authority by other means.' })
  @NeededWith('kind', 'point_of_diversion')
  readonly basis?: DiversionBasis;

  @OneOf(KINDS_OF_DIVERSION, { optional: true, example: 'loss_or_theft' })
  @NeededWith('kind', 'point_of_diversion')
  readonly event?: KindOfDiversion;

  @KnownState({ optional: true, example: 'QS' })
  @NeededWith('kind', 'point_of_diversion')
  readonly state?: string;

  @PartialDateField({ past: true, optional: true, example: '2016' })
  @OnlyWith('kind', 'point_of_diversion')
  readonly on?: string;

  toCommand(): CaseConclusion {
    if (this.kind !== 'point_of_diversion') return { kind: this.kind };
    const { basis = 'authority', event = 'other', state = '', on } = this;
    return given({ kind: this.kind, basis, event, state: stateCode(state), on });
  }
}

export class CaseIdParam {
  @Uuid()
  readonly id!: string;

  get caseId(): CaseId {
    return idOf<CaseId>(this.id);
  }
}

/** Which cases are counted: those opened within these days. */
export class TallyQuery {
  @LocalDateField({ optional: true, example: '2026-01-01' })
  readonly from?: string;

  @LocalDateField({ optional: true, example: '2026-12-31' })
  readonly until?: string;
}
