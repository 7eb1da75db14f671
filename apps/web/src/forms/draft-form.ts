import { justificationOf, type Question, type RequestSummary } from '@tracedesk/tracing';
import { unflatten, type FlatForm } from '@tracedesk/platform';
import { closeRows } from './close-rows.js';
import { questionPartOf, sectionOfField, type Section } from './draft-sections.js';

type Tree = Record<string, unknown>;
type Form = Record<string, string | readonly string[]>;

/** The answers of a saved draft under the names its forms use. */
export function formOf(request: RequestSummary, question: Question): FlatForm {
  const { intendedUse, undertaking, illicitness, ...sections } = question;
  const form: Form = {
    requestedState: request.requestedState ?? '',
    priority: request.priority,
    legalBasis: request.legalBasis,
    ownReference: request.requestingReference ?? '',
  };
  flatten(form, 'question', sections);
  if (illicitness) flatten(form, 'question.illicitness', eachJustified(illicitness));
  if (intendedUse) flatten(form, 'question.intendedUse', 'value' in intendedUse ? intendedUse.value : intendedUse);
  if (undertaking) {
    form['question.undertaking.guaranteed'] = undertaking.guaranteed ? 'yes' : 'no';
    if (!undertaking.guaranteed) form['question.undertaking.because'] = undertaking.because;
  }
  return form;
}

/**
 * What a section's form says, in the shape of the draft: the section whole, so that an answer taken back is gone. `saved` is the form of the
 * draft as it stands: of a member that two sections share, what the other one asks is kept.
 */
export function sectionInput(section: Section, body: FlatForm, saved: FlatForm = {}): Tree {
  const part = questionPartOf(section);
  if (part === null) {
    const input = unflatten(body);
    return { ...input, requestedState: input['requestedState'] ?? null, ownReference: input['ownReference'] ?? null };
  }
  const kept = Object.entries(saved).filter(([name]) => name.startsWith(`question.${part}.`) && sectionOfField(name) !== section);
  const input = unflatten({ ...Object.fromEntries(kept), ...withoutUnchosenGrounds(withStatedChoices(body)) });
  const question = (input['question'] ?? {}) as Tree;
  return { ...input, question: { ...question, [part]: question[part] ?? {} } };
}

/** What the form of a whole question says, in the shape of the draft. */
export function wholeInput(body: FlatForm): Tree {
  return unflatten(withoutUnchosenGrounds(withStatedChoices(body)));
}

/** The same form with the rows of its lists closed up, as the desk read them: so faults stand beside the row they mean. */
export function closedUp(body: FlatForm): FlatForm {
  return LIST_ROWS.reduce(closeRows, body);
}

/** Lists of rows, outer ones before those inside them. */
const LIST_ROWS = [
  /^(question\.firearm\.(?:components|importMarks|markings)|items|candidates)\.(\d{1,3})\.(.+)$/,
  /^(items\.\d{1,3}\.parties)\.(\d{1,3})\.(.+)$/,
];

/** What was said of the one ground in general is shown as the justification of that ground. */
function eachJustified(illicitness: NonNullable<Question['illicitness']>): object {
  const { grounds = [], legalJustification } = illicitness;
  const stated = grounds.map((ground) => [ground, justificationOf(illicitness, ground) ?? legalJustification] as const);
  return { grounds, justifications: Object.fromEntries(stated.filter(([, said]) => said !== undefined)) };
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

/** A justification goes with its ground: with a ground taken back it goes too. */
function withoutUnchosenGrounds(body: FlatForm): FlatForm {
  const chosen = [body['question.illicitness.grounds'] ?? []].flat();
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => {
      const ground = /^question\.illicitness\.justifications\.(\w+)\./.exec(name)?.[1];
      return ground === undefined || chosen.includes(ground);
    }),
  );
}

function flatten(form: Form, name: string, value: unknown): void {
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
