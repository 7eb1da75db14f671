import type { StateCode } from '@tracedesk/kernel';
import { RESPONSE_KINDS, type ResponseKind } from './response.js';

/** One request, as far as the figures need it. Open fields only; exported, the same figures can be worked out from it by anybody. */
export interface ComplianceRow {
  readonly reference: string;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
  readonly priority: 'routine' | 'urgent';
  readonly submittedAt: string;
  /** The request went to the wrong State and was redirected (ITI 18): no duty, no penalty. */
  readonly misrouted: boolean;
  readonly acknowledgement: {
    readonly dueAt: string;
    readonly settledAt: string | null;
    readonly misses: readonly string[];
  } | null;
  readonly response: {
    readonly dueAt: string;
    /** A later date was named, with a ground of 22 and reasons (23). */
    readonly delayed: boolean;
    readonly misses: readonly string[];
  } | null;
  /** The first response; later rounds correct and complete it. */
  readonly respondedAt: string | null;
  /** What the newest round is. */
  readonly kind: ResponseKind | null;
}

export const ACKNOWLEDGEMENT_FIGURES = ['on_time', 'late', 'not', 'pending', 'not_due'] as const;
export type AcknowledgementFigure = (typeof ACKNOWLEDGEMENT_FIGURES)[number];

/** *Silent* is a date that passed without a response. A refusal is a response, with its reasons, and never silence. */
export const ANSWER_FIGURES = ['on_time', 'on_time_after_delay', 'late', 'silent', 'pending', 'not_due'] as const;
export type AnswerFigure = (typeof ANSWER_FIGURES)[number];

export interface CompliancePeriod {
  /** Requests submitted from then on … */
  readonly from: string;
  /** … and before then. */
  readonly before: string;
  /** What was due by then counts as due. */
  readonly asOf: string;
}

/** How one State kept its dates towards another. */
export interface ComplianceFigures {
  readonly requestedState: StateCode;
  readonly requestingState: StateCode;
  readonly requests: number;
  readonly misrouted: number;
  readonly acknowledgement: Readonly<Record<AcknowledgementFigure, number>>;
  readonly answer: Readonly<Record<AnswerFigure, number>>;
  readonly kinds: Readonly<Record<ResponseKind, number>>;
}

/** The figures of the period, per State that was asked and State that asked it: a pure function of the rows, whoever holds them. */
export function complianceOf(
  rows: readonly ComplianceRow[],
  { from, before, asOf }: CompliancePeriod,
): readonly ComplianceFigures[] {
  const pairs = new Map<string, ComplianceRow[]>();
  for (const row of rows) {
    if (row.submittedAt < from || row.submittedAt >= before) continue;
    const pair = `${row.requestedState} ${row.requestingState}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), row]);
  }
  return [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, ofPair]) => figuresOf(ofPair, asOf));
}

/** Acknowledged on time, late, or not although it was due; still to come; or no duty any more. */
export function acknowledgementFigureOf(
  { misrouted, acknowledgement }: ComplianceRow,
  asOf: string,
): AcknowledgementFigure | null {
  if (misrouted) return null;
  if (!acknowledgement) return 'not_due';
  const { dueAt, settledAt, misses } = acknowledgement;
  if (settledAt !== null) return misses.some((missed) => missed <= settledAt) ? 'late' : 'on_time';
  return misses.length > 0 ? 'not' : openFigure(dueAt, asOf, 'not');
}

export function answerFigureOf({ misrouted, response, respondedAt }: ComplianceRow, asOf: string): AnswerFigure | null {
  if (misrouted) return null;
  if (!response) return 'not_due';
  const { dueAt, delayed, misses } = response;
  if (respondedAt === null) return misses.length > 0 ? 'silent' : openFigure(dueAt, asOf, 'silent');
  if (misses.some((missed) => missed <= respondedAt)) return 'late';
  return delayed ? 'on_time_after_delay' : 'on_time';
}

function openFigure<Missed extends string>(dueAt: string, asOf: string, missed: Missed): Missed | 'pending' {
  return dueAt <= asOf ? missed : 'pending';
}

function figuresOf(rows: readonly ComplianceRow[], asOf: string): ComplianceFigures {
  const { requestedState, requestingState } = rows[0] as ComplianceRow;
  return {
    requestedState,
    requestingState,
    requests: rows.length,
    misrouted: rows.filter(({ misrouted }) => misrouted).length,
    acknowledgement: counted(ACKNOWLEDGEMENT_FIGURES, rows, (row) => acknowledgementFigureOf(row, asOf)),
    answer: counted(ANSWER_FIGURES, rows, (row) => answerFigureOf(row, asOf)),
    kinds: counted(RESPONSE_KINDS, rows, ({ misrouted, kind }) => (misrouted ? null : kind)),
  };
}

function counted<Name extends string>(
  names: readonly Name[],
  rows: readonly ComplianceRow[],
  figureOf: (row: ComplianceRow) => Name | null,
): Readonly<Record<Name, number>> {
  const figures = rows.map(figureOf);
  return Object.fromEntries(names.map((name) => [name, figures.filter((figure) => figure === name).length])) as Record<
    Name,
    number
  >;
}
