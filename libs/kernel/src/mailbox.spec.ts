import { describe, expect, it } from '@jest/globals';
import { isMailbox, mailbox, mailboxIn, MAILBOX_MAX } from './mailbox.js';

/** Each is read by some mail program as another mailbox, as several, or as none. */
const NOT_ONE_MAILBOX = [
  '',
  'qm.example',
  'ops,desk@qm.example',
  'ops;desk@qm.example',
  'ops@qm.example,desk@qm.example',
  'ops@qm.example, desk@qm.example',
  'desk@qm.example;',
  'Desk <desk@qm.example>',
  '<desk@qm.example>',
  'desks:desk@qm.example;',
  '@qn.example:desk@qm.example',
  'desk(office)@qm.example',
  'desk@qm.example(office)',
  '"desk"@qm.example',
  String.raw`de\sk@qm.example`,
  'desk@[192.0.2.1]',
  'desk@qn.example@qm.example',
  'desk @qm.example',
  'desk@qm.example\r\nBcc: desk@qn.example',
  'desk@qm.example\u200b',
  'des\u202ek@qm.example',
  '.desk@qm.example',
  'desk.@qm.example',
  'de..sk@qm.example',
  'desk@qm',
  'desk@qm..example',
  'desk@.qm.example',
  'desk@qm.example.',
  'desk@-qm.example',
  'desk@qm-.example',
  'desk@qm。example',
  'desk@ｑm.example',
  'desk@qm_x.example',
  `${'a'.repeat(65)}@qm.example`,
  `${'é'.repeat(33)}@qm.example`,
  `desk@${'a.'.repeat(130)}example`,
];

describe('one mailbox', () => {
  it.each(NOT_ONE_MAILBOX)('is not %j', (text) => {
    expect(isMailbox(text)).toBe(false);
  });

  it.each([
    'tracing@qm.example',
    "o'neill+arms.desk@mail.interior-ministry.example",
    'a@b.co',
    'bureau.traçage@intérieur.example',
    'ответ@пример.испытание',
    `${'a'.repeat(64)}@qm.example`,
    'root_1=x@9.example',
  ])('is %j', (text) => {
    expect(isMailbox(text)).toBe(true);
  });

  it('is not longer than mail takes, to the character', () => {
    const ofLength = (length: number): string => {
      const labels = `${'a'.repeat(60)}.`.repeat(3);
      return `desk@${labels}${'b'.repeat(length - 'desk@'.length - labels.length - '.example'.length)}.example`;
    };
    expect(MAILBOX_MAX).toBe(254);
    expect([ofLength(254).length, isMailbox(ofLength(254)), isMailbox(ofLength(255))]).toEqual([254, true, false]);
  });

  it('has at most 64 octets before the sign, however few letters they are', () => {
    expect([isMailbox(`${'é'.repeat(32)}@qm.example`), isMailbox(`${'é'.repeat(32)}a@qm.example`)]).toEqual([true, false]);
  });

  it('may have a domain whose letters are written in two ways, and is none where it is spelled out as another', () => {
    expect(isMailbox('desk@intérieur.example')).toBe(true);
    expect(isMailbox('desk@inte\u0301rieur.example')).toBe(true);
    expect(isMailbox('desk@of\uFB01ce.example')).toBe(false);
  });

  it('that was stored before is one or nothing; one that is vouched for is one', () => {
    expect([mailboxIn('desk@qm.example'), mailboxIn('desk@qm.example, x@qm.example')]).toEqual(['desk@qm.example', null]);
    expect(mailbox('desk@qm.example')).toBe('desk@qm.example');
    expect(() => mailbox('Desk <desk@qm.example>')).toThrow(TypeError);
  });
});
