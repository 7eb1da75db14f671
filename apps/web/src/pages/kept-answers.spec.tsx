import { describe, expect, it } from '@jest/globals';
import { formats, LANGUAGES, translator, type Language } from '@tracedesk/language';
import type { FlatForm } from '@tracedesk/platform';
import { RESPONSE_KINDS, type RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { SECTIONS } from '../forms/draft-sections.js';
import type { PageContext } from '../views/page-context.js';
import { ErrorSummary } from '../views/form.js';
import { KeptAnswers } from './kept-answers.js';
import { ClosePage } from './move-pages.js';
import { RespondPage } from './respond-page.js';
import { SectionPage } from './section-page.js';

const WORD = 'Smith';
const REQUEST = {
  id: '0199a7a0-0000-7000-8000-000000000001',
  reference: 'TD-7K3F-92QX4',
  requestingState: 'QR',
  requestedState: 'QM',
  status: 'acknowledged',
  version: 3,
  response: null,
  actions: [],
} as unknown as RequestSummary;

describe.each(LANGUAGES)('what was typed, when it could not be taken, in %s', (language) => {
  const page = pageIn(language);
  const form = { page, values: {}, faults: new Map<string, string>() };
  const move = { page, request: REQUEST, form, once: 'once-once', nameable: { href: '/', files: [], authorities: ['Customs'] } };
  const forms: readonly (readonly [string, VNode])[] = [
    ...SECTIONS.map(
      (section) =>
        [section, <SectionPage page={page} request={REQUEST} section={section} form={form} askable={['QM', 'QN']} />] as const,
    ),
    ...RESPONSE_KINDS.map((kind) => [`a response: ${kind}`, <RespondPage {...move} kind={kind} />] as const),
    ['closing', <ClosePage {...move} followers={[]} />],
  ];

  it.each(forms)('is shown in full, each answer under its label: %s', (_, view) => {
    const { names, labels } = fieldsOf(render(view));
    expect(names.length).toBeGreaterThan(0);
    const sent = Object.fromEntries(names.map((name, index) => [name, `${WORD}${index}x`]));
    const shown = keptOf(page, { ...sent, _labels: labels });
    const missing = names.filter((_name, index) => !shown.includes(`${WORD}${index}x`));
    expect(missing).toEqual([]);
    expect(names.filter((name) => shown.includes(`>${name}</dt>`))).toEqual([]);
  });

  it('is shown in the words that were chosen, not in the codes behind them', () => {
    const { labels } = fieldsOf(render(<SectionPage page={page} request={REQUEST} section="find" form={form} askable={[]} />));
    const shown = keptOf(page, { 'question.find.manner': 'surrendered', _labels: labels });
    expect(shown).toContain(page.t('field.manner'));
    expect(shown).toContain(page.t('manner.surrendered'));
  });

  it('is named by its field where it has to be corrected', () => {
    const { labels } = fieldsOf(render(<SectionPage page={page} request={REQUEST} section="find" form={form} askable={[]} />));
    const faults = new Map([['question.find.place', page.t('fault.REQUIRED')]]);
    const shown = render(<ErrorSummary form={{ page, values: { _labels: labels }, faults }} />);
    expect(shown).toContain(page.t('frame.named', { name: page.t('field.place'), value: page.t('fault.REQUIRED') }));
  });
});

it('offers, where nobody answered, no outcome but that it was not traced', () => {
  const closing = (response: unknown) =>
    render(
      <ClosePage
        request={{ ...REQUEST, response } as RequestSummary}
        form={{ page: pageIn('en'), values: {}, faults: new Map() }}
        once="once-once"
        nameable={{ href: '/', files: [], authorities: [] }}
        followers={[]}
      />,
    );
  const offered = (html: string) =>
    [.../<select[^>]*name="outcome"[\s\S]*?<\/select>/.exec(html)![0].matchAll(/<option[^>]*value="([A-Z_]+)"/g)].map(
      ([, value]) => value,
    );
  expect(offered(closing(null))).toEqual(['NOT_TRACED']);
  expect(offered(closing({ kind: 'full', finding: null, ground: null, respondedAt: new Date() }))).toEqual(
    expect.arrayContaining(['NOT_TRACED', 'GOVERNMENT_STOCK']),
  );
});

it('shows words whose form told no labels, whatever was sent for them', () => {
  for (const labels of ['', 'null', '[]', '{', '{"place":7}', '{"__proto__":{}}'])
    expect(keptOf(pageIn('en'), { place: WORD, _labels: labels })).toContain(WORD);
});

it('never shows a password or what the form carries for itself', () => {
  expect(keptOf(pageIn('en'), { password: 'Correct-Horse', _csrf: 'token', place: ' ' })).toBe('');
});

function keptOf(page: PageContext, body: FlatForm): string {
  return render(<KeptAnswers page={page} body={body} />);
}

/** The fields of the one form that a person fills in, and what it sends of their labels. */
function fieldsOf(html: string): { readonly names: readonly string[]; readonly labels: string } {
  const [form = ''] = /<form[^>]*novalidate[\s\S]*<\/form>/.exec(html) ?? [];
  const fields = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag);
  const names = fields
    .filter((tag) => !tag.includes('type="hidden"') && !/ form="/.test(tag))
    .map((tag) => / name="([^"]+)"/.exec(tag)?.[1] ?? '')
    .filter((name) => name !== '' && !name.startsWith('_'));
  const [, labels = ''] = / name="_labels" value="([^"]*)"/.exec(form) ?? [];
  return {
    names: [...new Set(names)],
    labels: labels.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
  };
}

function pageIn(language: Language): PageContext {
  const now = new Date('2026-03-10T10:00:00Z');
  return { language, t: translator(language), formats: formats(language), path: '/', demonstration: false, now, person: null };
}
