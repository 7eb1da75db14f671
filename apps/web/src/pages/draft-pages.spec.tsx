import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import { formats, LANGUAGES, translator, type Language } from '@tracedesk/language';
import type { Question, RequestSummary } from '@tracedesk/tracing';
import { render } from 'preact-render-to-string';
import { missingOf } from '../draft-view.service.js';
import { SECTIONS } from '../forms/draft-sections.js';
import type { PageContext } from '../views/page-context.js';
import { DraftPage, NewDraftPage } from './draft-pages.js';

const ACTOR: Officer = {
  kind: 'person',
  personId: idOf<PersonId>('0199a7a0-0000-7000-8000-000000000002'),
  sessionId: idOf<SessionId>('0199a7a0-0000-7000-8000-000000000003'),
  state: stateCode('QR'),
  role: 'contact_point',
};
const REQUEST = {
  id: '0199a7a0-0000-7000-8000-000000000001',
  reference: 'TD-7K3F-92QX4',
  requestingState: 'QR',
  requestedState: 'QM',
  status: 'draft',
  priority: 'routine',
  legalBasis: 'ITI',
  version: 1,
  actions: [],
} as unknown as RequestSummary;

describe.each(LANGUAGES)('a draft in %s', (language) => {
  const page = pageIn(language);
  const stateOf = (section: 'firearm' | 'markings', question: Question): string => {
    const missing = missingOf(REQUEST, question, ACTOR).map(({ field }) => field ?? '');
    const shown = render(<DraftPage page={page} request={REQUEST} missing={missing} earlier={[]} done={null} caseLink={null} />);
    return shown.split('<li>').find((item) => item.includes(`/edit/${section}"`)) ?? '';
  };

  it('calls a firearm of which nothing was said no complete one', () => {
    const serialNumber = { value: 'A104552' };
    const [type, calibre] = [{ value: 'rifle' }, { value: '7.62x39' }] as const;
    expect(stateOf('firearm', {})).toContain(page.t('section.todo'));
    expect(stateOf('firearm', { firearm: { serialNumber } })).toContain(page.t('section.todo'));
    expect(stateOf('firearm', { firearm: { make: 'VAW', type } })).toContain(page.t('section.todo'));
    expect(stateOf('firearm', { firearm: { type, calibre } })).toContain(page.t('section.complete'));
    expect(stateOf('markings', { firearm: { type, calibre } })).toContain(page.t('section.todo'));
    expect(stateOf('markings', { firearm: { serialNumber } })).toContain(page.t('section.complete'));
  });

  it('says how many sections it has, and lists as many', () => {
    const form = { page, values: {}, faults: new Map<string, string>() };
    const shown = render(<NewDraftPage page={page} form={form} once="once-once" />);
    const [, list = ''] = /<ol>([\s\S]*?)<\/ol>/.exec(shown) ?? [];
    expect(list.split('<li>').length - 1).toBe(SECTIONS.length);
    expect(shown).toContain(page.t('draft.new.about', { count: SECTIONS.length }));
    expect(page.t('draft.new.about', { count: SECTIONS.length })).toContain(String(SECTIONS.length));
  });
});

function pageIn(language: Language): PageContext {
  const now = new Date('2026-03-10T10:00:00Z');
  return { language, t: translator(language), formats: formats(language), path: '/', demonstration: false, now, person: null };
}
