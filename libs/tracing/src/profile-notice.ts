import type { BilateralProfile, PROFILE_ACTS, ProfileAct } from '@tracedesk/deadlines/core';
import type { StateCode } from '@tracedesk/kernel';
import type { NoticeJob } from './move-traces.js';

type ProfileEvent = 'deadline_profile.proposed' | (typeof PROFILE_ACTS)[ProfileAct]['event'];

/** What the administrators of the other State are told of an act on a profile: its name, nothing of its terms. Each act on a version happens once. */
export function profileNotice(
  { id, version }: Pick<BilateralProfile, 'id' | 'version'>,
  event: ProfileEvent,
  state: StateCode,
): NoticeJob {
  const payload = { state, kind: event, audience: 'administrator', profile: id, occasion: `${id}_v${version}` };
  return { state, queue: 'notices', job: 'write-notice', payload };
}
