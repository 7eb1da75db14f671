import { readFileSync } from 'node:fs';
import pg from 'pg';
import { restored, translated, type Connection, type Kept } from './statements.js';

/**
 * The baseline, in its own process: plain pg sends the statements that the desk sent, unprepared, one act after the other, from as many
 * clients over a pool of the same size. Prints how long it took.
 */
interface Plan {
  readonly connection: Connection;
  readonly poolSize: number;
  readonly clients: number;
  readonly statements: readonly { readonly text: string; readonly values: readonly Kept[] }[];
  readonly lasting: readonly string[];
  /** For each act: what stood for the observed object, and what stands for this one. */
  readonly acts: readonly (readonly (readonly [string, string])[])[];
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan;
const observed = plan.statements.map(({ text, values }) => ({ text, values: values.map(restored) }));
// The values are made before the clock starts: the desk's own work is not the baseline's.
const acts = plan.acts.map((ours) => translated(observed, new Map(ours), new Set(plan.lasting))).reverse();
const pool = new pg.Pool({ ...plan.connection, max: plan.poolSize });
const times: number[] = [];

const started = performance.now();
await Promise.all(
  Array.from({ length: plan.clients }, async () => {
    for (let act = acts.pop(); act; act = acts.pop()) {
      const begun = performance.now();
      const client = await pool.connect();
      try {
        for (const { text, values } of act) await client.query(text, [...values]);
      } finally {
        client.release();
      }
      times.push(performance.now() - begun);
    }
  }),
);
const seconds = (performance.now() - started) / 1000;
times.sort((one, other) => one - other);
await pool.end();
process.stdout.write(
  `${JSON.stringify({ seconds, perSecond: times.length / seconds, median: times[Math.floor(times.length / 2)] })}\n`,
);
