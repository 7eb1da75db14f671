import type { ApiBodyOptions } from '@nestjs/swagger';

type Examples = NonNullable<(ApiBodyOptions & { examples?: unknown })['examples']>;

/** A request that may be submitted once its traceability check is read: T01 of the scenarios. */
const COMPLETE_DRAFT = {
  requestedState: 'QM',
  priority: 'routine',
  legalBasis: 'ITI',
  ownReference: 'QR-2026-0042',
  question: {
    illicitness: { grounds: ['6a'], legalJustification: { value: 'Possession without licence, Firearms Act section 5.' } },
    find: {
      stateOfFind: 'QR',
      manner: 'seized',
      on: '2026-02-14',
      place: 'Port of Rhosia',
      circumstances: { value: 'Found under the seat of a van stopped at the port.' },
    },
    firearm: {
      type: { value: 'self_loading_pistol' },
      calibre: { value: '9x19' },
      serialNumber: { value: 'A104552' },
      serialNumberPlace: 'frame_or_receiver',
      make: 'VAW',
      model: 'P9',
      countryOfManufacture: 'QM',
      yearOfManufacture: 2004,
    },
    intendedUse: { uses: ['investigation'] },
    undertaking: { guaranteed: true },
  },
};

const { firearm: COMPLETE_FIREARM, ...COMMON_QUESTION } = COMPLETE_DRAFT.question;

/** Two of the forty firearms of T35: what is common is said once, and whom each asks follows from its marks. */
export const BATCH_EXAMPLES = {
  two: {
    summary: 'Two firearms that a mission recorded',
    value: {
      ownReference: 'QR-2026-0043',
      question: {
        ...COMMON_QUESTION,
        find: {
          ...COMMON_QUESTION.find,
          contexts: ['peace_operation'],
          source: {
            kind: 'peace_operation',
            name: 'Mission in Rhosia',
            hostConsent: { on: '2026-02-10', by: 'Ministry of the Interior', reference: 'MI/2026/4' },
          },
        },
      },
      firearms: [
        { ...COMPLETE_FIREARM, importMarks: [{ state: 'QN', year: 2009 }], sourceReference: 'REC-1' },
        { ...COMPLETE_FIREARM, serialNumber: { value: 'A104553' }, sourceReference: 'REC-2' },
      ],
    },
  },
} satisfies Examples;

export const DRAFT_EXAMPLES = {
  complete: { summary: 'A complete question', value: COMPLETE_DRAFT },
  begun: { summary: 'A beginning, to be amended', value: { requestedState: 'QM' } },
  unknown: {
    summary: 'What is unknown says why (ITI 17: to the extent possible)',
    value: { question: { firearm: { serialNumber: { unknownBecause: 'Obliterated by grinding; not recovered.' } } } },
  },
} satisfies Examples;
