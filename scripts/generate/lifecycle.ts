import {
  ACTIONS,
  clocksOf,
  moveOf,
  STAGE_OF,
  STAGES,
  STATUSES,
  type Action,
  type Move,
  type RequestStatus,
} from '@tracedesk/tracing/core';
import type { Clock } from '@tracedesk/deadlines/core';
import { code, GENERATED, table, words } from './markdown.js';

const CLOCK_COLUMNS: readonly Clock[] = ['acknowledgement', 'response', 'information', 'clarification'];

/** The lifecycle as a diagram, as a table of moves and as the table of clocks. */
export function lifecyclePage(): string {
  return `# The lifecycle of a tracing request

${GENERATED}

From \`libs/tracing/src/lifecycle.ts\` and \`clocks.ts\`. Solid words are the ten statuses; the boxes are the four public stages.
A draft has no stage: only its own State knows of it. An arrow carries the action, and the party whose move it is.

\`\`\`mermaid
${diagram()}
\`\`\`

## Moves

${table(['action', 'by', 'from', 'to', 'requires', 'entered as', 'ITI'], ACTIONS.map(moveRow))}

## Clocks

A clock left out stays as it is; if it still ran or was paused, the move settles it.

${table(['status', ...CLOCK_COLUMNS], [...STATUSES.map((status) => clockRow(status)), clockRow('information_requested', true)])}
`;
}

function diagram(): string {
  const stages = STAGES.flatMap((stage) => [
    `  state "${stage}" as stage_${stage} {`,
    ...STATUSES.filter((status) => STAGE_OF[status] === stage).map((status) => `    ${status}: ${words(status)}`),
    '  }',
  ]);
  const arrows = ACTIONS.flatMap((action) => {
    const move = moveOf(action);
    return startsOf(move).map(
      ([from, start]) => `  ${from} --> ${move.to === 'gone' ? '[*]' : move.to}: ${words(action)} (${move.by})${on(start)}`,
    );
  });
  return ['stateDiagram-v2', '  [*] --> draft', ...stages, ...arrows].join('\n');
}

function moveRow(action: Action): readonly string[] {
  const move = moveOf(action);
  return [
    words(action),
    `${move.by} State`,
    startsOf(move)
      .map(([from, start]) => words(from) + on(start))
      .join('; '),
    move.to === 'gone' ? '(gone)' : words(move.to),
    move.requires.map(words).join('; '),
    `${code(move.event)} (${move.entry})`,
    move.paragraphs.join(', '),
  ];
}

function clockRow(status: RequestStatus, beyond17 = false): readonly string[] {
  const row = clocksOf({ status, askedElement: beyond17 ? 'beyond_17' : null, notAvailable: [] });
  return [words(status) + (beyond17 ? ', beyond 17' : ''), ...CLOCK_COLUMNS.map((clock) => row[clock] ?? '')];
}

function startsOf(move: Move): readonly (readonly [RequestStatus, string])[] {
  return STATUSES.flatMap((status) => {
    const start = move.from[status];
    return start ? [[status, start] as const] : [];
  });
}

function on(start: string): string {
  return start === 'always' ? '' : `, once ${words(start)}`;
}
