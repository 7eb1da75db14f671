/** Why a question cannot be kept or sent as it stands (ITI 6, 15 to 17). */
export const problemsOfQuestion = {
  'problem.LEGIBILITY_MISPLACED': 'Give one sign of legibility for each character of the text',
  'problem.LEGIBILITY_MISPLACED.help':
    'Use = for clear, ~ for doubtful and ? for unreadable. What is unreadable stands as ? in the text too.',
} as const;
