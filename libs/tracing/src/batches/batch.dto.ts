import { Sealed, idOf, stateCode, type BatchId, type RequestId } from '@tracedesk/kernel';
import { KnownState } from '@tracedesk/directory';
import { Line, ListOf, Nested, Uuid, WholeNumber } from '@tracedesk/platform';
import { RequestTermsDto, termsOf } from '../dto/draft.dto.js';
import { FirearmDto, toFirearm } from '../dto/firearm.dto.js';
import { given } from '../dto/given.js';
import { BATCH_FIREARMS, LINE } from '../dto/limits.js';
import { CommonQuestionDto, toCommonQuestion } from '../dto/question.dto.js';
import { OVERRIDES, OverrideDto, toOverrides, type NewOverride } from '../dto/traceability.dto.js';
import type { BatchFirearm, NewBatch } from './new-batch.js';
import type { RowRead } from './request-batch.js';

const HIGHEST_VERSION = 999_999_999;

/** One firearm of a batch, and what is said of it alone. */
export class BatchFirearmDto extends FirearmDto {
  @KnownState({ optional: true, description: 'The State that is asked about this one.' })
  readonly requestedState?: string;

  @Line(LINE, { optional: true, description: "The requesting State's own file reference of this one." })
  readonly ownReference?: string;

  @Line(LINE, { optional: true, description: "The source's own number of the record of this one." })
  readonly sourceReference?: string;
}

/** Requests about several firearms with one common part: as many drafts, or none. */
export class BatchDto extends RequestTermsDto {
  @Nested(() => CommonQuestionDto, { optional: true })
  readonly question?: CommonQuestionDto;

  @ListOf(() => BatchFirearmDto, {
    max: BATCH_FIREARMS,
    min: 1,
    description:
      'Whom a firearm asks: the State named with it, else the one named for the batch, else the one its marks point to.',
  })
  readonly firearms!: readonly BatchFirearmDto[];

  toCommand(): NewBatch {
    return {
      terms: termsOf(this),
      question: Sealed.of(this.question ? toCommonQuestion(this.question) : {}),
      firearms: Sealed.of(this.firearms.map(toBatchFirearm)),
    };
  }
}

/** A request of the batch, at the version that was read. */
export class BatchRowDto {
  @Uuid()
  readonly requestId!: string;

  @WholeNumber({ min: 1, max: HIGHEST_VERSION, description: 'As the batch showed it.' })
  readonly version!: number;
}

/** Which requests of the batch: those of one group, or any others; all of them where none is named. */
export class BatchRowsDto {
  @ListOf(() => BatchRowDto, { max: BATCH_FIREARMS, min: 1, optional: true })
  readonly requests?: readonly BatchRowDto[];

  toRows(): readonly RowRead[] | null {
    return this.requests?.map(({ requestId, version }) => ({ requestId: idOf<RequestId>(requestId), version })) ?? null;
  }
}

/** The check of these requests was read; a warning may be overridden for all of them that have it, with one reason. */
export class CheckBatchDto extends BatchRowsDto {
  @ListOf(() => OverrideDto, {
    max: OVERRIDES,
    optional: true,
    description: 'Warnings that are no reason to hold requests back, each with the reason why. The reasons are kept, sealed.',
  })
  readonly overrides?: readonly OverrideDto[];

  toOverrides(): readonly NewOverride[] {
    return toOverrides(this.overrides);
  }
}

export class BatchIdParam {
  @Uuid()
  readonly id!: string;

  get batchId(): BatchId {
    return idOf<BatchId>(this.id);
  }
}

function toBatchFirearm(dto: BatchFirearmDto): BatchFirearm {
  return given({
    firearm: toFirearm(dto),
    requestedState: dto.requestedState === undefined ? undefined : stateCode(dto.requestedState),
    requestingReference: dto.ownReference,
    sourceReference: dto.sourceReference,
  });
}
