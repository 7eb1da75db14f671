import { unflatten, type FlatForm } from '@tracedesk/platform';

/** What is asked for, in the shape of its DTO: names stand in one field, one recipient is chosen or named. */
export function askConsentInput(body: FlatForm): Record<string, unknown> {
  const { names, recipient = {}, ...input } = unflatten(body);
  const list = typeof names === 'string' ? names.split(/[\s,;]+/).filter((name) => name !== '') : [];
  return { ...input, recipient, names: list };
}

/** Faults at the fields the form has: one about the recipient as a whole stands at the choice of a State, one of the names at all of them. */
export function atAskFields(faults: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...faults].map(([field, text]) => [
      field === 'recipient' ? 'recipient.state' : field.startsWith('names.') ? 'names' : field,
      text,
    ]),
  );
}
