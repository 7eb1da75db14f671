import { ApiProperty } from '@nestjs/swagger';
import { CERTAINTIES, FAILURE_CAUSES, TRACEABILITY_RULES } from '@tracedesk/firearms';
import { ROW_OUTCOMES, STATUSES, StatedLineDto, type CheckedRow, type SubmittedRow } from '@tracedesk/tracing';
import { RouteView, routeView } from './routing.view.js';
import type { FirearmsOfGroup } from '@tracedesk/tracing';
import type { Sealed } from '@tracedesk/kernel';

const RULES = Object.keys(TRACEABILITY_RULES);
const COUNT = { type: 'integer' } as const;
const PLACE = { ...COUNT, description: 'Its place in the list the batch was made from, counted from 0.' } as const;

/** Requests drafted together: open fields, known to their own State alone. */
export class RequestBatchView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'QX' }) readonly state!: string;
  @ApiProperty({ type: String, nullable: true }) readonly ownReference!: string | null;
  @ApiProperty({ ...COUNT, description: 'How many requests were drafted.' }) readonly size!: number;
  @ApiProperty({ ...COUNT, description: 'Not yet sent.' }) readonly drafts!: number;
  @ApiProperty({ ...COUNT, description: 'Sent, whatever became of them.' }) readonly submitted!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly createdAt!: Date;
}

export class RequestBatchListView {
  @ApiProperty({ type: [RequestBatchView] }) readonly items!: readonly RequestBatchView[];
}

class RowFindingView {
  @ApiProperty({ enum: RULES }) readonly rule!: string;
  @ApiProperty({ enum: ['warning', 'advice'] }) readonly severity!: string;
  @ApiProperty({ example: 'question.firearm.calibre', description: 'What would have to change to cure it.' })
  readonly field!: string;
  @ApiProperty({ enum: Object.keys(FAILURE_CAUSES) }) readonly cause!: string;
  @ApiProperty({ description: 'Where that cause is published.' }) readonly source!: string;
  @ApiProperty({ enum: CERTAINTIES }) readonly certainty!: string;
  @ApiProperty({ enum: ['description', 'override'], type: String, nullable: true }) readonly answered!: string | null;
}

class RowCheckView {
  @ApiProperty({ description: 'Whether it was read for the draft as it stands.' }) readonly read!: boolean;
  @ApiProperty({ type: [RowFindingView] }) readonly findings!: readonly RowFindingView[];
  @ApiProperty({ enum: RULES, isArray: true, description: 'Warnings that stand in the way of a submission.' })
  readonly unanswered!: readonly string[];
  @ApiProperty({ ...COUNT, description: "Earlier questions of the own State's about what may be the same weapon." })
  readonly askedBefore!: number;
}

class BatchRowView {
  @ApiProperty(PLACE) readonly place!: number;
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX-4V8' }) readonly reference!: string;
  @ApiProperty({ type: String, nullable: true, example: 'QN' }) readonly requestedState!: string | null;
  @ApiProperty({ enum: STATUSES }) readonly status!: string;
  @ApiProperty(COUNT) readonly version!: number;
  @ApiProperty({ type: RowCheckView, nullable: true, description: 'Null once it was sent.' })
  readonly check!: RowCheckView | null;
}

class BatchGroupView {
  @ApiProperty({ ...COUNT, description: 'Counted from 1.' }) readonly number!: number;
  @ApiProperty({ type: [BatchRowView] }) readonly requests!: readonly BatchRowView[];
}

/** A batch with its groups: firearms of the same model and most recent import mark. Which these are is protected. */
export class BatchInGroupsView extends RequestBatchView {
  @ApiProperty({ type: [BatchGroupView] }) readonly groups!: readonly BatchGroupView[];
}

class GroupImportMarkView {
  @ApiProperty({ example: 'QN' }) readonly state!: string;
  @ApiProperty({ ...COUNT, nullable: true }) readonly year!: number | null;
}

class ListedFirearmView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty(PLACE) readonly place!: number;
  @ApiProperty({ type: StatedLineDto, nullable: true }) readonly serialNumber!: object | null;
  @ApiProperty({ type: RouteView, nullable: true, description: 'Whom its marks point to. Advice: the officer decides.' })
  readonly proposal!: object | null;
}

class FirearmsOfGroupView {
  @ApiProperty(COUNT) readonly number!: number;
  @ApiProperty({ type: String, nullable: true, example: 'VAW' }) readonly make!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'R5' }) readonly model!: string | null;
  @ApiProperty({ type: GroupImportMarkView, nullable: true, description: 'The most recent one.' })
  readonly importMark!: GroupImportMarkView | null;
  @ApiProperty({ type: [ListedFirearmView] }) readonly firearms!: readonly ListedFirearmView[];
}

/** What the requests of a batch are about, group by group. Protected. */
export class BatchFirearmsView {
  @ApiProperty({ type: [FirearmsOfGroupView] }) readonly groups!: readonly FirearmsOfGroupView[];

  static of(groups: Sealed<readonly FirearmsOfGroup[]>, reachable: ReadonlySet<string>): BatchFirearmsView {
    return {
      groups: groups.reveal().map(({ firearms, ...group }) => ({
        ...group,
        firearms: firearms.map(({ proposal, ...one }) => ({
          ...one,
          proposal: proposal && routeView(proposal, reachable.has(proposal.state)),
        })),
      })),
    };
  }
}

class RowProblemView {
  @ApiProperty({ example: 'HOST_CONSENT_REQUIRED' }) readonly code!: string;
  @ApiProperty({ required: false, example: 'question.find.source.hostConsent' }) readonly field?: string;
  @ApiProperty({ required: false, example: '16' }) readonly paragraph?: string;
  @ApiProperty({ required: false, type: Object }) readonly details?: object;
}

class ReportedRowView {
  @ApiProperty(PLACE) readonly place!: number;
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX-4V8' }) readonly reference!: string;
  @ApiProperty({ type: RowProblemView, nullable: true, description: 'Why nothing was done to this one.' })
  readonly problem!: object | null;
}

class SubmittedRowView extends ReportedRowView {
  @ApiProperty({ enum: ROW_OUTCOMES }) readonly outcome!: string;
}

class CheckedRowView extends ReportedRowView {
  @ApiProperty({ description: 'Whether the check counts as read for the draft as it stands.' }) readonly read!: boolean;
  @ApiProperty({ enum: RULES, isArray: true }) readonly unanswered!: readonly string[];
}

/** What became of each request. */
export class SubmittedBatchView {
  @ApiProperty({ type: [SubmittedRowView] }) readonly items!: readonly SubmittedRowView[];
  @ApiProperty({ ...COUNT, description: 'Sent by this act.' }) readonly submitted!: number;
  @ApiProperty(COUNT) readonly notSubmitted!: number;

  static of(items: readonly SubmittedRow[]): SubmittedBatchView {
    const count = (outcome: SubmittedRow['outcome']): number => items.filter((row) => row.outcome === outcome).length;
    return { items, submitted: count('submitted'), notSubmitted: count('not_submitted') };
  }
}

export class CheckedBatchView {
  @ApiProperty({ type: [CheckedRowView] }) readonly items!: readonly CheckedRow[];
}
