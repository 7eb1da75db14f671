import type { AttachmentId } from '@tracedesk/attachments/core';
import type { Denial } from '@tracedesk/kernel';
import type { NumberedItem } from './conflicts.js';
import { no } from './errors.js';
import type { ResponseContent } from './response.js';

// A file belongs to one item, whose conditions are its own. Only a correction of that item takes it over, with the conditions it has then.

/** All files that these items name. */
export function filesNamedIn({ items }: Pick<ResponseContent, 'items'>): readonly AttachmentId[] {
  return items.flatMap(({ attachments = [] }) => attachments);
}

/** The number of the item that each file belongs to: the last that names it. */
export function itemsOfFiles(given: readonly NumberedItem[]): ReadonlyMap<AttachmentId, string> {
  return new Map(given.flatMap(({ number, item: { attachments = [] } }) => attachments.map((file) => [file, number] as const)));
}

/** What is known of a file of the own State's to the request; undefined for one that is not there. */
export type KnownFile = { readonly scan: string } | undefined;

/** Why an item cannot name a file it names, or null: it is not there, nobody could be handed it, or another item has it. */
export function itemFilesDenial(
  { items }: Pick<ResponseContent, 'items'>,
  given: readonly NumberedItem[],
  fileOf: (id: AttachmentId) => KnownFile,
): Denial | null {
  const owners = new Map(itemsOfFiles(given));
  for (const [index, { attachments = [], replaces }] of items.entries()) {
    for (const [place, id] of attachments.entries()) {
      const field = `items.${index}.attachments.${place}`;
      const file = fileOf(id);
      if (!file) return no('ITEM_FILE_UNKNOWN', field, '21');
      if (file.scan === 'infected') return no('ITEM_FILE_INFECTED', field, '21');
      const owner = owners.get(id);
      if (owner !== undefined && owner !== replaces) return no('ITEM_FILE_TAKEN', field, '21', { item: owner });
      owners.set(id, field);
    }
  }
  return null;
}
