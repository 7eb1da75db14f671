import type { FirearmDescription } from './firearm-description.js';
import type { MarkingKind } from './marking.js';
import { readSerial } from './serial-reading.js';
import { valueOf } from './stated.js';

/** How sure a finding is: there for all to see, likely, or no more than possible. */
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Words that announce a patent or a registered design, and never a serial number (`domain.md` 4.3). */
const PATENT_WORD =
  /^(?:PAT(?:ENTE?D?|S)?|BREV(?:ET(?:E|TO|TATO)?)?|D\.?R\.?(?:G\.?M|P)|S\.?G\.?D\.?G)(?![A-Z])[\s.:-]*(?:N[O°]?[\s.:-]*)?[\d,. -]{4,}$/i;
/** A country's letters and a patent's number: US4539889, EP 0123456, GB-2 123 456. Seven digits since 1911 for US patents. */
const PATENT_SHAPE = /^(?:US|U\.S\.|EP|GB|DE|FR|WO)[\s.:-]*(?:PAT[\s.:-]*)?\d[\d,. ]{5,9}\d$/i;
/** Marks of proof houses, as letters: CIP, BNP, NP, and a year code or a number at most. */
const PROOF_SHAPE = /^(?:CIP|BNP|BP|NP|SP|PSF|ELG|LEG)[\s.:-]*\d{0,4}$/i;
/** Racks and armouries number what they hold: RACK 12, R/N 47, ARMOURY NO 8. */
const RACK_SHAPE = /^(?:RACK|R\/N|ARMOU?RY|BUTT)[\s.:-]*(?:N[O°]?[\s.:-]*)?\d{1,5}$/i;
/** Fitted parts of one arm bear the last digits of its number, or a fitter's: two or three digits. */
const LONGEST_ASSEMBLY_NUMBER = 3;

/** Kinds of marking that are taken for a serial number. */
export type MistakenFor = 'patent' | 'proof' | 'assembly' | 'rack';
const KIND_OF_MARKING: Readonly<Partial<Record<MarkingKind, MistakenFor>>> = {
  patent: 'patent',
  proof: 'proof',
  assembly: 'assembly',
  force_property: 'rack',
  rack: 'rack',
};

/**
 * What the serial number may really be, and how sure that is; `null` when it looks like a serial number.
 * The shape of a text proves nothing: it is a reason to look again where on the arm it was read.
 */
export function mistakenFor(firearm: FirearmDescription): { readonly kind: MistakenFor; readonly certainty: Certainty } | null {
  const serial = valueOf(firearm.serialNumber)?.trim();
  if (serial === undefined || serial === '') return null;
  const sameMark = (firearm.markings ?? []).find(
    ({ kind, text }) => KIND_OF_MARKING[kind] !== undefined && readSerial(text).normalised === readSerial(serial).normalised,
  );
  const kind = sameMark && KIND_OF_MARKING[sameMark.kind];
  if (kind) return { kind, certainty: 'likely' };
  if (PATENT_WORD.test(serial) || PATENT_SHAPE.test(serial)) return { kind: 'patent', certainty: 'likely' };
  if (RACK_SHAPE.test(serial)) return { kind: 'rack', certainty: 'likely' };
  if (PROOF_SHAPE.test(serial)) return { kind: 'proof', certainty: 'possible' };
  return /^\d+$/.test(serial) && serial.length <= LONGEST_ASSEMBLY_NUMBER ? { kind: 'assembly', certainty: 'possible' } : null;
}
