import { describe, expect, it } from '@jest/globals';
import type { AttachmentId } from '@tracedesk/attachments/core';
import { idOf } from '@tracedesk/kernel';
import { itemFilesDenial, itemsOfFiles, type KnownFile } from './item-files.js';
import { itemsDenial } from './item-rules.js';
import type { ResponseItem } from './response-item.js';

const [ONE, OTHER, INFECTED, STRANGE] = ['a', 'b', 'c', 'd'].map((letter) =>
  idOf<AttachmentId>(`0199a7a0-0000-7000-8000-00000000000${letter}`),
) as [AttachmentId, AttachmentId, AttachmentId, AttachmentId];
const FILES: Readonly<Record<string, KnownFile>> = {
  [ONE]: { scan: 'clean' },
  [OTHER]: { scan: 'waiting' },
  [INFECTED]: { scan: 'infected' },
};
const aDocument = (attachments: readonly AttachmentId[], more: Partial<ResponseItem> = {}): ResponseItem => ({
  kind: 'document',
  details: 'End-user certificate.',
  restrictions: [],
  attachments,
  ...more,
});
const denial = (items: readonly ResponseItem[], given: Parameters<typeof itemFilesDenial>[1] = []) =>
  itemFilesDenial({ items }, given, (id) => FILES[id]);
const BEFORE = [{ number: '1.1', item: aDocument([ONE]) }];

describe('an item of a response', () => {
  it('names files only where it is a document', () => {
    const item = aDocument([ONE], { kind: 'holder', finding: 'TRACED_TO_LAST_LEGAL_HOLDER' });
    expect(itemsDenial({ items: [item] }, '21')).toMatchObject({ code: 'FILES_NOT_APPLICABLE', field: 'items.0.attachments' });
  });

  it.each([
    ['is not there', [aDocument([ONE]), aDocument([STRANGE])], 'ITEM_FILE_UNKNOWN', 'items.1.attachments.0'],
    ['nobody could be handed', [aDocument([ONE, INFECTED])], 'ITEM_FILE_INFECTED', 'items.0.attachments.1'],
    ['another item of the same response has', [aDocument([ONE]), aDocument([ONE])], 'ITEM_FILE_TAKEN', 'items.1.attachments.0'],
  ])('names no file that %s', (_, items, code, field) => {
    expect(denial(items)).toMatchObject({ code, field });
  });

  it('names no file of an earlier item, unless it corrects that one', () => {
    expect(denial([aDocument([ONE])], BEFORE)).toMatchObject({ code: 'ITEM_FILE_TAKEN', details: { item: '1.1' } });
    expect(denial([aDocument([ONE], { replaces: '1.2' })], BEFORE)).toMatchObject({ code: 'ITEM_FILE_TAKEN' });
    expect(denial([aDocument([ONE], { replaces: '1.1' })], BEFORE)).toBeNull();
  });

  it('names files that a scanner has still to look at: they are handed out after that', () => {
    expect(denial([aDocument([ONE]), aDocument([OTHER])])).toBeNull();
  });
});

describe('a file', () => {
  it('belongs to the last item that names it', () => {
    const corrected = { number: '2.1', item: aDocument([ONE], { replaces: '1.1' }) };
    expect(itemsOfFiles([...BEFORE, corrected])).toEqual(new Map([[ONE, '2.1']]));
  });
});
