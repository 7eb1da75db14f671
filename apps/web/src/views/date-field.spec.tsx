import { describe, expect, it } from '@jest/globals';
import { formats, translator, type Language } from '@tracedesk/language';
import { render } from 'preact-render-to-string';
import { DateField } from './fields.js';
import type { PageContext } from './page-context.js';

describe('a field for a date', () => {
  it.each([
    ['en', '06.03.2026', 'Read as 6 March 2026.'],
    ['en', '2026-03-06', 'Read as 6 March 2026.'],
    ['fr', 'March 6, 2026', 'Lu comme 6 mars 2026.'],
  ] as const)('says in %s how %s was read', (language, written, words) => {
    const shown = fieldWith(language, written);
    expect(shown).toContain(words);
    expect(shown).toContain(`value="${written}"`);
  });

  it.each(['', '06/03/2026', '31 February 2026', 'May 2009'])(
    'says nothing of %j, which is no day, or might be another',
    (written) => {
      expect(fieldWith('en', written)).not.toContain('Read as');
    },
  );

  it('of a record says how much of a date was read', () => {
    expect(fieldWith('en', '05/2009', true)).toContain('Read as May 2009.');
  });
});

function fieldWith(language: Language, written: string, ofRecord = false): string {
  const now = new Date('2026-03-10T10:00:00Z');
  const page: PageContext = {
    language,
    t: translator(language),
    formats: formats(language),
    path: '/',
    demonstration: false,
    now,
    person: null,
  };
  return render(
    <DateField form={{ page, values: { on: written }, faults: new Map() }} name="on" label="Date" ofRecord={ofRecord} />,
  );
}
