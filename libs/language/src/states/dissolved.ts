/** States that are no more, by ISO 3166-3 code: firearms still carry their names. */
export const DISSOLVED_STATES = [
  ['CSHH', 'Czechoslovakia', 'Tchécoslovaquie'],
  ['CSXX', 'Serbia and Montenegro', 'Serbie-et-Monténégro'],
  ['DDDE', 'German Democratic Republic', 'République démocratique allemande'],
  ['SUHH', 'Union of Soviet Socialist Republics', 'Union des Républiques socialistes soviétiques'],
  ['VDVN', 'Democratic Republic of Viet Nam', 'République démocratique du Viet Nam'],
  ['YDYE', 'Democratic Yemen', 'Yémen démocratique'],
  ['YUCS', 'Yugoslavia', 'Yougoslavie'],
] as const;
