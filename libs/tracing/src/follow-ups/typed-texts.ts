import type { Question } from '../question.js';
import type { TypedText } from '../restricted-words.js';

/** Every text of a question that a person typed, by its field; what the desk put there by rule is no typed text. */
export function typedTextsOf({ earlier: _, ...typed }: Question): readonly TypedText[] {
  return textsIn(typed, 'question');
}

function textsIn(value: unknown, field: string): readonly TypedText[] {
  if (typeof value === 'string') return [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, `${field}.${at}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, `${field}.${name}`));
}
