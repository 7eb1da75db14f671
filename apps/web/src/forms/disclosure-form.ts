import { PURPOSES, type Purpose } from '@tracedesk/confidentiality';
import { Sealed } from '@tracedesk/kernel';
import type { FlatForm } from '@tracedesk/platform';

/** What content is opened for, and in which words; null where no purpose was chosen. */
export function purposeStated(
  body: FlatForm,
): { readonly purpose: Purpose; readonly justification: Sealed<string> | undefined } | null {
  const purpose = PURPOSES.find((known) => known === body['purpose']);
  if (!purpose) return null;
  const words = String(body['justification'] ?? '').trim();
  return { purpose, justification: words === '' ? undefined : Sealed.of(words) };
}
