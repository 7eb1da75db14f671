/** A response that there is no record: the period for keeping it, and the firearms that could be meant. */
export const noRecord = {
  'period.heading': 'Period for keeping records',
  'period.hint': 'With the finding that the period has lapsed: which records, and of which year.',
  'period.records': 'Records sought',
  'period.records.manufacture': 'Of manufacture',
  'period.records.other': 'Others: export, import, sale, holder',
  'period.records.least': 'Kept for at least {years, number} years',
  'period.year': 'Year of the records sought',
  'period.confirmed': 'I looked at the year by which the period still runs: the records are not kept all the same',
  'period.lapsed': 'Records of {year}: the period of at least {years, number} years ended in {until}.',
  'period.contradicted.answer':
    'By the year given, {year}, the instrument wants these records kept until {until}. The State has confirmed that they are not.',
  'period.contradicted.firearm':
    'By the year the firearm bears, {year}, the instrument wants these records kept until {until}. The State has confirmed that they are not.',
  'candidates.heading': 'Firearms that could be meant',
  'candidates.hint':
    'At least two where several carry the serial number, each with the marks that tell it from the others. Read under restriction 15(a).',
  'candidates.which': 'Say by further marks which of them it is',
  candidate: 'Firearm {number, number}',
  'candidate.serial': 'Serial number',
  'candidate.make': 'Make',
  'candidate.model': 'Model',
  'candidate.calibre': 'Calibre',
  'candidate.yearOfManufacture': 'Year of manufacture',
  'candidate.marks': 'Further marks',
  'candidate.add': 'Add another firearm',

  'problem.RECORD_PERIOD_NOT_LAPSED': 'By a year that is known, the period for keeping the records still runs',
  'problem.RECORD_PERIOD_NOT_LAPSED.help':
    'By the year {found} they are kept until {until}. Look at the year given and at the years the firearm bears. If the records are not kept all the same, confirm it; else choose another finding.',
  'problem.RECORD_PERIOD_NOT_APPLICABLE': 'A period for keeping records belongs to the finding that it has lapsed',
  'problem.RECORD_PERIOD_NOT_APPLICABLE.help': 'Choose that finding, or leave the period out.',
  'problem.CANDIDATES_REQUIRED': 'Name at least two firearms that carry the serial number',
  'problem.CANDIDATES_REQUIRED.help':
    'Found: {found}. The requesting State can then say by further marks which of them it holds.',
  'problem.CANDIDATES_NOT_APPLICABLE': 'This response names no firearms that could be meant',
  'problem.CANDIDATES_NOT_APPLICABLE.help':
    'They belong to the findings that several firearms carry the number, or that the identification is not sufficient.',
  'problem.CANDIDATE_NOT_ALIKE': 'This firearm has another serial number than the one asked about',
  'problem.CANDIDATE_NOT_ALIKE.help':
    'The number was read in part, and this one differs where it was legible. Compare both again, or leave this firearm out.',
  'problem.CANDIDATES_ALIKE': 'Two of the firearms are described in the same words',
  'problem.CANDIDATES_ALIKE.help': 'It is described like firearm {found}: say of each which marks tell it from the others.',
} as const;
