import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyActs, beginAnew } from './commands.js';
import type { Command } from './held.js';
import { PEOPLE, newModel } from './model.js';
import { TriedDesk } from './tried-desk.js';
import { ConfidedWords } from './words.js';

/** `npm run prove` asks for a hundred thousand. */
const ACTS = Number(process.env['MODEL_ACTS'] ?? 400);
const LONGEST_RUN = 60;
const SEED = Number(process.env['MODEL_SEED'] ?? 20_051_208);

/** A log that grew long makes each look at it slow; a fresh desk costs a second. */
const ACTS_AT_ONE_DESK = 2_000;

let desk: TriedDesk;
beforeAll(async () => {
  desk = await TriedDesk.open(PEOPLE);
});
afterAll(() => desk?.close());

async function anotherDesk(): Promise<void> {
  await desk.close();
  desk = await TriedDesk.open(PEOPLE);
}

describe('whatever anybody tries with a request', () => {
  it(
    'versions only grow, what is denied changes nothing and is an entry, what is closed has an outcome, what is limited has ground and reasons, nobody reads what is not for their State, and every protected word shown is named by an entry of its own request, for the purpose stated',
    async () => {
      const words = new ConfidedWords();
      let [acts, moved, shown, desks] = [0, 0, 0, 1];
      const run = async (commands: Iterable<Command>): Promise<void> => {
        const model = newModel(words);
        await beginAnew(model, desk);
        await fc.asyncModelRun(() => ({ model, real: desk }), commands);
        acts += model.acts;
        moved += model.moved;
        shown += model.shown;
      };
      for (let seed = SEED; acts < ACTS; seed += 1) {
        await fc.assert(fc.asyncProperty(anyActs(LONGEST_RUN), run), { numRuns: 10, seed, endOnFailure: false });
        if (acts < desks * ACTS_AT_ONE_DESK) continue;
        process.stderr.write(`${acts} of ${ACTS} acts\n`);
        await anotherDesk();
        desks += 1;
      }
      console.info(
        `${acts} acts, ${moved} of them moved a request, ${shown} confided words shown under an entry that names them; seed ${SEED}`,
      );
      expect(moved).toBeGreaterThan(acts / 10);
      expect(shown).toBeGreaterThan(acts / 20);
    },
    4 * 3_600_000,
  );
});
