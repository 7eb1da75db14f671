import { expect } from '@jest/globals';
import type fc from 'fast-check';
import type { Model } from './model.js';
import type { Glance, Tried, TriedDesk } from './tried-desk.js';

export type Command = fc.AsyncCommand<Model, TriedDesk>;

interface Attempt {
  readonly before: Glance;
  readonly after: Glance;
  readonly answer: Tried;
}

/**
 * Holds an attempt against what is true of every act: done is one entry; denied changes nothing and is one entry; what cannot even be read
 * as an act (400) is none. Says whether it was done.
 */
export function expectHeld({ before, after, answer }: Attempt): boolean {
  expect(answer.status).toBeLessThan(500);
  const done = answer.status < 300;
  if (!done) expect(after.stored).toEqual(before.stored);
  expect(after.entries - before.entries).toBe(answer.status === 400 ? 0 : 1);
  return done;
}
