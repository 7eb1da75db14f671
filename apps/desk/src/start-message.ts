import { join } from 'node:path';
import type { DemonstrationFacts } from '@tracedesk/identity';
import type { Started } from '@tracedesk/platform';

/** What whoever typed `npm start` reads: where to go, as whom, and what is running here. */
export function startMessage(started: Started, demonstration: DemonstrationFacts | null): string {
  const { config, ground, queuesSay } = started;
  const lines = [
    `Tracedesk is ready at ${config.publicOrigin}`,
    '',
    ...(config.demonstration && demonstration
      ? demonstrationLines(demonstration, join(config.dataDir, 'demonstration.json'))
      : []),
    `  Database   ${ground.databaseFolder === null ? `the PostgreSQL server at ${ground.access.shown}` : `its own PostgreSQL on 127.0.0.1, files in ${ground.databaseFolder}`}`,
    `  Queues     ${queuesSay}`,
    `  E-mail     ${config.smtpUrl === null ? 'none (SMTP_URL is not set): notices stay in the desk' : `through ${new URL(config.smtpUrl).host}`}`,
    `  Data       ${config.dataDir}`,
    ...(ground.copyOf === null
      ? []
      : [`             a copy of ${ground.copyOf.path}, by itself since ${ground.copyOf.since}: its servers are its own`]),
    `  Keys       ${config.keysDir}`,
    '',
    'Ctrl-C stops everything.',
  ];
  return `\n${lines.join('\n')}\n`;
}

function demonstrationLines({ password, people }: DemonstrationFacts, file: string): string[] {
  const states = [...new Set(people.map(({ state }) => state))].sort();
  const names = [...new Set(people.map(({ name }) => name))];
  return [
    '  This is a demonstration: fictional States, fictional people, and a clock that can be moved.',
    `  States     ${states.join(' ')}`,
    `  People     ${names.join(', ')} (in each State, where there is one)`,
    `  Password   ${password}   (the same for all; kept in ${file})`,
    '',
  ];
}
