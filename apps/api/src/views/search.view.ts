import { ApiProperty } from '@nestjs/swagger';
import { CERTAINTIES, SERIAL_KEY_CLASSES, SERIAL_KEY_CLASS_NAMES } from '@tracedesk/firearms';
import { MATCH_CLASSES, SEARCH_FIELDS } from '@tracedesk/tracing';
import { RequestSummaryView } from './request-summary.view.js';

/** The classes of serial keys with their reasons, as the room says them. */
const CLASSES = [
  'The surest class of keys in which the two meet.',
  ...SERIAL_KEY_CLASS_NAMES.map((name) => `\`${name}\`: ${SERIAL_KEY_CLASSES[name].reason}`),
].join(' ');

/** How a request meets one of the fields that were searched for. */
export class MatchView {
  @ApiProperty({ enum: SEARCH_FIELDS }) readonly field!: string;
  @ApiProperty({ enum: MATCH_CLASSES, description: CLASSES }) readonly class!: string;
  @ApiProperty({ enum: CERTAINTIES, description: 'How sure a match of that class is.' }) readonly certainty!: string;
}

/** A request of the own State: open fields only, and how it matches. */
export class FoundRequestView {
  @ApiProperty({ type: RequestSummaryView }) readonly request!: RequestSummaryView;
  @ApiProperty({ type: [MatchView] }) readonly matches!: readonly MatchView[];
}

/** What was found, the surest first; at most 50. */
export class SearchResultView {
  @ApiProperty({ type: [FoundRequestView] }) readonly items!: readonly FoundRequestView[];
}
