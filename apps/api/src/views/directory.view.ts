import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_WARNINGS, ContactPointVersionView, ContactPointView, MarkingPracticeView } from '@tracedesk/directory';

/** The office that a request on one legal basis goes to. */
export class ContactChoiceView {
  @ApiProperty({ type: ContactPointView }) readonly contactPoint!: ContactPointView;
  @ApiProperty({ enum: CONTACT_WARNINGS, isArray: true, description: 'What to know about it; none stops a request.' })
  readonly warnings!: readonly string[];
}

export class ContactPointListView {
  @ApiProperty({ type: [ContactPointView] }) readonly items!: readonly ContactPointView[];
  @ApiProperty({ type: ContactChoiceView, nullable: true, required: false, description: 'Where `legalBasis` was asked for.' })
  readonly chosen?: ContactChoiceView | null;
}

export class ContactPointHistoryView {
  @ApiProperty({ type: [ContactPointVersionView] }) readonly items!: readonly ContactPointVersionView[];
}

export class MarkingPracticeListView {
  @ApiProperty({ type: [MarkingPracticeView] }) readonly items!: readonly MarkingPracticeView[];
}
