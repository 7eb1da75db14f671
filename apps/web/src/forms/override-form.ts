import type { FlatForm } from '@tracedesk/platform';

interface OverridesSent {
  /** In the shape of the DTO: the warnings with a reason, and no others. */
  readonly overrides: readonly { readonly rule: string; readonly because: string }[];
  /** Where on the page each of them stands. */
  readonly places: readonly number[];
}

const FIELD = /^overrides\.(\d{1,3})\.because$/;

/** The reasons typed on the page of the check. A box left empty says nothing. */
export function overridesIn(form: FlatForm): OverridesSent {
  const typed = Object.entries(form).flatMap(([name, because]) => {
    const place = FIELD.exec(name)?.[1];
    if (place === undefined || typeof because !== 'string' || because.trim() === '') return [];
    return [{ place: Number(place), rule: String(form[`overrides.${place}.rule`] ?? ''), because }];
  });
  return { overrides: typed.map(({ rule, because }) => ({ rule, because })), places: typed.map(({ place }) => place) };
}

/** The same faults beside the boxes they mean. */
export function atTheirPlaces(faults: ReadonlyMap<string, string>, places: readonly number[]): ReadonlyMap<string, string> {
  return new Map(
    [...faults].map(([field, text]) => {
      const row = /^overrides\.(\d+)\./.exec(field)?.[1];
      return [row === undefined ? field : `overrides.${places[Number(row)] ?? row}.because`, text];
    }),
  );
}
