/** What the traceability check says, by rule: what was found, and what would cure it; by cause: why it matters; and how sure it is. */
export const traceability = {
  'traceability.ANTIQUE': 'The firearm was made in or before 1899.',
  'traceability.ANTIQUE.cure':
    'Look at the year again. The instrument leaves out antiques as domestic law defines them: no State need answer.',
  'traceability.MADE_BEFORE_1946': 'The firearm was made before 1946.',
  'traceability.MADE_BEFORE_1946.cure':
    'Look at the year again. Records of that time seldom exist; such arms are among those that practice leaves untraced.',
  'traceability.SERIAL_NUMBER_UNKNOWN': 'There is no serial number.',
  'traceability.SERIAL_NUMBER_UNKNOWN.cure':
    'Can a laboratory recover it? If not, say why it is unknown, and give every other mark.',
  'traceability.MAKE_UNKNOWN': 'There is no make.',
  'traceability.MAKE_UNKNOWN.cure':
    'Name the maker, or describe its mark: a serial number without its maker may belong to many firearms.',
  'traceability.CALIBRE_UNKNOWN': 'There is no calibre.',
  'traceability.CALIBRE_UNKNOWN.cure': 'Read it on the barrel or the slide, or say why it is unknown.',
  'traceability.NO_IMPORT_MARK': 'There is no import mark.',
  'traceability.NO_IMPORT_MARK.cure': 'Look for one: the most recent importer usually holds the newest record.',
  'traceability.COUNTRY_OF_MANUFACTURE_UNKNOWN': 'There is no country of manufacture.',
  'traceability.COUNTRY_OF_MANUFACTURE_UNKNOWN.cure': 'Proof marks may show it.',
  'traceability.MODEL_UNKNOWN': 'There is no model.',
  'traceability.MODEL_UNKNOWN.cure': 'Name it: makers often use the same serial numbers on several models.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PATENT': 'The serial number looks like a patent number.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PATENT.cure':
    'Where on the firearm was it read? Look for another number on the frame or receiver; enter this one as a patent marking.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PROOF': 'The serial number looks like a proof mark.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PROOF.cure':
    'Where on the firearm was it read? Proof marks stand on barrel, slide and frame together: enter it as a proof mark.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY': 'The serial number looks like an assembly number.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY.cure':
    'Where on the firearm was it read? Fitted parts bear two or three digits; the whole number stands on the frame or receiver.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_RACK': 'The serial number looks like a rack or property number.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_RACK.cure':
    'Where on the firearm was it read? A force numbers what it holds: enter it as a property mark, which may be a lead.',
  'traceability.SERIAL_NUMBER_NOT_FROM_FRAME': 'The serial number was not read from the frame or receiver.',
  'traceability.SERIAL_NUMBER_NOT_FROM_FRAME.cure':
    'Look there first: numbers of other parts may differ, and records go by the frame.',
  'traceability.SERIAL_NUMBER_PLACE_UNKNOWN': 'It is not said where on the firearm the serial number was read.',
  'traceability.SERIAL_NUMBER_PLACE_UNKNOWN.cure': 'Where was it read? Records go by the number on the frame or receiver.',
  'traceability.SERIAL_NUMBER_IN_OTHER_SCRIPT': 'The serial number is written in letters that are not Latin.',
  'traceability.SERIAL_NUMBER_IN_OTHER_SCRIPT.cure':
    'The reading is sent as it is, and looked for in Latin letters too. Say in the markings which alphabet is struck, or add a photograph.',
  'traceability.SERIAL_NUMBER_LOOKS_REWORKED': 'The serial number looks like something that a spreadsheet made of it.',
  'traceability.SERIAL_NUMBER_LOOKS_REWORKED.cure':
    'Look at the firearm or at the first record: decimals, powers of ten and days are what programs make of numbers. Keep such columns as text.',
  'traceability.SERIAL_NUMBER_MIXES_SCRIPTS': 'The serial number mixes letters or digits of several scripts.',
  'traceability.SERIAL_NUMBER_MIXES_SCRIPTS.cure':
    'Read it again: letters that look alike are often typed on the wrong keyboard.',
  'traceability.SERIAL_NUMBER_IMPLAUSIBLE': 'The serial number is unusually short or long, or has no digit.',
  'traceability.SERIAL_NUMBER_IMPLAUSIBLE.cure': 'Read it again, whole. Some makers do use such numbers.',
  'traceability.SERIAL_NUMBER_HOLDS_LOOK_ALIKES':
    'The serial number holds two characters that are mistaken for one another (O and 0, I and 1, S and 5, B and 8, Z and 2, G and 6).',
  'traceability.SERIAL_NUMBER_HOLDS_LOOK_ALIKES.cure': 'Look at both again, or add a photograph.',
  'traceability.CALIBRE_IMPOSSIBLE_FOR_MODEL': 'This model is not known in this calibre.',
  'traceability.CALIBRE_IMPOSSIBLE_FOR_MODEL.cure': 'Read both again: a barrel may have been exchanged, or the model misread.',
  'traceability.COMPONENT_NUMBER_DIFFERS': 'A part bears another number than the frame or receiver.',
  'traceability.COMPONENT_NUMBER_DIFFERS.cure':
    'Parts may have been exchanged: the request goes by the frame. Give the part’s number as well.',
  'traceability.COUNTRY_OF_MANUFACTURE_FROM_IMPORTER':
    'The country of manufacture is that of an import mark, and no mark names it.',
  'traceability.COUNTRY_OF_MANUFACTURE_FROM_IMPORTER.cure':
    'An importer’s mark or address is not a country of origin: look for the maker’s own.',
  'traceability.MADE_OVER_40_YEARS_AGO': 'The firearm is more than 40 years old.',
  'traceability.MADE_OVER_40_YEARS_AGO.cure': 'Import marks and proof marks of later years point to newer records.',
  'traceability.cause.outside_the_instrument': 'Such arms lie outside the instrument, or outside the practice of tracing.',
  'traceability.cause.missing_data':
    'Missing data is the cause named most often: in 40 percent of cases in the United States and 70 percent in INTERPOL’s experience (2011; the source leaves open of what).',
  'traceability.cause.misread_marks':
    'Misread, altered and exchanged marks are a published cause of failure: the State asked searches for a number that it never recorded.',
  'traceability.cause.records_missing': 'Records that were not kept are a published cause of failure.',
  'traceability.cause.old_arms':
    'Old arms are a published cause of failure: about 20 percent of requests concern arms of over 40 years.',
  'traceability.cause.order_of_steps':
    'A foreign request comes after one’s own registers and INTERPOL’s tools, and once for each firearm.',
  'traceability.certainty.certain': 'Certain',
  'traceability.certainty.likely': 'Likely',
  'traceability.certainty.possible': 'Possible',
  'traceability.askedBefore': 'Asked about before',
  'traceability.askedBefore.about':
    'Your State has asked about a firearm with this serial number. Look there first: it may be the same one, or the same chain.',
  'traceability.askedBefore.none': 'Your State has not asked about a firearm with this serial number.',
  'traceability.why': 'Why',
  'traceability.howSure': 'How sure',
  'traceability.cure': 'What would help',
  'traceability.answered.description': 'Answered: the description says why.',
  'traceability.answered.override': 'Overridden: your reason is kept.',
  'traceability.onlyPossible': 'Only possible: no answer is needed.',
  'traceability.override': 'Reason to send the request all the same',
  'traceability.override.hint': 'Leave this empty if you correct the description. The reason is kept, for your State alone.',
  'traceability.override.needed': 'Correct the description, or give a reason',
  'keptCheck.title': 'Traceability check of {reference}',
  'keptCheck.about':
    'What the check found in the draft when it was last read, before the request was submitted, and how its warnings were answered. Only your State sees this page.',
  'keptCheck.link': 'The traceability check before submission',
  'keptCheck.sealed': 'The reasons are part of the content: they are shown here while it is open to you for a purpose.',
  'keptCheck.notForRole': 'The reasons are part of the content, which is not shown to your role.',
  'keptCheck.none': 'The check found nothing.',
  'keptCheck.readAt': 'Read',
  'keptCheck.readBy': 'By',
  'keptCheck.overriddenAt': 'Overridden',
  'keptCheck.overriddenBy': 'Overridden by',
  'keptCheck.reasonSealed': 'Kept, and not open to you now.',
} as const;
