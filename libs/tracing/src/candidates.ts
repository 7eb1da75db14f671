import { matchOf, readSerial } from '@tracedesk/firearms/core';
import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import type { Finding, RestrictionOnUse } from './response-item.js';

/** One of several firearms of which a record could be meant: what tells it from the others. */
export interface Candidate {
  readonly serial?: string;
  readonly make?: string;
  readonly model?: string;
  readonly calibre?: string;
  readonly yearOfManufacture?: number;
  /** The further marks by which somebody who holds the arm can say whether this is it. */
  readonly marks: string;
}

/** Candidates are firearms of people who have nothing to do with the request, all but one: authorised personnel alone may see them (ITI 15(a)). */
export const CANDIDATE_RESTRICTIONS: readonly RestrictionOnUse[] = ['15a'];

/** Findings that may list candidates, and how many each needs at the least. */
export const CANDIDATES_OF: Readonly<Partial<Record<Finding, { readonly least: number }>>> = {
  DUPLICATE_SERIALS: { least: 2 },
  INSUFFICIENT_IDENTIFICATION: { least: 0 },
};

/** Why these candidates cannot be given with this finding, or null. */
export function candidatesDenial(candidates: readonly Candidate[], finding: Finding | undefined): Denial | null {
  const rule = finding && CANDIDATES_OF[finding];
  if (!rule) return candidates.length === 0 ? null : no('CANDIDATES_NOT_APPLICABLE', 'candidates', '15(a)');
  if (candidates.length < rule.least)
    return no('CANDIDATES_REQUIRED', 'candidates', '17(b)', { found: candidates.length, least: rule.least });
  const told = candidates.map(fingerprint);
  const twin = told.findIndex((one, index) => told.indexOf(one) < index);
  return twin < 0 ? null : no('CANDIDATES_ALIKE', `candidates.${twin}.marks`, '17(b)', { found: told.indexOf(told[twin]!) + 1 });
}

/**
 * A candidate whose number differs where a number read in part was legible: it is not meant by the question, and is nobody's business. A number read
 * whole may be misread as a whole: then other marks say what is meant.
 */
export function strangeCandidateDenial(candidates: readonly Candidate[], read: string | undefined): Denial | null {
  if (read === undefined || !isReadInPart(read)) return null;
  const index = candidates.findIndex(({ serial }) => serial !== undefined && matchOf(serial, read) === null);
  return index < 0 ? null : no('CANDIDATE_NOT_ALIKE', `candidates.${index}.serial`, '17(b)', { match: 'none' });
}

function isReadInPart(read: string): boolean {
  const { normalised, unknownPositions } = readSerial(read);
  return unknownPositions.length > 0 && unknownPositions.length < normalised.length;
}

/** Two candidates that are told in the same words cannot be told apart. */
function fingerprint({ serial = '', make = '', model = '', calibre = '', yearOfManufacture = 0, marks }: Candidate): string {
  return JSON.stringify(
    [serial, make, model, calibre, marks].map((text) => text.trim().toLowerCase()).concat(`${yearOfManufacture}`),
  );
}

/** Fewer words stand in too many texts: `None.` tells no arm from another. */
const WORDS_OF_A_MARK = 3;

/**
 * The values by which a candidate would be recognised in a text: its number, make, model and marks, each mark by itself too. Calibre and year
 * are those of thousands of arms, and are learned from the arm at hand.
 */
export function candidateValues({ serial, make, model, marks }: Candidate): readonly string[] {
  const phrases = new Set([marks, ...marks.split(/[;\n]|\.(?=\s|$)/)].map((phrase) => phrase.trim()));
  const told = [...phrases].filter((phrase) => phrase.split(/\s+/).length >= WORDS_OF_A_MARK);
  return [serial, make, model, ...told].filter((value) => value !== undefined);
}
