import { DenialException, type FlatForm } from '@tracedesk/platform';

/** The version of the request that the form was made for. A form without one is not ours. */
export function versionIn(form: FlatForm): number {
  const version = form['_version'];
  if (typeof version !== 'string' || !/^\d{1,9}$/.test(version)) throw new DenialException({ code: 'IF_MATCH_REQUIRED' });
  return Number(version);
}

/** The form's one-time key: sent again, the act happens once. */
export function onceIn(form: FlatForm): string {
  const once = form['_once'];
  if (typeof once !== 'string' || !/^[\w-]{8,100}$/.test(once)) throw new DenialException({ code: 'IDEMPOTENCY_KEY_REQUIRED' });
  return once;
}
