import type { ApiBodyOptions } from '@nestjs/swagger';

type Examples = NonNullable<(ApiBodyOptions & { examples?: unknown })['examples']>;

export const REDIRECT_EXAMPLES = {
  believed: { summary: 'Not ours: ask Valmora', value: { believedState: 'QM' } },
  unknown: { summary: 'Not ours, and we do not know whose', value: { believedState: 'unknown' } },
} satisfies Examples;

export const REQUEST_INFORMATION_EXAMPLES = {
  missing: {
    summary: 'An element of ITI 17 is missing',
    value: { element: '17b_calibre', question: 'Which calibre is stamped on the barrel?' },
  },
  beyond: {
    summary: 'Beyond ITI 17: no clock is paused',
    value: { element: 'beyond_17', question: 'Was ammunition found with the arm?' },
  },
} satisfies Examples;

export const SUPPLY_INFORMATION_EXAMPLES = {
  supplied: { summary: 'Supplied', value: { answer: '9x19, stamped on the chamber.' } },
  notAvailable: { summary: 'Not available', value: { notAvailable: true } },
} satisfies Examples;

export const DELAY_EXAMPLES = {
  delayed: {
    summary: 'Delayed with ground and reasons (ITI 22, 23)',
    value: {
      ground: '22_CONFIDENTIALITY_LAW',
      reasons: 'A court has to authorise the release of registry data.',
      reasonsRestrictions: ['15a'],
      until: '2027-02-26',
    },
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
  partial: {
    summary: 'All that is held, and it is incomplete: with its source, its purposes and its use as evidence (ITI 15, 21)',
    value: {
      kind: 'partial',
      items: [
        {
          kind: 'domestic_sale',
          finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
          on: '2011-03',
          details: 'Sold to a licensed collector; the licence lapsed in 2015.',
          parties: [{ role: 'dealer', name: 'Arms shop of the old port', restrictions: ['15c'] }],
          record: { register: 'Register of sales', reference: '2011/92' },
          confidence: 'possible',
          confidenceBasis: ['make_and_model'],
          restrictions: ['15a', '15b'],
          authorities: ['Criminal police of Rhosia'],
          purposes: ['investigation', 'prosecution'],
          evidentialUse: 'with_permission',
        },
      ],
      remarks: 'Records before 2010 were lost in a flood.',
    },
  },
  restricted: {
    summary: 'Part of it is withheld, with ground and reasons, which are restricted themselves (ITI 15, 22, 23)',
    value: {
      kind: 'restricted',
      ground: '22_CONFIDENTIALITY_LAW',
      reasons: 'The consignee may be named after a decision of the court only.',
      reasonsRestrictions: ['15a', '15c'],
      items: [
        {
          finding: 'TRANSFERRED_TO_STATE',
          on: '2009',
          fromState: 'QM',
          state: 'QN',
          details: 'Exported to Norvane; the consignee is withheld.',
          reExportConsent: 'not_shown',
          restrictions: ['15b'],
        },
      ],
    },
  },
  noRecord: {
    summary: 'No record: the period for keeping it has lapsed (ITI 12)',
    value: {
      kind: 'no_record',
      finding: 'RECORD_PERIOD_LAPSED',
      lapsedPeriod: { records: 'other', year: 1985, confirmed: true },
    },
  },
  duplicateSerials: {
    summary: 'Several firearms carry the number: further marks tell which it is (ITI 15(a), 17(b))',
    value: {
      kind: 'no_record',
      finding: 'DUPLICATE_SERIALS',
      candidates: [
        { serial: 'A104552', make: 'VAW', model: 'P24', marks: 'Proof mark of 1998 on the barrel.' },
        { serial: 'A104552', make: 'VAW', model: 'P26', marks: 'A crown on the slide.' },
      ],
    },
  },
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
  notTraced: { summary: 'Not traced: the mark is erased', value: { outcome: 'NOT_TRACED', obstacle: 'mark_erased' } },
  traced: { summary: 'Traced', value: { outcome: 'TRACED_TO_POINT_OF_DIVERSION' } },
} satisfies Examples;

const CORRECTED_ITEM = {
  finding: 'TRANSFERRED_TO_STATE',
  on: '2009-06-12',
  state: 'QN',
  details: 'The export licence is of June 2009, not of May.',
  restrictions: ['15a'],
  replaces: '1.1',
};

export const CLARIFY_EXAMPLES = {
  words: { summary: 'In words', value: { answer: 'The law meant is the Registry Act, article 12.' } },
  corrected: { summary: 'With a corrected item', value: { answer: 'A date was mistyped.', items: [CORRECTED_ITEM] } },
} satisfies Examples;

export const SUPPLEMENT_EXAMPLES = {
  corrected: { summary: 'A correction', value: { because: 'A date was mistyped.', items: [CORRECTED_ITEM] } },
  added: {
    summary: 'A record that was found later: the response is now full',
    value: {
      because: 'The archive of the former maker was found.',
      kind: 'full',
      items: [{ finding: 'GOVERNMENT_STOCK', details: 'Issued to the border police in 1998.', restrictions: [] }],
    },
  },
} satisfies Examples;

export const REOPEN_EXAMPLES = {
  information: { summary: 'New information', value: { ground: 'new_information', because: 'The import mark was recovered.' } },
  contested: {
    summary: 'A redirect is contested',
    value: { ground: 'redirect_contested', because: 'The receiver bears your proof mark of 2003.' },
  },
} satisfies Examples;
