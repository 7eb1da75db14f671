import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeWhere, DeskProcess, ending, heading, playScenario, readScenario, stepLines } from '@tracedesk/testing';
import { BACKENDS, REDIS_ON_PATH, WHOLE } from './house.js';

const folder = new URL('../scenarios/', import.meta.url);
const stories = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readScenario(readFileSync(new URL(name, folder), 'utf8'), fileURLToPath(new URL(name, folder))));

/** By turns on the one and the other, or all on both. */
const playedOn = (turn: number) => stories.filter((_story, at) => WHOLE || at % BACKENDS.length === turn);

for (const [turn, { backend, env }] of BACKENDS.entries()) {
  describeWhere(
    backend !== 'redis' || REDIS_ON_PATH,
    'No redis-server or valkey-server on the PATH.',
    `with queues on ${backend}`,
    () => {
      let desk: DeskProcess;
      beforeAll(async () => void (desk = await DeskProcess.start({ env })), 120_000);
      afterAll(() => desk.stop(), 60_000);

      it('says which queue is in use', async () => {
        const health = await (await desk.health()).text();
        expect(health).toContain(backend);
      });

      describe('every story ends as told', () => {
        it.each(playedOn(turn).map((story) => [story.id, story.title, story] as const))(
          '%s: %s',
          async (_id, _title, story) => {
            const target = { origin: desk.origin, password: await desk.demonstrationPassword() };
            const played = await playScenario(story, target);
            const report = [
              heading(story, target.origin),
              ...played.steps.map((step, at) => stepLines(step, at + 1)),
              ending(played),
            ];
            expect(played.passed ? '' : report.join('\n')).toBe('');
          },
          120_000,
        );
      });
    },
  );
}
