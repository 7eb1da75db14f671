import type { StateCode } from '@tracedesk/kernel';
import type { Consent } from './consent.js';

interface ConsentNotice {
  readonly state: StateCode;
  readonly queue: 'notices';
  readonly job: 'write-notice';
  readonly payload: Readonly<Record<string, string>>;
}

/** What the other State is told of an act: that it happened, under which request; never for what, for whom or why. */
export function noticeOfConsent(consent: Consent, event: string, actingState: StateCode): ConsentNotice {
  const state = actingState === consent.askingState ? consent.givingState : consent.askingState;
  return {
    state,
    queue: 'notices',
    job: 'write-notice',
    payload: {
      state,
      kind: event,
      requestId: consent.requestId,
      reference: consent.reference,
      occasion: `${consent.id}_${consent.version}`,
    },
  };
}
