import type { NoticeId, PersonId, RequestId, StateCode } from '@tracedesk/kernel';

/** What a State is told about. All of it is open to both parties; the screen finds the words. */
export const NOTICE_KINDS = [
  'request_received',
  'acknowledged',
  'redirected',
  'information_requested',
  'information_supplied',
  'third_information_round',
  'delayed',
  'responded',
  'clarification_requested',
  'clarified',
  'supplemented',
  'closed',
  'reopened',
  'withdrawn',
  'consent_asked',
  'consent_granted',
  'consent_refused',
  'consent_withdrawn',
  'deadline_missed',
  'deadline_missed_by_other',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A line in a State's list of news: reference and kind, no content. */
export interface Notice {
  readonly id: NoticeId;
  readonly state: StateCode;
  readonly kind: NoticeKind;
  readonly requestId: RequestId;
  readonly reference: string;
  readonly clock: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly readBy: PersonId | null;
}

/** Which notice the other State gets of an act. An act that is not here is seen in the timeline only. */
const KIND_OF_ACT: Readonly<Record<string, NoticeKind>> = {
  'tracing_request.submitted': 'request_received',
  'tracing_request.acknowledged': 'acknowledged',
  'tracing_request.redirected': 'redirected',
  'tracing_request.information_requested': 'information_requested',
  'tracing_request.information_supplied': 'information_supplied',
  'tracing_request.delayed': 'delayed',
  'tracing_request.responded': 'responded',
  'tracing_request.clarification_requested': 'clarification_requested',
  'tracing_request.clarified': 'clarified',
  'tracing_request.supplemented': 'supplemented',
  'tracing_request.closed': 'closed',
  'tracing_request.reopened': 'reopened',
  'tracing_request.withdrawn': 'withdrawn',
  'consent.asked': 'consent_asked',
  'consent.granted': 'consent_granted',
  'consent.refused': 'consent_refused',
  'consent.withdrawn': 'consent_withdrawn',
  third_information_round: 'third_information_round',
  deadline_missed: 'deadline_missed',
  deadline_missed_by_other: 'deadline_missed_by_other',
};

/** What a job of queue `notices` says. */
export interface NewNotice {
  readonly state: string;
  readonly kind: NoticeKind;
  readonly requestId: string;
  readonly reference: string;
  readonly clock: string | null;
  /** What makes it happen once: the version of the request, the due instant. */
  readonly occasion: string;
}

/** Reads a job; null if there is no notice of such an act. Missing fields are a mistake of the sender and are said to be one. */
export function noticeFrom(data: Readonly<Record<string, string | number>>): NewNotice | null {
  const kind = KIND_OF_ACT[text(data, 'kind')];
  if (!kind) return null;
  return {
    kind,
    state: text(data, 'state'),
    requestId: text(data, 'requestId'),
    reference: text(data, 'reference'),
    clock: data['clock'] === undefined ? null : text(data, 'clock'),
    occasion: text(data, 'occasion'),
  };
}

function text(data: Readonly<Record<string, string | number>>, name: string): string {
  const value = data[name];
  if (typeof value !== 'string' || value === '') throw new TypeError(`A job of queue notices has no ${name}.`);
  return value;
}
