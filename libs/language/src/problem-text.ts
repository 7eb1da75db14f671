import type { Language } from './languages.js';
import { translator } from './translator.js';

export interface ProblemText {
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What would help. */
  readonly detail: string;
}

type Details = Readonly<Record<string, unknown>>;

/**
 * The words of a denial, or of one fault of a field, by its code. A code nobody has put into words is shown as it is:
 * a spec sees to it that no room has such a code.
 */
export function problemTextOf(code: string, language: Language, details: Details = {}): ProblemText {
  const t = translator(language);
  const args = plainOf(details);
  const title = t.maybe(`problem.${code}`, args);
  if (title !== null) return { title, detail: t.maybe(`problem.${code}.help`, args) ?? title };
  const fault = t.maybe(`fault.${code}`, args);
  if (fault !== null) return { title: fault, detail: fault };
  return { title: code, detail: t('fault.other') };
}

export function hasProblemText(code: string, language: Language): boolean {
  const t = translator(language);
  return t.maybe(`problem.${code}`) !== null || t.maybe(`fault.${code}`, { max: 0, min: 0 }) !== null;
}

function plainOf(details: Details): Record<string, string | number> {
  const plain: Record<string, string | number> = { max: '…', min: '…' };
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') plain[name] = value;
  }
  return plain;
}
