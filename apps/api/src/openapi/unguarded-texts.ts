/** A text of the interface that is not held against what third States keep back (ITI 15), and why it need not be. */
export interface UnguardedText {
  /** `POST /consents`, or a part of it; without one, the field wherever it stands. */
  readonly route?: string;
  /** The end of the field's path; without one, every text of the route. */
  readonly field?: string;
  readonly because: string;
}

/**
 * Every text of the interface that is in no row here is guarded: typed on a request, it is denied where it tells the other State what a third
 * one keeps back. A spec walks the document, plays each of them, and fails for a new text that is neither guarded nor written here.
 */
export const UNGUARDED_TEXTS: readonly UnguardedText[] = [
  { route: 'POST /tracing-requests', because: 'A draft stays with its State; its submission is guarded.' },
  { route: 'POST /request-batches', because: 'A batch is drafts; the submission of each is guarded.' },
  { route: '/session', because: 'A name and a password of the own State.' },
  { route: '/tracing-requests/search', because: 'What a State looks for among its own requests stays with it, sealed.' },
  { route: '/disclosures', because: 'Why somebody reads stands in the own State’s log, sealed.' },
  { route: '/cases', because: 'A case is its own State’s.' },
  { route: '/traceability-checks', because: 'Why a warning was overridden stays with the asking State, sealed.' },
  { route: '/request-batches/{id}/check', because: 'Why a warning was overridden stays with the asking State, sealed.' },
  { route: '/routing-advice', because: 'Marks are looked up and not kept.' },
  { route: '/mail-preferences', because: 'The address and hours of one person.' },
  { route: '/demonstration', because: 'How far the clock of a demonstration is moved.' },
  {
    route: '/contact-points',
    because: 'How an office is reached: written by administrators, who read no answer, and about no weapon.',
  },
  { route: '/calendars', because: 'Holidays and their law: about no weapon.' },
  { route: '/deadline-profiles', because: 'An agreement of two governments, by those who read no answer: about no weapon.' },
  { route: '/marking-practices', because: 'How a maker marks its arms, for every State: about no one weapon.' },
  { field: 'believedState', because: 'A code of a State, or `unknown`.' },
  { field: 'names[]', because: 'Names of items such as 1.1, each held against those that were given.' },
  { field: 'replaces', because: 'The number of an item, held against those that were given.' },
  { field: 'legibility', because: 'One sign below each character of a mark, from a closed list.' },
  {
    field: 'record.register',
    because: 'What the answering State’s own record says is its own knowledge, whoever else told it the same.',
  },
  { field: 'record.reference', because: 'As the register.' },
  { field: 'record.serial', because: 'As the register.' },
];

export function isUnguarded(route: string, field: string): boolean {
  return UNGUARDED_TEXTS.some((text) => (text.route === undefined || matches(route, text.route)) && endsWith(field, text.field));
}

function matches(route: string, pattern: string): boolean {
  if (pattern.startsWith('/')) return route.slice(route.indexOf(' ') + 1).startsWith(pattern);
  return route === pattern;
}

function endsWith(field: string, end: string | undefined): boolean {
  return end === undefined || field === end || field.endsWith(`.${end}`);
}
