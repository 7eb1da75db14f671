/** What a person says the content is wanted for. Everything but one's own task asks for words (LED art. 25: the log tells why). */
export const PURPOSES = [
  'assigned_task',
  'supervision',
  'audit_review',
  'investigation',
  'legal_proceedings',
  'diversion_analysis',
  'embargo_monitoring',
  'statistics',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const JUSTIFICATION_MIN_LENGTH = 10;
export const JUSTIFICATION_MAX_LENGTH = 2_000;
