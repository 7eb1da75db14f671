import { describe, expect, it } from '@jest/globals';
import type { FlatForm } from '@tracedesk/platform';
import { DraftDto, type Question, type RequestSummary } from '@tracedesk/tracing';
import { validateInput } from '@tracedesk/platform';
import { closedUp, formOf, sectionInput } from './draft-form.js';
import { SECTIONS, sectionOfField } from './draft-sections.js';

const summary = {
  requestedState: 'QM',
  priority: 'routine',
  legalBasis: 'ITI',
  requestingReference: null,
} as unknown as RequestSummary;

const QUESTION = {
  firearm: {
    serialNumber: { value: 'A104552' },
    type: { value: 'self_loading_pistol' },
    calibre: { unknownBecause: 'the barrel is missing' },
    yearOfManufacture: 2004,
    automatic: false,
    components: [{ part: 'slide', serialNumber: { value: 'B 2' }, obliteration: 'partial' }],
    importMarks: [{ state: 'QN', year: 2009, importer: { name: 'Sports Ltd' } }],
    markings: [{ kind: 'proof', text: '†', place: 'barrel' }],
  },
  find: {
    stateOfFind: 'QR',
    manner: 'seized',
    circumstances: { value: 'At a check.\nBy night.' },
    contexts: ['crime', 'embargo'],
    resolution: { value: 'S/RES/9000 (2026)' },
    source: { kind: 'expert_panel', name: 'Panel' },
  },
  illicitness: {
    grounds: ['6a', '6d'],
    justifications: { '6a': { value: 'Section 4' }, '6d': { unknownBecause: 'The workshop is not found yet.' } },
  },
  restrictions: { whole: ['15b'], find: ['15a', '15c'], purposes: ['investigation'] },
  earlierSteps: { iarms: { value: 'iARMS 12/26' } },
  intendedUse: { value: { uses: ['investigation'], details: 'Case 12' } },
  undertaking: { guaranteed: false, because: 'The court may publish.' },
} as unknown as Question;

describe('the form of a draft', () => {
  it.each(SECTIONS)('says what was saved, so that saving it again changes nothing: %s', (section) => {
    const saved = formOf(summary, QUESTION);
    const checked = validateInput(DraftDto, sectionInput(section, only(section, saved), saved), { fromForm: true });
    expect(checked).toMatchObject({ ok: true });
    if (!checked.ok) return;
    const sections = checked.value.toCommand().question?.reveal() ?? {};
    for (const [part, said] of Object.entries(sections as Record<string, unknown>))
      expect({ part, said }).toEqual({ part, said: QUESTION[part as keyof Question] });
  });

  it('lets the radio decide between an answer and why it is unknown, whatever else was typed', () => {
    const typed = { 'question.firearm.calibre.value': '9 × 19', 'question.firearm.calibre.unknownBecause': 'obliterated' };
    expect(sectionInput('firearm', { ...typed, '_question.firearm.calibre': 'unknown' })).toEqual({
      question: { firearm: { calibre: { unknownBecause: 'obliterated' } } },
    });
    expect(sectionInput('firearm', { ...typed, '_question.firearm.calibre': 'known' })).toEqual({
      question: { firearm: { calibre: { value: '9 × 19' } } },
    });
  });

  it('takes back an answer that was emptied', () => {
    expect(sectionInput('find', { 'question.find.place': '' })).toEqual({ question: { find: {} } });
    expect(sectionInput('recipient', { requestedState: '', priority: 'routine' })).toEqual({
      requestedState: null,
      ownReference: null,
      priority: 'routine',
    });
  });

  it('keeps what another page asks of the same part of the question', () => {
    const saved = formOf(summary, QUESTION);
    const { question } = sectionInput('firearm', { 'question.firearm.make': 'VAW' }, saved) as { question: { firearm: object } };
    expect(question.firearm).toEqual({
      make: 'VAW',
      serialNumber: { value: 'A104552' },
      components: [{ part: 'slide', serialNumber: { value: 'B 2' }, obliteration: 'partial' }],
      importMarks: [{ state: 'QN', year: '2009', importer: { name: 'Sports Ltd' } }],
      markings: [{ kind: 'proof', text: '†', place: 'barrel' }],
    });
  });

  it('shows what was said of one ground in general as the justification of that ground', () => {
    const one = { illicitness: { grounds: ['6a'], legalJustification: { value: 'Section 4' } } } as unknown as Question;
    expect(formOf(summary, one)).toMatchObject({ 'question.illicitness.justifications.6a.value': 'Section 4' });
  });

  it('takes a justification back with its ground', () => {
    const sent = { 'question.illicitness.grounds': '6a', 'question.illicitness.justifications.6d.value': 'Section 9' };
    expect(sectionInput('illicitness', sent)).toEqual({ question: { illicitness: { grounds: '6a' } } });
  });

  it('closes up rows, so that a fault stands beside the row it means', () => {
    const sent = { 'question.firearm.importMarks.0.state': '', 'question.firearm.importMarks.2.year': 'x', _version: '3' };
    expect(closedUp(sent)).toEqual({ 'question.firearm.importMarks.0.year': 'x', _version: '3' });
  });
});

/** The fields that a section's page shows. */
function only(section: (typeof SECTIONS)[number], form: FlatForm): FlatForm {
  return Object.fromEntries(Object.entries(form).filter(([name]) => sectionOfField(name) === section));
}
