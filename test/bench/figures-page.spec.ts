import { describe, expect, it } from '@jest/globals';
import { figuresPage } from './figures-page.js';

describe('the page of figures', () => {
  const before = figuresPage(
    '',
    [
      { part: 'serials', table: '| old |' },
      { part: 'starting', table: '| 2 s |' },
    ],
    'At commit aaa.',
  );

  it('loses no part that was not measured anew, nor the commit at which it was', () => {
    const page = figuresPage(before, [{ part: 'serials', table: '| new |' }], 'At commit bbb.');
    expect(page).toContain('## Starting\n\nAt commit aaa.\n\n| 2 s |\n\n## Serial numbers\n\nAt commit bbb.\n\n| new |\n');
    expect(page).not.toContain('| old |');
  });

  it('is the same again where nothing was measured', () => {
    expect(figuresPage(before, [], 'At commit bbb.')).toBe(before);
  });

  it('has no section for what was never measured', () => {
    expect(before).not.toContain('## Working');
  });
});
