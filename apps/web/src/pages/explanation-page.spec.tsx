import { describe, expect, it } from '@jest/globals';
import { advanceClocks, explain, ITI_DEFAULT } from '@tracedesk/deadlines/core';
import { stateCode } from '@tracedesk/kernel';
import { formats, translator, type Language } from '@tracedesk/language';
import { render } from 'preact-render-to-string';
import type { PageContext } from '../views/page-context.js';
import { ExplanationPage } from './explanation-page.js';

describe('the page that says how a date was worked out', () => {
  it('tells each step in words, in either language, with the pause and where the number comes from', () => {
    const english = shown('en');
    expect(english).toContain('It is a policy, not law: system policy; the ITI sets no number (paragraphs 18 and 19).');
    expect(english).toContain('The length is 30 calendar days.');
    expect(english).toContain('1 pause so far. Added to the period: 1 day 6 hours 0 minutes.');
    expect(english).toContain('So the act is due by the end of 2 April 2026, Valmora time: before 2 April 2026, 22:00 UTC.');
    expect(shown('fr')).toContain('La durée est de 30 jours civils.');
  });
});

function shown(language: Language): string {
  const page = {
    language,
    t: translator(language),
    formats: formats(language),
    path: '/',
    demonstration: false,
    now: new Date('2026-03-10T10:00:00Z'),
    person: null,
  } satisfies PageContext;
  const parties = {
    requesting: { state: stateCode('QR'), timeZone: 'UTC' },
    requested: { state: stateCode('QM'), timeZone: 'Europe/Paris' },
  };
  const moves = [
    ['2026-03-02T10:00:00Z', { response: 'runs' }],
    ['2026-03-04T10:00:00Z', { response: 'paused' }],
    ['2026-03-05T16:00:00Z', { response: 'runs' }],
  ] as const;
  const [reading] = moves.reduce<ReturnType<typeof advanceClocks>>(
    (readings, [at, clocks]) =>
      advanceClocks(readings, {
        clocks,
        at: new Date(at),
        cause: 'tracing_request.submitted',
        parties,
        profile: ITI_DEFAULT,
        priority: 'routine',
      }),
    [],
  );
  if (!reading) throw new Error('No clock was made.');
  const of = { kind: 'request', id: '01', reference: 'TD-7K3F-92QX4' } as const;
  return render(<ExplanationPage page={page} of={of} explanation={explain(reading, ITI_DEFAULT)} />);
}
