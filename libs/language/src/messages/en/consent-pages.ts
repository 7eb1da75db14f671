/** Pages of consents: what an act brings about, and its confirmation. */
export const consentPages = {
  'nav.consents': 'Consents',
  'consent.ask.namesHint':
    'As the content numbers it: 1.2 is the second item of the first response, 1.2.1 the first party it names. Several with commas.',
  'consent.consequence.ask.sent': '{state} is asked, and reads your purpose and reasons.',
  'consent.consequence.ask.clock': 'Its period to answer begins. Until it consents, nothing is handed on.',
  'consent.consequence.grant': '{state} may do what you allow until the last day, and is told. You can withdraw it at any time.',
  'consent.consequence.refuse': '{state} is told, and reads your reason. Nothing is handed on.',
  'consent.consequence.withdraw': '{state} is told, and reads your reason.',
  'consent.consequence.use': '{state} sees that its consent was used, and what for. The entry stays.',
  'consent.done.asked': 'Consent is asked for',
  'consent.done.grant': 'Consent is granted',
  'consent.done.refuse': 'Consent is refused',
  'consent.done.withdraw': 'Consent is withdrawn',
  'consent.done.use': 'The use is entered',
} as const;
