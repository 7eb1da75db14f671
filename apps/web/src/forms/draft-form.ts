import type { Question, RequestSummary } from '@tracedesk/tracing';
import { unflatten, type FlatForm } from '@tracedesk/platform';
import { questionPartOf, type Section } from './draft-sections.js';

type Tree = Record<string, unknown>;

/** The answers of a saved draft under the names its forms use. */
export function formOf(request: RequestSummary, question: Question): FlatForm {
  const { intendedUse, undertaking, ...sections } = question;
  const form: Record<string, string | readonly string[]> = {
    requestedState: request.requestedState ?? '',
    priority: request.priority,
    legalBasis: request.legalBasis,
    ownReference: request.requestingReference ?? '',
  };
  flatten(form, 'question', sections);
  if (intendedUse) flatten(form, 'question.intendedUse', 'value' in intendedUse ? intendedUse.value : intendedUse);
  if (undertaking) {
    form['question.undertaking.guaranteed'] = undertaking.guaranteed ? 'yes' : 'no';
    if (!undertaking.guaranteed) form['question.undertaking.because'] = undertaking.because;
  }
  return form;
}

/** What a section's form says, in the shape of the draft: the section whole, so that an answer taken back is gone. */
export function sectionInput(section: Section, body: FlatForm): Tree {
  const input = unflatten(withStatedChoices(body));
  if (section === 'recipient')
    return { ...input, requestedState: input['requestedState'] ?? null, ownReference: input['ownReference'] ?? null };
  const part = questionPartOf(section) ?? '';
  const question = (input['question'] ?? {}) as Tree;
  return { ...input, question: { ...question, [part]: question[part] ?? {} } };
}

/** The same form with the rows of its lists closed up, as the desk read them: so faults stand beside the row they mean. */
export function closedUp(body: FlatForm): FlatForm {
  return LIST_ROWS.reduce(closeRows, body);
}

/** Lists of rows, outer ones before those inside them. */
const LIST_ROWS = [
  /^(question\.firearm\.(?:components|importMarks|markings)|items)\.(\d{1,3})\.(.+)$/,
  /^(items\.\d{1,3}\.parties)\.(\d{1,3})\.(.+)$/,
];

function closeRows(body: FlatForm, rowName: RegExp): FlatForm {
  const form: Record<string, string | readonly string[]> = {};
  const places = new Map<string, string[]>();
  for (const [name, value] of Object.entries(body)) {
    const [, list, row, rest] = rowName.exec(name) ?? [];
    if (list === undefined || row === undefined) {
      form[name] = value;
    } else if (value !== '') {
      const rows = places.get(list) ?? [];
      places.set(list, rows);
      if (!rows.includes(row)) rows.push(row);
      form[`${list}.${rows.indexOf(row)}.${rest}`] = value;
    }
  }
  return form;
}

/** Leaves out the field of the answer that was not chosen: the radio decides, whatever else was typed. */
function withStatedChoices(body: FlatForm): FlatForm {
  const dropped = Object.entries(body).flatMap(([name, choice]) => {
    const stated = /^_(question\..+)$/.exec(name)?.[1];
    if (stated === undefined) return [];
    return choice === 'unknown' ? [`${stated}.value`, `${stated}.uses`, `${stated}.details`] : [`${stated}.unknownBecause`];
  });
  return Object.fromEntries(Object.entries(body).filter(([name]) => !dropped.includes(name)));
}

function flatten(form: Record<string, string | readonly string[]>, name: string, value: unknown): void {
  if (typeof value === 'string') form[name] = value;
  else if (typeof value === 'number') form[name] = value.toString();
  else if (typeof value === 'boolean') form[name] = value ? 'yes' : 'no';
  else if (isTexts(value)) form[name] = value;
  else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) flatten(form, `${name}.${member}`, inner);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
