import { describe, expect, it } from '@jest/globals';
import { ATTACHMENT_EVENTS } from '@tracedesk/attachments';
import { AUDIT_EVENTS, type TimelineEntry } from '@tracedesk/audit';
import { CONFIDENTIALITY_EVENTS } from '@tracedesk/confidentiality';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';
import { DIRECTORY_EVENTS } from '@tracedesk/directory';
import { IDENTITY_EVENTS } from '@tracedesk/identity';
import { formats, LANGUAGES, translator, type Language } from '@tracedesk/language';
import { NOTICE_KINDS, NOTIFICATION_EVENTS } from '@tracedesk/notifications';
import { TRACING_EVENTS } from '@tracedesk/tracing';
import { render } from 'preact-render-to-string';
import { noticeText } from './notice-text.js';
import type { PageContext } from './page-context.js';
import { eventText, TimelineTable } from './timeline-table.js';

const EVENTS = [
  AUDIT_EVENTS,
  DIRECTORY_EVENTS,
  IDENTITY_EVENTS,
  TRACING_EVENTS,
  DEADLINE_EVENTS,
  CONFIDENTIALITY_EVENTS,
  ATTACHMENT_EVENTS,
  NOTIFICATION_EVENTS,
].flat();

/** What the facts of acts look like; of every other a word will do. */
const FACTS: Readonly<Record<string, string | number | boolean>> = {
  clock: 'response',
  element: '17b_calibre',
  round: 3,
  share: 80,
  use: 'onward_release',
  recipient: 'QS',
  ends_on: '2027-01-31',
  until: '2027-01-31',
  ground: '22_INVESTIGATION',
  believedState: 'QN',
  toldState: 'QN',
  attempted: 'tracing_request.respond',
};
const BROKEN = /undefined|NaN|Invalid|[{}]/;

describe.each(LANGUAGES)('the timeline in %s', (language) => {
  it.each(EVENTS.map((event) => [event.action, event.facts] as const))('tells %s with what it says', (action, names) => {
    const facts = Object.fromEntries(names.map((name) => [name, FACTS[name] ?? 'word']));
    expect(shown(language, action, facts)).not.toMatch(BROKEN);
    expect(eventText(pageIn(language), { action, facts })).not.toContain('–');
  });

  it('leaves out what an act of another version does not say, and never fails for it', () => {
    for (const { action } of EVENTS) expect(shown(language, action, {})).not.toMatch(BROKEN);
  });

  it('takes a value that no version knows as it stands', () => {
    for (const { action, facts: names } of EVENTS)
      expect(shown(language, action, Object.fromEntries(names.map((name) => [name, 'teleported'])))).not.toMatch(BROKEN);
  });

  it('shows an act that it does not know by its name', () => {
    expect(shown(language, 'tracing_request.teleported', {})).toContain('tracing_request.teleported');
  });

  it.each(NOTICE_KINDS)('has words for the notice %s, whatever is known of it', (kind) => {
    const { t } = pageIn(language);
    for (const about of [{}, { clock: 'response', share: 80, requestingState: 'QR', profile: 'BILATERAL-QM-QR-1' }]) {
      const text = noticeText(pageIn(language), { kind, ...about });
      expect(text).not.toMatch(BROKEN);
      expect(text).not.toBe(t('notices.other'));
    }
  });
});

it('names use, recipient and last day of a consent on the timeline of its request', () => {
  const { consent: _, ...facts } = { consent: '01', use: 'onward_release', recipient: 'QS', ends_on: '2027-01-31' };
  expect(shown('en', 'consent.asked', facts)).toContain('Consent asked for: onward release, Sardovia');
  expect(shown('en', 'consent.asked', { ...facts, recipient: 'authority' })).toContain('an authority, named in the words');
  expect(shown('en', 'consent.granted', facts)).toContain('31 January 2027');
});

function shown(language: Language, action: string, facts: TimelineEntry['facts']): string {
  const entry = {
    action,
    facts,
    occurredAt: new Date('2026-03-02T10:00:00Z'),
    state: 'QR',
    capacity: 'tracing_officer',
    outcome: 'done',
    number: 1,
  };
  return render(<TimelineTable page={pageIn(language)} entries={[entry as unknown as TimelineEntry]} />).replace(
    /style="[^"]*"/g,
    '',
  );
}

function pageIn(language: Language): PageContext {
  const now = new Date('2026-03-10T10:00:00Z');
  return { language, t: translator(language), formats: formats(language), path: '/', demonstration: false, now, person: null };
}
