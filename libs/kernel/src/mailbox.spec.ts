import { describe, expect, it } from '@jest/globals';
import { isMailbox } from './mailbox.js';

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
});
