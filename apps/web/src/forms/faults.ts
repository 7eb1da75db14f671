import type { Denial } from '@tracedesk/kernel';
import { problemTextOf, type Language } from '@tracedesk/language';
import type { FieldFault } from '@tracedesk/platform';

/** What is wrong with a form, in words, by field; '' is for what belongs to no field. The first word about a field stands. */
export function faultTexts(faults: readonly FieldFault[], language: Language): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { field, code, details } of faults)
    if (!texts.has(field)) texts.set(field, problemTextOf(code, language, details).title);
  return texts;
}

/** A denial as a fault of the form it answers: what is wrong, and what would help. */
export function denialText({ code, field, details }: Denial, language: Language): ReadonlyMap<string, string> {
  const { title, detail } = problemTextOf(code, language, details);
  return new Map([[field ?? '', detail !== title ? `${title}. ${detail}` : title]]);
}

export const NO_FAULTS: ReadonlyMap<string, string> = new Map();
