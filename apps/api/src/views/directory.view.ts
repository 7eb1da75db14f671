import { ApiProperty } from '@nestjs/swagger';
import {
  CONTACT_WARNINGS,
  ContactPointVersionView,
  ContactPointView,
  MarkingPracticeView,
  PROTOCOL_STANDINGS,
  type ProtocolStanding,
} from '@tracedesk/directory';

/** The office that a request on one legal basis goes to. */
export class ContactChoiceView {
  @ApiProperty({ type: ContactPointView }) readonly contactPoint!: ContactPointView;
  @ApiProperty({ enum: CONTACT_WARNINGS, isArray: true, description: 'What to know about it; none stops a request.' })
  readonly warnings!: readonly string[];
}

/** Whether a State is a party to the Firearms Protocol, as a source says. Nothing in the desk decides by it. */
export class ProtocolStatusView {
  @ApiProperty({ enum: PROTOCOL_STANDINGS }) readonly standing!: ProtocolStanding;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When its instrument was deposited.' })
  readonly depositedOn!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly source!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The day of which the source speaks.' })
  readonly asOf!: string | null;
}

export class ContactPointListView {
  @ApiProperty({ type: [ContactPointView] }) readonly items!: readonly ContactPointView[];
  @ApiProperty({ type: ProtocolStatusView, description: 'For reading only; ask the depositary before you rely on it.' })
  readonly firearmsProtocol!: ProtocolStatusView;
  @ApiProperty({ type: ContactChoiceView, nullable: true, required: false, description: 'Where `legalBasis` was asked for.' })
  readonly chosen?: ContactChoiceView | null;
}

export class ContactPointHistoryView {
  @ApiProperty({ type: [ContactPointVersionView] }) readonly items!: readonly ContactPointVersionView[];
}

export class MarkingPracticeListView {
  @ApiProperty({ type: [MarkingPracticeView] }) readonly items!: readonly MarkingPracticeView[];
}
