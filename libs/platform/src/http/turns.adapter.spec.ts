import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.adapter.js';

const turns = (): Turns => new Turns({ perOwner: 2, together: 3, longestWaitMs: 20 });

describe('turns for uploads', () => {
  it('of one State, however slow, keep no other State waiting', async () => {
    const all = turns();
    expect(await all.take('QM')).not.toBeNull();
    expect(await all.take('QM')).not.toBeNull();
    expect(await all.take('QM')).toBeNull();
    expect(await all.take('QN')).not.toBeNull();
  });

  it('are no more together than memory allows', async () => {
    const all = turns();
    for (const state of ['QM', 'QM', 'QN']) expect(await all.take(state)).not.toBeNull();
    expect(await all.take('QP')).toBeNull();
  });

  it('pass to whoever waits longest and has one left, and end once', async () => {
    const all = new Turns({ perOwner: 1, together: 2, longestWaitMs: 60_000 });
    const [first, other] = [await all.take('QM'), await all.take('QN')];
    const order: string[] = [];
    const waiting = ['QM', 'QP'].map((state) => all.take(state).then((end) => (order.push(state), end)));
    other?.();
    await waiting[1];
    expect(order).toEqual(['QP']);
    other?.();
    first?.();
    await waiting[0];
    expect(order).toEqual(['QP', 'QM']);
  });

  it('that are over are there for others, also for the same owner', async () => {
    const all = turns();
    const [first] = [await all.take('QM'), await all.take('QM')];
    expect(await all.take('QM')).toBeNull();
    first?.();
    const again = await all.take('QM');
    expect(again).not.toBeNull();
    first?.();
    expect(await all.take('QM')).toBeNull();
  });

  it('are not kept for whoever has gone away', async () => {
    const all = new Turns({ perOwner: 1, together: 1, longestWaitMs: 10 });
    const first = await all.take('QM');
    expect(await all.take('QN')).toBeNull();
    first?.();
    expect(await all.take('QP')).not.toBeNull();
  });
});
