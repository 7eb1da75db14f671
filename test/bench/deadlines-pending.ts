import { MOST_WAKE_UPS, WakeUps } from '@tracedesk/deadlines';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { give, type Backend } from './deadlines-desk.js';
import { sweepOf } from './deadlines-drain.js';
import { median, ms, seconds, type BenchOptions, type Row } from './rows.js';

const SWEEP_GOAL_MS = 2;
const RECONCILED_GOAL_MS = 10_000;
const FIRST_IN_MS = 5 * 60_000;
/** Within the horizon of a reconciliation then lie more instants than it ever adds. */
const APART_MS = 3_000;

/** A million deadlines that are not due: a sweep that finds nothing, and the start of a worker whose queue was emptied. */
export async function pendingRows(backends: readonly Backend[], { short }: BenchOptions): Promise<Row[]> {
  const count = short ? 20_000 : 1_000_000;
  const desk = await openTestDatabase();
  try {
    await give(desk, count, FIRST_IN_MS, APART_MS);
    const pending = `${count.toLocaleString('en')} pending`;
    const rows = [sweepRow(`empty sweep, ${pending}`, await emptySweeps(desk), short)];
    for (const backend of backends) {
      const took = await reconciliation(desk, backend);
      rows.push({
        name: `reconciliation at start, ${pending}, ${backend.name}`,
        figure: seconds(took),
        goal: `≤ ${RECONCILED_GOAL_MS / 1_000} s`,
        beside: `${MOST_WAKE_UPS.toLocaleString('en')} wake-ups added`,
        ratio: '',
        reached: short ? null : took <= RECONCILED_GOAL_MS,
      });
    }
    return rows;
  } finally {
    await desk.close();
  }
}

function sweepRow(name: string, took: number, short: boolean): Row {
  const goal = `≤ ${SWEEP_GOAL_MS} ms`;
  return { name, figure: ms(took), goal, beside: '', ratio: '', reached: short ? null : took <= SWEEP_GOAL_MS };
}

async function emptySweeps(desk: TestDatabase): Promise<number> {
  const sweep = sweepOf(desk);
  const took: number[] = [];
  for (let turn = 0; turn < 200; turn += 1) {
    const started = performance.now();
    if ((await sweep.sweep()) !== 0) throw new Error('A sweep entered a deadline that is not due.');
    took.push(performance.now() - started);
  }
  return median(took);
}

async function reconciliation(desk: TestDatabase, backend: Backend): Promise<number> {
  const queues = await backend.open(desk);
  try {
    const started = performance.now();
    const instants = await new WakeUps(desk.database, queues).reconcile();
    const took = performance.now() - started;
    if (instants !== MOST_WAKE_UPS) throw new Error(`${instants} wake-ups were added, not ${MOST_WAKE_UPS}.`);
    return took;
  } finally {
    await queues.close();
  }
}
