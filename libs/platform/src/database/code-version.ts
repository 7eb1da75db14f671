/** The version of this code, as CHANGELOG.md tells it; a spec holds it to package.json. */
export const CODE_VERSION = '0.2.0';

/** What a database can live with where a migration says nothing: every code there has been. */
export const OLDEST_CODE = '0.1.0';

/** What code brings: its version, and the names of the migrations whose tables it works on. */
export interface CodeAge {
  readonly version: string;
  readonly needs: readonly string[];
}

/** What a database tells: the migrations that were run, and of each the oldest code that it can live with. */
export interface DatabaseAge {
  readonly run: readonly string[];
  readonly oldestCode: Readonly<Record<string, string>>;
}

/** Why code and database cannot work together: the database lacks what the code needs, or holds what the code is too old for. */
export type Mismatch =
  | { readonly is: 'database older'; readonly missing: readonly string[] }
  | { readonly is: 'code older'; readonly migration: string; readonly oldestCode: string };

/** Older code may start on a newer database that forbids it nothing: during an update both run side by side. Null: they fit. */
export function mismatchOf(code: CodeAge, database: DatabaseAge): Mismatch | null {
  const forbids = Object.entries(database.oldestCode)
    .filter(([, oldest]) => isOlder(code.version, oldest))
    .sort(([, one], [, other]) => (isOlder(one, other) ? 1 : -1));
  const [first] = forbids;
  if (first) return { is: 'code older', migration: first[0], oldestCode: first[1] };
  const run = new Set(database.run);
  const missing = code.needs.filter((name) => !run.has(name));
  return missing.length > 0 ? { is: 'database older', missing } : null;
}

/** One sentence for whoever started it: what was found, and what would help. */
export function sentenceOf(mismatch: Mismatch, code: CodeAge, shown: string): string {
  if (mismatch.is === 'code older') {
    return `The database at ${shown} was brought up to date by newer code: since ${mismatch.migration} it needs Tracedesk ${mismatch.oldestCode} or newer, and this is ${code.version}; start the newer version, or bring back the backup made before the update.`;
  }
  const { length } = mismatch.missing;
  return `The database at ${shown} lacks ${length} of the ${code.needs.length} migrations that Tracedesk ${code.version} needs, ${mismatch.missing[0]} first: prepare it with this version (node dist/apps/desk/src/migrate.js, or the start of the desk), then start this process again.`;
}

function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((place) => a![place] !== b![place]);
  return at !== undefined && (a![at] ?? 0) < (b![at] ?? 0);
}
