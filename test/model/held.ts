import { expect } from '@jest/globals';
import type fc from 'fast-check';
import type { Model } from './model.js';
import type { Glance, Tried, TriedDesk } from './tried-desk.js';

export type Command = fc.AsyncCommand<Model, TriedDesk>;

export interface Attempt {
  readonly before: Glance;
  readonly after: Glance;
  readonly answer: Tried;
  /** An act that also keeps a case or puts facts aside enters each of these. */
  readonly entersSeveral?: boolean;
}

/**
 * Holds an attempt against what is true of every act: done is one entry; denied changes nothing and is one entry; what cannot even be read
 * as an act (400) is none. Says whether it was done.
 */
export function expectHeld({ before, after, answer, entersSeveral = false }: Attempt): boolean {
  expect(answer.status).toBeLessThan(500);
  const done = answer.status < 300;
  if (!done) expect(after.stored).toEqual(before.stored);
  const entries = after.entries - before.entries;
  if (done && entersSeveral) expect(entries).toBeGreaterThan(0);
  else expect(entries).toBe(answer.status === 400 ? 0 : 1);
  return done;
}
