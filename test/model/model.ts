import type { Action } from '@tracedesk/tracing/core';
import type { ConfidedWords } from './words.js';

export const PARTIES = { requesting: 'QR', requested: 'QM', third: 'QN' } as const;
export type Stander = keyof typeof PARTIES;

export const ROLES = ['officer', 'contact', 'supervisor', 'auditor'] as const;
export const PEOPLE = Object.values(PARTIES).flatMap((state) => ROLES.map((role) => `${state} ${role}`));

/** What people say they read for. */
export const PURPOSES_TRIED = ['assigned_task', 'supervision', 'investigation', 'legal_proceedings', 'statistics'] as const;

/** A sitting somebody opened, or was denied, and what for. */
export interface Sitting {
  readonly id: string | undefined;
  readonly purpose: (typeof PURPOSES_TRIED)[number];
}

/** What the model knows of the request at hand: no rule of the lifecycle, only what every move must leave true. */
export interface Model {
  readonly words: ConfidedWords;
  requestId: string;
  version: number;
  status: string;
  /** Said in the question; the requested State may read it once it is asked. */
  questionWord: string;
  /** The newest consent that was asked for. */
  consent: { readonly id: string; readonly version: number } | null;
  /** The consents that let the consignee of the first answer go to the third State, now. */
  readonly leave: Set<string>;
  answers: number;
  /** The consignee of the first answer if that has items, kept to the receiver; and the carriers of any, who may go on. */
  consignee: string | null;
  readonly carriers: string[];
  /** Words that the State named keeps to investigation (15(b)). */
  readonly kept: Map<string, string>;
  readonly sittings: Sitting[];
  /** How many confided words were shown to somebody, each held against the log. */
  shown: number;
  /** The newest request that was drafted to ask the third State next. */
  followUp: { readonly id: string; readonly version: number } | null;
  acts: number;
  moved: number;
}

export function newModel(words: ConfidedWords): Model {
  return {
    words,
    requestId: '',
    version: 0,
    status: '',
    questionWord: '',
    consent: null,
    leave: new Set(),
    answers: 0,
    consignee: null,
    carriers: [],
    kept: new Map(),
    sittings: [],
    shown: 0,
    followUp: null,
    acts: 0,
    moved: 0,
  };
}

/** A draft with a word of its own wherever words are protected. */
export function draftWith(word: string): object {
  return {
    requestedState: PARTIES.requested,
    priority: 'routine',
    legalBasis: 'ITI',
    question: {
      illicitness: { grounds: ['6a'], legalJustification: { value: `Without licence, ${word}.` } },
      find: { stateOfFind: PARTIES.requesting, manner: 'seized', circumstances: { value: `Under a seat, ${word}.` } },
      firearm: {
        type: { value: 'self_loading_pistol' },
        calibre: { value: '9x19' },
        serialNumber: { value: 'A104552' },
        serialNumberPlace: 'frame_or_receiver',
        make: word,
        countryOfManufacture: PARTIES.requested,
      },
      intendedUse: { uses: ['investigation'] },
      undertaking: { guaranteed: true },
    },
  };
}

const RESPONSES = ['full', 'restricted', 'refused', 'no_record'] as const;

/** The words of one move: of anything it says, of what is kept to investigation, of a party that is kept to the receiver, and of one that is not. */
export interface Said {
  readonly word: string;
  readonly kept: string;
  readonly consignee: string;
  readonly carrier: string;
}

/** The consignee of the first answer, by the name under which consent is asked for it. */
export const CONSIGNEE = '1.2.1';

function responseKindOf(variant: number): (typeof RESPONSES)[number] | undefined {
  return RESPONSES[variant % RESPONSES.length];
}

/** Whether that variant of a response has items, and so names a consignee. */
export function namesParties(variant: number): boolean {
  const kind = responseKindOf(variant);
  return kind === 'full' || kind === 'restricted';
}

/** What a move says, complete, with a confided word wherever words are protected. */
export function wordsOf(action: Action, { word, kept, consignee, carrier }: Said, variant: number): object {
  const holder = {
    kind: 'holder',
    finding: 'TRACED_TO_LAST_LEGAL_HOLDER',
    details: kept,
    restrictions: ['15a', '15b', '15c'],
    purposes: ['investigation'],
  };
  const exported = {
    kind: 'export',
    finding: 'TRANSFERRED_TO_STATE',
    on: '2014',
    state: PARTIES.third,
    details: word,
    restrictions: [],
    parties: [
      { role: 'consignee', name: consignee, isPerson: false, restrictions: ['15c'] },
      { role: 'carrier', name: carrier, isPerson: false, restrictions: [] },
    ],
  };
  const said: Record<Action, () => object> = {
    submit: () => ({}),
    discard: () => ({}),
    acknowledge: () => ({ reference: 'QM/17', expectedOn: '2199-01-01' }),
    redirect: () => ({ believedState: variant % 2 === 0 ? 'QS' : 'unknown' }),
    request_information: () => ({ element: variant % 2 === 0 ? '17b_calibre' : 'beyond_17', question: word }),
    supply_information: () => (variant % 2 === 0 ? { answer: word } : { notAvailable: true }),
    delay: () => ({ ground: '22_INVESTIGATION', reasons: word, until: `${2200 + variant}-01-01` }),
    respond: () => {
      const kind = responseKindOf(variant);
      if (kind === 'no_record') return { kind, finding: 'NO_RECORD_FOUND', remarks: word };
      if (kind === 'refused') return { kind, ground: '22_INVESTIGATION', reasons: word };
      return {
        kind,
        items: [holder, exported],
        ...(kind === 'restricted' && { ground: '22_CONFIDENTIALITY_LAW', reasons: word }),
      };
    },
    seek_clarification: () => ({ question: word }),
    clarify: () => ({ answer: word }),
    supplement: () => ({ items: [variant % 2 === 0 ? exported : { ...exported, replaces: '1.1' }], because: word }),
    close: () =>
      variant % 2 === 0 ? { outcome: 'NOT_TRACED', obstacle: 'mark_wanting' } : { outcome: 'TRACED_TO_LAST_LEGAL_HOLDER' },
    reopen: () => ({ ground: 'new_information', because: word }),
    withdraw: () => ({ reason: word }),
  };
  return said[action]();
}

/** The same with what the rules ask for missing: a foreseeable no of the rule, or of the input's shape. */
export function flawedWordsOf(action: Action): object {
  return action === 'respond'
    ? { kind: 'refused', ground: '22_INVESTIGATION' }
    : action === 'close'
      ? { outcome: 'TRANSFERRED_TO_STATE' }
      : {};
}
