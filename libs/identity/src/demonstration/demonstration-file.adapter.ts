import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonId, Role } from '@tracedesk/kernel';

/** A person to sign in as in a demonstration. */
export interface DemonstrationPerson {
  readonly personId: PersonId;
  readonly state: string;
  readonly name: string;
  readonly role: Role;
  readonly displayName: string;
}

/** What the desk prints at the start of a demonstration. */
export interface DemonstrationFacts {
  readonly password: string;
  readonly people: readonly DemonstrationPerson[];
}

/** `demonstration.json` beside the data, for its owner only: the one password of a fictional desk, so that it can be printed at every start. */
export function readDemonstrationFile(dataDir: string): DemonstrationFacts | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as DemonstrationFacts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Replaces the file whole, so that a reader never sees half of it. */
export function writeDemonstrationFile(dataDir: string, facts: DemonstrationFacts): void {
  mkdirSync(dataDir, { recursive: true });
  const unfinished = `${fileIn(dataDir)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, fileIn(dataDir));
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'demonstration.json');
}
