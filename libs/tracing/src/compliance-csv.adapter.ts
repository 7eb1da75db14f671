import { writeTable } from '@tracedesk/platform';
import { ACKNOWLEDGEMENT_FIGURES, ANSWER_FIGURES, type ComplianceFigures } from './compliance.js';
import { RESPONSE_KINDS } from './response.js';

const COLUMNS: Readonly<Record<string, (figures: ComplianceFigures) => string | number>> = {
  requested_state: ({ requestedState }) => requestedState,
  requesting_state: ({ requestingState }) => requestingState,
  requests: ({ requests }) => requests,
  misrouted: ({ misrouted }) => misrouted,
  ...Object.fromEntries(
    ACKNOWLEDGEMENT_FIGURES.map((name) => [
      `acknowledged_${name}`,
      ({ acknowledgement }: ComplianceFigures) => acknowledgement[name],
    ]),
  ),
  ...Object.fromEntries(ANSWER_FIGURES.map((name) => [`answered_${name}`, ({ answer }: ComplianceFigures) => answer[name]])),
  ...Object.fromEntries(RESPONSE_KINDS.map((name) => [`response_${name}`, ({ kinds }: ComplianceFigures) => kinds[name]])),
};

/** The figures as a table for spreadsheets. */
export function complianceCsv(figures: readonly ComplianceFigures[]): string {
  const rows = figures.map((one) => Object.values(COLUMNS).map((cell) => String(cell(one))));
  return writeTable([Object.keys(COLUMNS), ...rows]);
}
