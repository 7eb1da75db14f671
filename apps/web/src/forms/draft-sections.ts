/** Sections of a draft, in the order of the task list. */
export const SECTIONS = [
  'firearm',
  'markings',
  'components',
  'find',
  'context',
  'illicitness',
  'use',
  'undertaking',
  'restrictions',
  'steps',
  'recipient',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Sections that may stay empty. */
export const OPTIONAL_SECTIONS: readonly Section[] = ['components', 'context', 'restrictions', 'steps'];

export function isSection(text: string): text is Section {
  return SECTIONS.includes(text as Section);
}

const FIREARM = 'question.firearm';
const FIND = 'question.find';

/** The fields that a section's page asks. Two pages may share a member of the question: what one does not ask, it leaves as it is. */
const FIELDS_OF: Readonly<Record<Section, readonly string[]>> = {
  markings: ['markingScheme', 'serialNumber', 'serialNumberPlace', 'serialNumberReading', 'importMarks', 'markings'].map(
    (field) => `${FIREARM}.${field}`,
  ),
  components: [`${FIREARM}.components`],
  firearm: [FIREARM],
  context: [`${FIND}.contexts`, `${FIND}.resolution`, `${FIND}.source`],
  find: [FIND],
  illicitness: ['question.illicitness'],
  use: ['question.intendedUse'],
  undertaking: ['question.undertaking'],
  restrictions: ['question.restrictions'],
  steps: ['question.earlierSteps'],
  recipient: [],
};

/** The section in which a field of the draft is asked; what belongs to no other is asked where the State is chosen. */
export function sectionOfField(field: string): Section {
  const found = Object.entries(FIELDS_OF).find(([, fields]) =>
    fields.some((own) => field === own || field.startsWith(`${own}.`)),
  );
  return (found?.[0] as Section | undefined) ?? 'recipient';
}

/** The member of `question` that a section is part of, or null for the section of whom is asked. */
export function questionPartOf(section: Section): string | null {
  return FIELDS_OF[section][0]?.split('.')[1] ?? null;
}
