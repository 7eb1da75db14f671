import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { EventCatalogue } from '@tracedesk/audit/core';
import { ROLES } from '@tracedesk/kernel';
import { fileState, FILE_STATES, hasSmallCopy, mayBeShown, PREVIEWS, SCANS } from './attachment.js';
import { ATTACHMENT_EVENTS } from './audit-events.js';
import { chunkName, chunksOf, sha256Of } from './chunks.js';
import { extensionOf, handedOutAs, isFileName, nameFor } from './file-name.js';
import { fileTypeOf, FILE_TYPE_NAMES } from './file-type.js';
import { imageSizeOf } from './image-size.js';
import { ATTACHMENT_PERMISSIONS } from './permissions.js';

describe('what is said of a file in one word', () => {
  it.each(SCANS.flatMap((scan) => PREVIEWS.map((preview) => [scan, preview] as const)))(
    'scan %s, small copy %s',
    (scan, preview) => {
      const ofScan = { waiting: 'waiting_for_scan', infected: 'infected', clean: 'clean', not_required: 'received' }[scan];
      const ofPreview = {
        ready: 'preview_ready',
        partial: 'preview_partial',
        failed: 'preview_failed',
        none: ofScan,
        waiting: ofScan,
      }[preview];
      const state = fileState({ scan, preview });
      expect(state).toBe(scan === 'waiting' || scan === 'infected' ? ofScan : ofPreview);
      expect(FILE_STATES).toContain(state);
      expect(mayBeShown({ scan, preview })).toBe(scan === 'clean' || scan === 'not_required');
      expect(hasSmallCopy({ preview })).toBe(['ready', 'partial'].includes(preview));
    },
  );
});

describe('what the log tells of files', () => {
  it('is their id, never their name: that is sealed', () => {
    expect(
      ATTACHMENT_EVENTS.map((event) => [event.action, event.class, event.object, event.facts.join(), event.restricted]),
    ).toEqual([
      ['attachment.added', 'collection', 'tracing_request', 'attachment,type,bytes', ['file']],
      ['attachment.read', 'consultation', 'tracing_request', 'attachment,form,disclosure', undefined],
      ['attachment.removed', 'erasure', 'tracing_request', 'attachment', undefined],
      ['practice_picture.added', 'collection', 'marking_practice', 'attachment,type,bytes', ['file']],
      ['practice_picture.removed', 'erasure', 'marking_practice', 'attachment', undefined],
    ]);
    for (const { says } of ATTACHMENT_EVENTS) expect(says).toMatch(/^A .+\.$/);
    expect(() => new EventCatalogue(ATTACHMENT_EVENTS)).not.toThrow();
  });

  it.each([
    ['attachment.add', ['tracing_officer', 'contact_point']],
    ['attachment.remove', ['tracing_officer', 'contact_point']],
    ['attachment.list', ['tracing_officer', 'contact_point', 'supervisor']],
    ['attachment.read', ['tracing_officer', 'contact_point', 'supervisor']],
    ['practice_picture.read', ROLES],
    ['practice_picture.add', ['administrator']],
    ['practice_picture.remove', ['administrator']],
  ] as const)('and who may %s', (action, roles) => expect(ATTACHMENT_PERMISSIONS[action]).toEqual(roles));
});

describe('the chunks of a file', () => {
  it('are all of it, in order, none empty', () => {
    const pieces = (length: number) => chunksOf(Buffer.from('abcdefgh'.slice(0, length)), 3).map(String);
    expect([pieces(0), pieces(2), pieces(3), pieces(4), pieces(6)]).toEqual([[], ['ab'], ['abc'], ['abc', 'd'], ['abc', 'def']]);
    expect(chunksOf(Buffer.alloc(512 * 1024 + 1)).map(({ length }) => length)).toEqual([512 * 1024, 1]);
  });

  it('are each sealed as what they are, so that none is left out or taken for another', () => {
    expect(chunkName('original', 2, 3)).toBe('original 2 of 3');
    const names = [
      chunkName('original', 1, 2),
      chunkName('original', 2, 2),
      chunkName('original', 1, 3),
      chunkName('preview', 1, 2),
    ];
    expect(new Set(names).size).toBe(4);
    expect(sha256Of(Buffer.from('a'))).toBe(createHash('sha256').update('a').digest('hex'));
  });
});

describe('what a file is by its first bytes', () => {
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  it.each([
    ['ffd8ff', 'jpeg'],
    ['ffd8', null],
    ['00d8ff', null],
    ['ff00ff', null],
    ['ffd800', null],
    ['89504e470d0a1a0a', 'png'],
    ['89504e470d0a1a', null],
    ['89504e470d0a1a0b', null],
    ['524946460000000057454250', 'webp'],
    ['524946460000000057454251', null],
    ['524946470000000057454250', null],
    ['255044462d312e37', 'pdf'],
    ['255044462d322e30', 'pdf'],
    ['255044462d332e30', null],
    ['', null],
  ])('%s is %s', (hex, type) => expect(fileTypeOf(bytes(hex))).toBe(type));

  it('is a PDF as far as readers look for its beginning', () => {
    const behind = (length: number) => fileTypeOf(Buffer.concat([Buffer.alloc(length, 0x20), Buffer.from('%PDF-1.7')]));
    expect([behind(1016), behind(1017)]).toEqual(['pdf', null]);
    expect(FILE_TYPE_NAMES).toEqual(['jpeg', 'png', 'webp', 'pdf']);
  });
});

describe('the size of a WebP', () => {
  const webp = (chunk: string, rest: string) => {
    const content = Buffer.alloc(30);
    content.write('RIFF', 0, 'latin1');
    content.writeUInt32LE(22, 4);
    content.write(`WEBP${chunk}`, 8, 'latin1');
    content.write(rest, 20, 'hex');
    return content;
  };
  const size = (content: Buffer) => imageSizeOf('webp', content);

  it.each([
    ['VP8X', '00000000' + 'ff0100' + '030000', { width: 512, height: 4 }],
    ['VP8L', '2f' + '01800010', { width: 2, height: 3 }],
    ['VP8L', '2e' + '01800010', null],
    ['VP8L', '2f' + 'ffffffff', { width: 16_384, height: 16_384 }],
    ['VP8 ', '000000' + '9d012a' + '0240' + '03c0', { width: 2, height: 3 }],
    ['VP8 ', '000000' + '9d012b' + '0240' + '03c0', null],
    ['VP8 ', '000000' + '9e012a' + '0240' + '03c0', null],
    ['VP8 ', '000000' + '9d012a' + '0040' + '0300', null],
    ['VP8Y', '00000000' + 'ff0100' + '030000', null],
  ])('%s %s is %j', (chunk, rest, is) => expect(size(webp(chunk, rest))).toEqual(is));

  it('is read where the file is as long as it says, or one byte shorter than a padded one', () => {
    const whole = webp('VP8X', '00000000' + '010000' + '020000');
    const saying = (length: number) => {
      const content = Buffer.from(whole);
      content.writeUInt32LE(length, 4);
      return size(content) !== null;
    };
    expect([saying(20), saying(21), saying(22), saying(23)]).toEqual([false, true, true, false]);
    expect(size(whole.subarray(0, 29))).toBeNull();
  });
});

describe('the name of a file', () => {
  it.each(['a'.repeat(255), 'com10.png', 'console.png', 'a.con', 'a~b', '1.png', 'नमूना\u200dक.png'])('may be %j', (name) => {
    expect(isFileName(name)).toBe(true);
  });

  it.each([
    'prn',
    'AUX.txt',
    'nul',
    'com1',
    'LPT9.x',
    '=a',
    '+a',
    '@a',
    '~a',
    'a.',
    'a|b',
    'a?b',
    'a*b',
    'a<b',
    'a>b',
    'а\u200dб',
  ])('is not %j', (name) => {
    expect(isFileName(name)).toBe(false);
  });

  it.each([
    ['a.PNG', 'png'],
    ['a.b.c', 'c'],
    ['a.2026', null],
    ['a.2026a', '2026a'],
    ['a.abcdefghij', 'abcdefghij'],
    ['a.abcdefghijk', null],
    ['a', null],
    ['a.', null],
    ['a.pn g', null],
  ])('%j ends in %j', (name, extension) => expect(extensionOf(name)).toBe(extension));

  it('is handed out to be saved, as what it is, and is kept by nobody on the way', () => {
    expect(handedOutAs("l'arme (1)*", 'webp')).toEqual({
      'content-type': 'image/webp',
      'content-disposition': `attachment; filename="l_arme (1)_.webp"; filename*=UTF-8''l%27arme%20%281%29%2A.webp`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(FILE_TYPE_NAMES.map((type) => [nameFor('a', type), handedOutAs('a', type)['content-type']])).toEqual([
      ['a.jpg', 'image/jpeg'],
      ['a.png', 'image/png'],
      ['a.webp', 'image/webp'],
      ['a.pdf', 'application/pdf'],
    ]);
  });
});
