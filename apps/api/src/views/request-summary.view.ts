import { ApiProperty } from '@nestjs/swagger';
import {
  ACTIONS_AT_THE_DESK,
  ASKED_ELEMENTS,
  FINDINGS,
  LEGAL_BASES,
  LIMITATION_GROUNDS,
  OBSTACLES,
  OUTCOMES,
  PRIORITIES,
  RESPONSE_KINDS,
  STAGES,
  STATUSES,
} from '@tracedesk/tracing';
import { CLOCK_NAMES } from '@tracedesk/deadlines';
import { CONTACT_WARNINGS } from '@tracedesk/directory';

const INSTANT = { type: String, format: 'date-time' } as const;
const NO_INSTANT = { ...INSTANT, nullable: true } as const;
const NO_TEXT = { type: String, nullable: true } as const;
const NO_DAY = { type: String, format: 'date', nullable: true } as const;
const STATE = { type: String, example: 'QM' } as const;

/** One clock of a request. */
export class DeadlineView {
  @ApiProperty({ enum: CLOCK_NAMES }) readonly clock!: string;
  @ApiProperty({ enum: ['runs', 'paused', 'settled', 'off'] }) readonly state!: string;
  @ApiProperty({ ...STATE, description: 'Who has to act.' }) readonly actingState!: string;
  @ApiProperty({ example: 'Europe/Paris', description: 'The zone in which its days are counted.' }) readonly timeZone!: string;
  @ApiProperty(INSTANT) readonly firstDueAt!: string;
  @ApiProperty({ ...INSTANT, description: 'The first instant after the last day.' }) readonly dueAt!: string;
  @ApiProperty(NO_INSTANT) readonly settledAt!: string | null;
  @ApiProperty(NO_INSTANT) readonly missedAt!: string | null;
  @ApiProperty() readonly overdue!: boolean;
  @ApiProperty({ type: 'integer', description: 'How often the present count was paused.' }) readonly pauses!: number;
  @ApiProperty({ description: 'Counted in hours: due at the instant, not at the end of a day.' }) readonly exact!: boolean;
  @ApiProperty({ example: 'ITI-DEFAULT', description: 'The profile frozen at submission.' }) readonly profile!: string;
}

/** The office of the State asked that a request was addressed to. */
export class AddressedOfficeView {
  @ApiProperty({ format: 'uuid' }) readonly contactPointId!: string;
  @ApiProperty({ type: 'integer', description: 'As it stood at submission: see its history.' }) readonly version!: number;
  @ApiProperty({ description: 'Its name today.' }) readonly office!: string;
  @ApiProperty({ enum: CONTACT_WARNINGS, isArray: true, description: 'What was to be known about it then.' })
  readonly warnings!: readonly string[];
}

/** How often one element of ITI 17 was asked about. */
export class ElementRoundsView {
  @ApiProperty({ enum: ASKED_ELEMENTS }) readonly element!: string;
  @ApiProperty({ type: 'integer' }) readonly rounds!: number;
}

/** The open part of the newest response. */
export class ResponseSummaryView {
  @ApiProperty({ enum: RESPONSE_KINDS }) readonly kind!: string;
  @ApiProperty({ ...NO_TEXT, enum: Object.keys(FINDINGS) }) readonly finding!: string | null;
  @ApiProperty({ ...NO_TEXT, enum: LIMITATION_GROUNDS }) readonly ground!: string | null;
  @ApiProperty(INSTANT) readonly respondedAt!: string;
}

/** A request as one of its parties sees it: open fields only. */
export class RequestSummaryView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX-4V8' }) readonly reference!: string;
  @ApiProperty({ ...STATE, example: 'QR' }) readonly requestingState!: string;
  @ApiProperty({ ...STATE, nullable: true }) readonly requestedState!: string | null;
  @ApiProperty({ enum: ['incoming', 'outgoing'] }) readonly direction!: string;
  @ApiProperty({ ...NO_TEXT, enum: STAGES, description: 'A draft has none.' }) readonly stage!: string | null;
  @ApiProperty({ enum: STATUSES }) readonly status!: string;
  @ApiProperty({ enum: PRIORITIES }) readonly priority!: string;
  @ApiProperty({ enum: LEGAL_BASES }) readonly legalBasis!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty(NO_TEXT) readonly requestingReference!: string | null;
  @ApiProperty(NO_TEXT) readonly requestedReference!: string | null;
  @ApiProperty(NO_DAY) readonly expectedResponseOn!: string | null;
  @ApiProperty(NO_DAY) readonly delayedUntil!: string | null;
  @ApiProperty(NO_INSTANT) readonly submittedAt!: string | null;
  @ApiProperty(NO_INSTANT) readonly respondedAt!: string | null;
  @ApiProperty(NO_INSTANT) readonly closedAt!: string | null;
  @ApiProperty(INSTANT) readonly updatedAt!: string;
  @ApiProperty({ ...NO_TEXT, enum: Object.keys(OUTCOMES) }) readonly outcome!: string | null;
  @ApiProperty({ ...NO_TEXT, enum: OBSTACLES, description: 'What stood in the way, of a request closed without a trace.' })
  readonly obstacle!: string | null;
  @ApiProperty({ ...NO_TEXT, enum: ['linked', 'waived'] }) readonly followUp!: string | null;
  @ApiProperty({ ...NO_TEXT, format: 'uuid', description: 'Told to the requesting State only.' }) readonly followUpRequestId!:
    string | null;
  @ApiProperty({ ...NO_TEXT, enum: ASKED_ELEMENTS, description: 'What additional information is asked about now.' })
  readonly askedElement!: string | null;
  @ApiProperty({ type: [ElementRoundsView] }) readonly informationRounds!: readonly ElementRoundsView[];
  @ApiProperty({
    enum: ASKED_ELEMENTS,
    isArray: true,
    description: 'Declared not available: asked for again, they pause no clock.',
  })
  readonly notAvailable!: readonly string[];
  @ApiProperty({ type: 'integer' }) readonly clarificationRounds!: number;
  @ApiProperty({ ...NO_TEXT, example: 'QM', description: 'The State that a redirect named, or `unknown`.' })
  readonly believedState!: string | null;
  @ApiProperty({ type: ResponseSummaryView, nullable: true }) readonly response!: ResponseSummaryView | null;
  @ApiProperty(NO_INSTANT) readonly nextDueAt!: string | null;
  @ApiProperty() readonly overdue!: boolean;
  @ApiProperty({ type: AddressedOfficeView, nullable: true, required: false, description: 'Where one request is read (ITI 25).' })
  readonly contactPoint?: AddressedOfficeView | null;
  @ApiProperty({ type: [DeadlineView], required: false, description: 'Where one request is read; absent in lists.' })
  readonly deadlines?: readonly DeadlineView[];
  @ApiProperty({ enum: ACTIONS_AT_THE_DESK, isArray: true, description: 'What this reader may do now.' })
  readonly actions!: readonly string[];
}

/** One page of a list. */
export class RequestPageView {
  @ApiProperty({ type: [RequestSummaryView] }) readonly items!: readonly RequestSummaryView[];
  @ApiProperty({ ...NO_TEXT, description: 'The cursor of the next page; null on the last.' }) readonly next!: string | null;
}

export class DeadlineListView {
  @ApiProperty({ type: [DeadlineView] }) readonly items!: readonly DeadlineView[];
}
