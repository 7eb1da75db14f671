import { Sealed } from '@tracedesk/kernel';
import type { Question } from '../question.js';
import type { TypedText } from '../restricted-words.js';

/** Every text of a question that a person typed, by its field; what the desk put there by rule is no typed text. */
export function typedTextsOf({ earlier: _, ...typed }: Question): readonly TypedText[] {
  return textsIn(typed, 'question');
}

/** Every text in a value, however deep it lies and whether it is sealed, by its path. */
export function textsIn(value: unknown, field = ''): readonly TypedText[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (value instanceof Sealed) return textsIn(value.reveal(), field);
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, field === '' ? name : `${field}.${name}`));
}
