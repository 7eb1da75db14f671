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

export const DRAFT_EXAMPLES = {
  complete: { summary: 'A complete question', value: COMPLETE_DRAFT },
  begun: { summary: 'A beginning, to be amended', value: { requestedState: 'QM' } },
  unknown: {
    summary: 'What is unknown says why (ITI 17: to the extent possible)',
    value: { question: { firearm: { serialNumber: { unknownBecause: 'Obliterated by grinding; not recovered.' } } } },
  },
} satisfies Examples;
