import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { contentDisposition, extensionOf, isFileName, nameFor } from './file-name.js';
import { fileTypeOf } from './file-type.js';
import { imageSizeOf } from './image-size.js';
import { inspectFile } from './inspect-file.js';
import { FILE_BYTES_MAX, SIDE_PIXELS_MAX } from './limits.js';

const PNG = aPng(2, 3);
const JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080003000201011100ffc40014000100000000000000000000000000000000ffda0008010100003f00d2ffd9',
  'hex',
);
const WEBP = Buffer.from('524946461a000000574542505650384c0d0000002f01800010071011118888fe0700', 'hex');
const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n', 'latin1');

const file = (name: string, content: Buffer | null, saidType = '') => inspectFile({ name, saidType, content });

describe('a file is not taken', () => {
  it.each([
    ['zero bytes', () => file('a.png', Buffer.alloc(0)), 'ATTACHMENT_EMPTY'],
    ['too long to be kept', () => file('a.png', null), 'ATTACHMENT_TOO_LARGE'],
    ['one byte too long', () => file('a.png', Buffer.alloc(FILE_BYTES_MAX + 1)), 'ATTACHMENT_TOO_LARGE'],
    ['a text', () => file('a.png', Buffer.from('serial 4711')), 'ATTACHMENT_TYPE_UNKNOWN'],
    ['a page called a picture', () => file('a.jpg', Buffer.from('<html><script>1</script>')), 'ATTACHMENT_TYPE_UNKNOWN'],
    ['a GIF', () => file('a.gif', Buffer.from('GIF89a......')), 'ATTACHMENT_TYPE_UNKNOWN'],
    ['an SVG', () => file('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'ATTACHMENT_TYPE_UNKNOWN'],
    ['a PNG called JPEG', () => file('a.jpg', PNG), 'ATTACHMENT_TYPE_MISMATCH'],
    ['a PNG called program', () => file('a.exe', PNG), 'ATTACHMENT_TYPE_MISMATCH'],
    ['a PNG sent as PDF', () => file('a', PNG, 'application/pdf'), 'ATTACHMENT_TYPE_MISMATCH'],
    ['a PNG cut short', () => file('a.png', PNG.subarray(0, -20)), 'ATTACHMENT_BROKEN'],
    ['a PNG with a tail', () => file('a.png', Buffer.concat([PNG, Buffer.from('tail')])), 'ATTACHMENT_BROKEN'],
    ['a JPEG without end', () => file('a.jpg', JPEG.subarray(0, -2)), 'ATTACHMENT_BROKEN'],
    ['a JPEG of three bytes', () => file('a.jpg', JPEG.subarray(0, 3)), 'ATTACHMENT_BROKEN'],
    ['a WebP that says another length', () => file('a.webp', Buffer.concat([WEBP, Buffer.alloc(9)])), 'ATTACHMENT_BROKEN'],
    ['a PDF without end', () => file('a.pdf', PDF.subarray(0, -8)), 'ATTACHMENT_BROKEN'],
    [
      'a JPEG that is a ZIP too',
      () => file('a.jpg', Buffer.concat([JPEG, Buffer.from('PK\u0005\u0006' + '\0'.repeat(18))])),
      'ATTACHMENT_AMBIGUOUS',
    ],
    [
      'a JPEG with a page behind it',
      () => file('a.jpg', Buffer.concat([JPEG, Buffer.from('<script>1</script>')])),
      'ATTACHMENT_AMBIGUOUS',
    ],
    ['a JPEG that is a PDF too', () => file('a.jpg', withComment('%PDF-1.4')), 'ATTACHMENT_AMBIGUOUS'],
    ['a page with a PDF behind it', () => file('a.pdf', Buffer.concat([Buffer.from('<html>'), PDF])), 'ATTACHMENT_AMBIGUOUS'],
    ['a program with a PDF behind it', () => file('a.pdf', Buffer.concat([Buffer.from('MZ\x90'), PDF])), 'ATTACHMENT_AMBIGUOUS'],
    ['a PDF too far from the start', () => file('a.pdf', Buffer.concat([Buffer.alloc(1024), PDF])), 'ATTACHMENT_TYPE_UNKNOWN'],
    ['a PDF that is a ZIP too', () => file('a.pdf', Buffer.concat([PDF, Buffer.from('PK\u0005\u0006')])), 'ATTACHMENT_AMBIGUOUS'],
    ['a bomb of pixels', () => file('a.png', aPng(20_000, 20_000)), 'ATTACHMENT_TOO_MANY_PIXELS'],
    ['a bomb of one line', () => file('a.png', aPng(2_000_000, 1)), 'ATTACHMENT_TOO_MANY_PIXELS'],
    ['one line of pixels too many', () => file('a.png', aPng(10_000, 10_001)), 'ATTACHMENT_TOO_MANY_PIXELS'],
    ['one pixel too long', () => file('a.png', aPng(SIDE_PIXELS_MAX + 1, 1)), 'ATTACHMENT_TOO_MANY_PIXELS'],
    ['one pixel too high', () => file('a.png', aPng(1, SIDE_PIXELS_MAX + 1)), 'ATTACHMENT_TOO_MANY_PIXELS'],
    ['a picture without pixels', () => file('a.png', aPng(0, 5)), 'ATTACHMENT_BROKEN'],
    ['a picture of no height', () => file('a.png', aPng(5, 0)), 'ATTACHMENT_BROKEN'],
    ['a JPEG with a page before its picture', () => file('a.jpg', withComment('<!DOCTYPE html>')), 'ATTACHMENT_AMBIGUOUS'],
    ['a JPEG whose frame says no size', () => file('a.jpg', withFrame(7)), 'ATTACHMENT_BROKEN'],
    ['a PDF behind a script', () => file('a.pdf', Buffer.concat([Buffer.from('#!/bin/sh\n'), PDF])), 'ATTACHMENT_AMBIGUOUS'],
  ])('that is %s', (_what, taken, code) => expect(taken()).toBeDeniedWith(code));

  it.each([
    '../../etc/passwd',
    'a/b.png',
    'a\\b.png',
    'C:\\a.png',
    '..',
    '.hidden',
    '',
    'a\0.png',
    'a\n.png',
    'a\u202egnp.exe',
    '\ufffd.png',
    'con.png',
    'a.png.',
    'a"b.png',
    'a:b.png',
    'a\u2066b.png',
    'a\u200fb.png',
    'a\u200cb.png',
    '..\u2215etc.png',
    '-rf.png',
    `${'a'.repeat(256)}`,
  ])('under the name %j', (name) => expect(file(name, PNG)).toBeDeniedWith('ATTACHMENT_NAME_INVALID'));
});

describe('a file is taken', () => {
  it.each([
    ['a PNG', () => file('serial number (left).PNG', PNG, 'image/png'), 'png'],
    ['a JPEG', () => file('IMG_20260302.jpeg', JPEG, 'image/jpg'), 'jpeg'],
    ['a JPEG with what a telephone puts behind it', () => file('a.jpg', Buffer.concat([JPEG, Buffer.from('SEFT')])), 'jpeg'],
    ['a JPEG that an old browser names', () => file('a.jfif', JPEG, 'image/pjpeg'), 'jpeg'],
    ['a JPEG with the short extension', () => file('a.JPE', JPEG), 'jpeg'],
    ['a WebP', () => file('a.webp', WEBP, 'application/octet-stream'), 'webp'],
    [
      'a PDF behind lines of a scanner',
      () => file('scan.pdf', Buffer.concat([Buffer.from('\r\n@PJL\r\n'), PDF]), 'application/x-pdf'),
      'pdf',
    ],
    ['a PDF whose name ends in a year', () => file('rapport 12.2026', PDF), 'pdf'],
    ['a PDF', () => file('rapport d’expertise.pdf', PDF, 'application/pdf'), 'pdf'],
    ['a picture without extension', () => file('صورة', PNG), 'png'],
    ['a picture of a hundred million pixels', () => file('a.png', aPng(10_000, 10_000)), 'png'],
    ['a picture as long as may be', () => file('a.png', aPng(SIDE_PIXELS_MAX, 1)), 'png'],
    ['a JPEG whose frame says its size and nothing else', () => file('a.jpg', withFrame(8)), 'jpeg'],
    [
      'a JPEG with bytes that fill up before a segment',
      () => file('a.jpg', Buffer.concat([JPEG.subarray(0, 2), Buffer.from([0xff, 0xff]), JPEG.subarray(2)])),
      'jpeg',
    ],
    ['a page that a PDF tells of', () => file('a.pdf', Buffer.concat([PDF, Buffer.from('<html>\n%%EOF')])), 'pdf'],
  ])('that is %s', (_what, taken, type) => expect(taken()).toMatchObject({ ok: true, value: { type } }));

  it('and the limits are told in the units that people know', () => {
    expect(file('a.png', null)).toMatchObject({ denial: { field: 'files', details: { megabytes: 10 } } });
    expect(file('a.png', aPng(20_000, 20_000))).toMatchObject({ denial: { field: 'files', details: { millions: 100 } } });
    expect(file('..', PNG)).toMatchObject({ denial: { field: 'files', details: { longest: 255 } } });
    expect(file('a.jpg', PNG)).toMatchObject({ denial: { field: 'files', details: { found: 'png' } } });
  });

  it.each([
    ['Screenshot 2026-11-29 at 10.12.33\u202fAM.png', 'Screenshot 2026-11-29 at 10.12.33 AM.png'],
    ['IMG_0042 [1] – copie.png', 'IMG_0042 [1] – copie.png'],
    ['rapport n° 7 – « crosse ».png', 'rapport n° 7 – « crosse ».png'],
    ['№ 635916!.png', '№ 635916!.png'],
    ['Bildschirmfoto\u00a02026-11-29.png', 'Bildschirmfoto 2026-11-29.png'],
    ['nume\u0301ro.png', 'numéro.png'],
    ['عکس\u200cها.png', 'عکس\u200cها.png'],
    ['photo...1.png', 'photo...1.png'],
    [' $ 100% {left}; it’s.png', '$ 100% {left}; it’s.png'],
  ])('under the name %j that a telephone or desktop gave it', (sent, name) => {
    expect(file(sent, PNG)).toMatchObject({ ok: true, value: { name } });
  });

  it('and its size read without decoding', () => {
    expect(imageSizeOf('png', PNG)).toEqual({ width: 2, height: 3 });
    expect(imageSizeOf('jpeg', JPEG)).toEqual({ width: 2, height: 3 });
    expect(imageSizeOf('webp', WEBP)).toEqual({ width: 2, height: 3 });
  });

  it('never throws, whatever bytes follow a signature', () => {
    for (const start of [PNG, JPEG, WEBP, PDF]) {
      for (let length = 0; length <= start.length; length += 1) {
        const type = fileTypeOf(start.subarray(0, length));
        expect(() => file('a', start.subarray(0, length))).not.toThrow();
        if (type && type !== 'pdf') expect(() => imageSizeOf(type, start.subarray(0, length))).not.toThrow();
      }
    }
  });
});

describe('the name of a file', () => {
  it('ends as its content is, where it is handed out', () => {
    expect(nameFor('serial', 'jpeg')).toBe('serial.jpg');
    expect(nameFor('serial.JPEG', 'jpeg')).toBe('serial.JPEG');
    expect(nameFor('no. 7', 'png')).toBe('no. 7.png');
    expect(nameFor('rapport.2026', 'pdf')).toBe('rapport.2026.pdf');
    expect(extensionOf('rapport.2026')).toBeNull();
  });

  it('breaks out of no header', () => {
    expect(isFileName('a";\r\nset-cookie: b')).toBe(false);
    expect(contentDisposition('numéro de série.jpg')).toBe(
      `attachment; filename="nume_ro de se_rie.jpg"; filename*=UTF-8''num%C3%A9ro%20de%20s%C3%A9rie.jpg`,
    );
  });
});

function aPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(9))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The JPEG with a frame segment of that length before its own. */
function withFrame(length: number): Buffer {
  const frame = Buffer.from(
    'ffc0' + length.toString(16).padStart(4, '0') + '0800030002'.padEnd((length - 2) * 2, '0').slice(0, (length - 2) * 2),
    'hex',
  );
  return Buffer.concat([JPEG.subarray(0, 2), frame, JPEG.subarray(2)]);
}

function withComment(text: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([JPEG.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, Buffer.from(text), JPEG.subarray(2)]);
}
