/** Why a question cannot be kept or sent as it stands (ITI 6, 15 to 17). */
export const problemsOfQuestion = {
  'problem.LEGIBILITY_MISPLACED': 'Give one sign of legibility for each character of the text',
  'problem.LEGIBILITY_MISPLACED.help':
    'Use = for clear, ~ for doubtful and ? for unreadable. What is unreadable stands as ? in the text too.',
  'problem.RESOLUTION_REQUIRED': 'Name the Security Council resolution of the embargo',
  'problem.RESOLUTION_REQUIRED.help':
    'Or say why it is unknown. It is asked where the firearm was transferred in violation of an arms embargo.',
  'problem.SOURCE_REQUIRED': 'Name the peace operation that recorded the firearm',
  'problem.SOURCE_REQUIRED.help': 'A mission is a source of data: the State on whose territory the firearm was found asks.',
  'problem.HOST_CONSENT_REQUIRED': 'Record your State’s consent to the use of the mission’s data',
  'problem.HOST_CONSENT_REQUIRED.help': 'Say when and by which authority it was given. A peace operation cannot ask for itself.',
  'problem.SUBJECT_OUTSIDE_INSTRUMENT': 'Choose another legal basis',
  'problem.SUBJECT_OUTSIDE_INSTRUMENT.help':
    'Parts, components and ammunition are outside the International Tracing Instrument. Ask under another instrument, for example article 12 of the Firearms Protocol.',
  'problem.OTHER_STATE_IS_OWN': 'Choose a State other than your own',
  'problem.OTHER_STATE_IS_OWN.help': 'Name another State in whose jurisdiction the find could lie, or leave it out.',
} as const;
