/** Sections of a draft, in the order of the task list. */
export const SECTIONS = ['firearm', 'find', 'illicitness', 'use', 'undertaking', 'recipient'] as const;
export type Section = (typeof SECTIONS)[number];

export function isSection(text: string): text is Section {
  return SECTIONS.includes(text as Section);
}

/** Where in the draft a section's answers lie; what lies elsewhere belongs to the section of whom is asked. */
const PREFIX_OF = {
  firearm: 'question.firearm',
  find: 'question.find',
  illicitness: 'question.illicitness',
  use: 'question.intendedUse',
  undertaking: 'question.undertaking',
} as const satisfies Partial<Record<Section, string>>;

/** The section in which a field of the draft is asked. */
export function sectionOfField(field: string): Section {
  const found = Object.entries(PREFIX_OF).find(([, prefix]) => field === prefix || field.startsWith(`${prefix}.`));
  return (found?.[0] as Section | undefined) ?? 'recipient';
}

/** The member of `question` that a section replaces whole, or null for the section of whom is asked. */
export function questionPartOf(section: Section): string | null {
  return section === 'recipient' ? null : (PREFIX_OF[section].split('.')[1] ?? null);
}
