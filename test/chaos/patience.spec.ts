import { describe, expect, it } from '@jest/globals';
import { Patience } from './patience.js';

describe('waiting for deadlines after a fault', () => {
  it('ends when nothing was done for the time that was said', () => {
    const patience = new Patience(60, 0);
    expect([0, 60, 61].map((now) => patience.isOver(2_255, now))).toEqual([false, false, true]);
  });

  it('goes on for as long as there are fewer left: late is not lost', () => {
    const patience = new Patience(60, 0);
    expect([50, 100, 150, 200].map((now, index) => patience.isOver(2_255 - index, now))).toEqual([false, false, false, false]);
    expect(patience.isOver(2_252, 261)).toBe(true);
  });

  it('does not begin before everything is due', () => {
    const patience = new Patience(60, 0);
    expect(patience.isOver('waiting', 500)).toBe(false);
    expect(patience.isOver(10, 501)).toBe(false);
    expect(patience.isOver(10, 562)).toBe(true);
  });

  it('takes more left than before for no progress', () => {
    const patience = new Patience(60, 0);
    expect(patience.isOver(10, 10)).toBe(false);
    expect(patience.isOver(11, 71)).toBe(true);
  });
});
