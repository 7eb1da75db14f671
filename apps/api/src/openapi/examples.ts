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

export const RESPOND_EXAMPLES = {
  full: {
    summary: 'All that is known (ITI 21)',
    value: {
      kind: 'full',
      items: [
        {
          finding: 'TRANSFERRED_TO_STATE',
          on: '2009-05-11',
          state: 'QN',
          details: 'Sold to a licensed dealer in Norvane.',
          restrictions: ['15a'],
        },
      ],
    },
  },
  noRecord: { summary: 'No record', value: { kind: 'no_record', finding: 'RECORD_PERIOD_LAPSED' } },
  refused: {
    summary: 'A refusal, with ground and reasons (ITI 22, 23)',
    value: { kind: 'refused', ground: '22_INVESTIGATION', reasons: 'Release would warn suspects of an ongoing investigation.' },
  },
} satisfies Examples;

export const CLOSE_EXAMPLES = {
  followedUp: {
    summary: 'The trace goes on in another request',
    value: { outcome: 'TRANSFERRED_TO_STATE', followUp: { kind: 'linked', requestId: '0199a7a0-0000-7000-8000-000000000001' } },
  },
  waived: {
    summary: 'The trace ends here, and why',
    value: { outcome: 'TRANSFERRED_TO_STATE', followUp: { kind: 'waived', because: 'The case was closed by the court.' } },
  },
  traced: { summary: 'Traced', value: { outcome: 'TRACED_TO_POINT_OF_DIVERSION' } },
} satisfies Examples;
