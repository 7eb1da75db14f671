declare const brand: unique symbol;

/** A string that only its own parser can make, so that two kinds of id cannot be swapped. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type RequestId = Branded<'RequestId'>;
export type ResponseId = Branded<'ResponseId'>;
export type PersonId = Branded<'PersonId'>;
export type SessionId = Branded<'SessionId'>;
export type DeadlineId = Branded<'DeadlineId'>;
export type DisclosureId = Branded<'DisclosureId'>;
export type EntryId = Branded<'EntryId'>;
export type NoticeId = Branded<'NoticeId'>;
export type DeliveryId = Branded<'DeliveryId'>;
export type CaseId = Branded<'CaseId'>;
export type BatchId = Branded<'BatchId'>;
export type ConsentId = Branded<'ConsentId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in its canonical lower-case form, the only form ids take here. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Reads an id that the caller knows to be of this kind: a database column, a validated route parameter. */
export function idOf<Id extends Branded<string>>(text: string): Id {
  if (!isUuid(text)) throw new TypeError('An id must be a lower-case UUID.');
  return text as Id;
}
