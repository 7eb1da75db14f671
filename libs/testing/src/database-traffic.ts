import pg from 'pg';

/** What went to the database: statements, and the round trips they took. Statements that do not wait for each other travel together. */
export interface DatabaseTraffic {
  readonly trips: number;
  readonly statements: number;
}

type Query = (this: unknown, ...given: unknown[]) => unknown;

/** Counts what travels on every connection of this process while the work runs: on a quiet desk, what the work needs. */
export async function trafficOf(work: () => Promise<unknown>): Promise<DatabaseTraffic> {
  const { prototype } = pg.Client as unknown as { prototype: { query: Query } };
  const untold = prototype.query;
  let [statements, answered, trips] = [0, 0, 0];
  prototype.query = function told(...given) {
    statements += statementsIn(given[0]);
    // It was asked knowing all that was answered so far, so it is one trip further than the furthest of these.
    const trip = answered + 1;
    trips = Math.max(trips, trip);
    const answer = untold.apply(this, given);
    const arrived = (): void => void (answered = Math.max(answered, trip));
    if (answer instanceof Promise) answer.then(arrived, arrived);
    return answer;
  };
  try {
    await work();
  } finally {
    prototype.query = untold;
  }
  return { trips, statements };
}

/** A simple query may hold several. */
function statementsIn(query: unknown): number {
  const text = typeof query === 'string' ? query : ((query as { text?: string }).text ?? '');
  return text.split(';').filter((statement) => statement.trim() !== '').length;
}
