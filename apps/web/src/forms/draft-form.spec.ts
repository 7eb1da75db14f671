import { describe, expect, it } from '@jest/globals';
import type { FlatForm } from '@tracedesk/platform';
import { DraftDto, type Question, type RequestSummary } from '@tracedesk/tracing';
import { validateInput } from '@tracedesk/platform';
import { closedUp, formOf, sectionInput } from './draft-form.js';
import { SECTIONS } from './draft-sections.js';

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
    importMarks: [{ state: 'QN', year: 2009 }],
    markings: [{ kind: 'proof', text: '†', place: 'barrel' }],
  },
  find: { stateOfFind: 'QR', manner: 'seized', circumstances: { value: 'At a check.\nBy night.' } },
  illicitness: { grounds: ['6a', '6d'], legalJustification: { value: 'Section 4' } },
  intendedUse: { value: { uses: ['investigation'], details: 'Case 12' } },
  undertaking: { guaranteed: false, because: 'The court may publish.' },
} as unknown as Question;

describe('the form of a draft', () => {
  it.each(SECTIONS)('says what was saved, so that saving it again changes nothing: %s', (section) => {
    const checked = validateInput(DraftDto, sectionInput(section, only(section, formOf(summary, QUESTION))), { fromForm: true });
    expect(checked).toMatchObject({ ok: true });
    if (!checked.ok) return;
    const saved = checked.value.toCommand().question?.reveal() ?? {};
    expect(QUESTION).toMatchObject(saved);
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

  it('closes up rows, so that a fault stands beside the row it means', () => {
    const sent = { 'question.firearm.importMarks.0.state': '', 'question.firearm.importMarks.2.year': 'x', _version: '3' };
    expect(closedUp(sent)).toEqual({ 'question.firearm.importMarks.0.year': 'x', _version: '3' });
  });
});

/** The fields that a section's page shows. */
function only(section: (typeof SECTIONS)[number], form: FlatForm): FlatForm {
  const part = {
    firearm: 'firearm',
    find: 'find',
    illicitness: 'illicitness',
    use: 'intendedUse',
    undertaking: 'undertaking',
    recipient: '',
  }[section];
  return Object.fromEntries(
    Object.entries(form).filter(([name]) => (part === '' ? !name.startsWith('question.') : name.startsWith(`question.${part}.`))),
  );
}
