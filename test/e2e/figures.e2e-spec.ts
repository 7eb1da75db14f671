import { describe, expect, it } from '@jest/globals';
import { deadlineRows } from '../bench/deadlines.js';
import { tableOf } from '../bench/rows.js';
import { workingRows } from '../bench/working.js';
import './house.js';

// The bench in short: that it works, that its baseline does what a submission does, and the sizes, which no busy machine changes.
describe('the bench', () => {
  it('measures a desk, and finds the first page small', async () => {
    const rows = await workingRows({ short: true });
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['submit, share of plain pg', 'list of 50, one client']));
    expect(rows.filter(({ reached }) => reached === false).length === 0 ? '' : tableOf(rows)).toBe('');
  }, 180_000);

  it('handles each deadline exactly once while it measures', async () => {
    const rows = await deadlineRows({ short: true });
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/^lateness .* PostgreSQL/)]));
    expect(rows.filter(({ reached }) => reached === false)).toEqual([]);
  }, 180_000);
});
