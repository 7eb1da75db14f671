import type { NoticeId, PersonId, RequestId, StateCode } from '@tracedesk/kernel';
import { isAudience, type Audience } from './audience.js';

/**
 * What a State is told about: what is open to both parties of its request, that a find may be its own, that two of its own people ask about what
 * may be the same weapon, or what became of a deadline profile with another State. The screen finds the words.
 */
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
  'possible_state_of_find',
  'asked_alongside',
  'consent_asked',
  'consent_granted',
  'consent_refused',
  'consent_withdrawn',
  'deadline_reminder',
  'deadline_missed',
  'deadline_missed_by_other',
  'deadline_overdue',
  'deadline_escalated',
  'deadline_escalated_by_other',
  'profile_proposed',
  'profile_agreed',
  'profile_declined',
  'profile_withdrawn',
  'profile_ended',
  'contact_point_update_asked',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What a notice is about, where that is no request of the State's: who asked, told to a third State (16) with nothing that leads to the
 * request; or a deadline profile, by its name; or the State's own offices.
 */
const ABOUT: Readonly<Partial<Record<NoticeKind, 'requestingState' | 'profile' | 'offices'>>> = {
  possible_state_of_find: 'requestingState',
  profile_proposed: 'profile',
  profile_agreed: 'profile',
  profile_declined: 'profile',
  profile_withdrawn: 'profile',
  profile_ended: 'profile',
  contact_point_update_asked: 'offices',
};

/** A line in a State's list of news: reference and kind, no content. */
export interface Notice {
  readonly id: NoticeId;
  readonly state: StateCode;
  readonly kind: NoticeKind;
  /** Null where it leads to no request of the State's. */
  readonly requestId: RequestId | null;
  readonly reference: string | null;
  /** Who asked, where it leads to no request. */
  readonly requestingState: StateCode | null;
  /** The name of the deadline profile that it is about. */
  readonly profile: string | null;
  readonly clock: string | null;
  /** How many per cent of the period had run, where it is about that. */
  readonly share: number | null;
  readonly audience: Audience;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly readBy: PersonId | null;
}

/** Which notice a State gets of an act: most often the other one. An act that is not here is seen in the timeline only. */
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
  'tracing_request.other_state_told': 'possible_state_of_find',
  'consent.asked': 'consent_asked',
  'consent.granted': 'consent_granted',
  'consent.refused': 'consent_refused',
  'consent.withdrawn': 'consent_withdrawn',
  'deadline_profile.proposed': 'profile_proposed',
  'deadline_profile.agreed': 'profile_agreed',
  'deadline_profile.declined': 'profile_declined',
  'deadline_profile.withdrawn': 'profile_withdrawn',
  'deadline_profile.ended': 'profile_ended',
  'contact_point.update_asked': 'contact_point_update_asked',
  asked_alongside: 'asked_alongside',
  third_information_round: 'third_information_round',
  deadline_reminder: 'deadline_reminder',
  deadline_missed: 'deadline_missed',
  deadline_missed_by_other: 'deadline_missed_by_other',
  deadline_overdue: 'deadline_overdue',
  deadline_escalated: 'deadline_escalated',
  deadline_escalated_by_other: 'deadline_escalated_by_other',
};

/** What a job of queue `notices` says: `state, kind, audience` and what it is about: a request, who asked, or a deadline profile. `clock`, `share` and `audience` may be left out. */
export interface NewNotice {
  readonly state: string;
  readonly kind: NoticeKind;
  readonly requestId: string | null;
  readonly reference: string | null;
  readonly requestingState: string | null;
  readonly profile: string | null;
  readonly clock: string | null;
  readonly share: number | null;
  readonly audience: Audience;
  /** What makes it happen once: the version of the request, the due instant. */
  readonly occasion: string;
}

/** Reads a job; null if there is no notice of such an act. Missing fields are a mistake of the sender and are said to be one. */
export function noticeFrom(data: Readonly<Record<string, string | number>>): NewNotice | null {
  const kind = KIND_OF_ACT[text(data, 'kind')];
  if (!kind) return null;
  const about = ABOUT[kind] ?? 'request';
  return {
    kind,
    state: text(data, 'state'),
    requestId: about === 'request' ? text(data, 'requestId') : null,
    reference: about === 'request' ? text(data, 'reference') : null,
    requestingState: about === 'requestingState' ? text(data, 'requestingState') : null,
    profile: about === 'profile' ? text(data, 'profile') : null,
    clock: data['clock'] === undefined ? null : text(data, 'clock'),
    share: data['share'] === undefined ? null : Number(data['share']),
    audience: audienceIn(data) ?? 'office',
    occasion: text(data, 'occasion'),
  };
}

function audienceIn(data: Readonly<Record<string, string | number>>): Audience | null {
  if (data['audience'] === undefined) return null;
  const audience = text(data, 'audience');
  if (isAudience(audience)) return audience;
  throw new TypeError('A job of queue notices has an unknown audience.');
}

function text(data: Readonly<Record<string, string | number>>, name: string): string {
  const value = data[name];
  if (typeof value !== 'string' || value === '') throw new TypeError(`A job of queue notices has no ${name}.`);
  return value;
}
