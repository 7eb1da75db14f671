import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { validateForm } from '@tracedesk/platform';
import { SignInDto } from './sign-in.dto.js';

/** The password that the sign-in compares when this was typed. */
function compared(typed: string): string {
  const checked = validateForm(SignInDto, { state: 'QM', name: 'officer', password: typed });
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value.toCommand('192.0.2.1', null).password.reveal();
}

describe('a password that was pasted', () => {
  it.each(['amber-lake-7', ' amber-lake-7', 'amber-lake-7 ', '\u00a0amber-lake-7\u2003'])(
    '%p is the one without the blank that came along',
    (typed) => {
      expect(compared(typed)).toBe('amber-lake-7');
    },
  );

  it('keeps the blanks within it, which are its own', () => {
    expect(compared('a long  sentence ')).toBe('a long  sentence');
  });
});
