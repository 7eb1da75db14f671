/** What the traceability check says, by rule. */
export const traceability = {
  'traceability.SERIAL_NUMBER_UNKNOWN': 'There is no serial number. Few traces succeed without one: can a laboratory recover it?',
  'traceability.SERIAL_NUMBER_NOT_FROM_FRAME':
    'The serial number was not read from the frame or receiver. Numbers of other parts may differ: look there first.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PATENT':
    'The serial number looks like a patent number. Where on the firearm was it read? Is there another number?',
  'traceability.MAKE_UNKNOWN': 'There is no make. A serial number without its maker may belong to many firearms.',
  'traceability.MODEL_UNKNOWN': 'There is no model. Makers often use the same serial numbers on several models.',
  'traceability.CALIBRE_UNKNOWN': 'There is no calibre.',
  'traceability.COUNTRY_OF_MANUFACTURE_UNKNOWN': 'There is no country of manufacture. Proof marks may show it.',
  'traceability.NO_IMPORT_MARK':
    'There is no import mark. The most recent importer usually holds the newest record: look for one.',
  'traceability.ANTIQUE':
    'The firearm was made in or before 1899. The instrument excludes antiques as domestic law defines them.',
  'traceability.MADE_BEFORE_1946': 'The firearm was made before 1946. Records of that time seldom exist.',
} as const;
