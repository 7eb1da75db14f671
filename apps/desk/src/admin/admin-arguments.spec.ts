import { describe, expect, it } from '@jest/globals';
import { readAdminArguments } from './admin-arguments.js';

const read = (line: string): ReturnType<typeof readAdminArguments> => readAdminArguments(line.split(' ').filter(Boolean));

describe('the administrator’s command line', () => {
  it.each([
    ['', 'Say what to do.'],
    ['drop-everything QM', 'There is no command drop-everything.'],
    ['constructor QM', 'There is no command constructor.'],
    ['create-state', 'create-state needs the code of a State, such as CH.'],
    ['create-state ch --time-zone Europe/Zurich', 'ch is not the code of a State: two capital letters, such as CH.'],
    ['create-state CH', 'create-state needs --time-zone: the days of legal periods are counted there.'],
    ['create-state CH admin --time-zone Europe/Zurich', 'create-state does not know what to do with admin.'],
    ['create-administrator CH', 'create-administrator needs a sign-in name after the State.'],
    ['create-administrator CH anna --role operator', 'create-administrator takes no option --role.'],
    [
      'create-person CH anna',
      'create-person needs --role, one of tracing_officer, contact_point, supervisor, auditor, administrator, operator.',
    ],
    [
      'create-person CH anna --role king',
      'create-person needs --role, one of tracing_officer, contact_point, supervisor, auditor, administrator, operator.',
    ],
    ...['nobody', 'ops,desk@fedpol.example', 'desk@fedpol.example;', 'Desk<desk@fedpol.example>'].map(
      (address): [string, string] => [
        `add-contact-point CH --office Fedpol --email ${address}`,
        'add-contact-point needs --email, one address, such as tracing@office.example, and nothing beside it.',
      ],
    ),
    [
      'set-authorities CH anna',
      'set-authorities needs --authorities, names with semicolons between; "" takes the person out of all.',
    ],
    [
      'set-authorities CH anna --authorities Customs;?',
      'The name of an authority has letters or digits, and at most 200 characters.',
    ],
    [
      'record-firearms-protocol CH --standing signed --source UN --as-of 2026-11-01',
      'record-firearms-protocol needs --standing, one of party, not_party, not_known.',
    ],
    [
      'record-firearms-protocol CH --standing party --as-of 2026-11-01',
      'record-firearms-protocol needs --source, who says so, of at most 300 characters in one line.',
    ],
    [
      'record-firearms-protocol CH --standing party --source UN --as-of 2026-02-30',
      'record-firearms-protocol needs --as-of, the day of which the source speaks, such as 2026-11-29.',
    ],
    [
      'record-firearms-protocol CH --standing party --source UN --as-of 2999-01-01',
      '--as-of 2999-01-01 is still to come: no source speaks of it yet.',
    ],
    [
      'record-firearms-protocol CH --standing not_party --source UN --as-of 2026-01-01 --deposited-on 2012-11-29',
      '--deposited-on is for a party only.',
    ],
    [
      'record-firearms-protocol CH --standing party --source UN --as-of 2012-01-01 --deposited-on 2012-11-29',
      '--deposited-on is later than --as-of: the source cannot have known of it.',
    ],
    ['reset CH anna --force', "Unknown option '--force'."],
  ])('refuses %p in one sentence', (line, complaint) => {
    expect(read(line)).toEqual({ ok: false, complaint });
  });

  it('takes no blank for part of a zone name or an address that was pasted', () => {
    expect(readAdminArguments(['create-state', 'CH', '--time-zone', 'Europe/Zurich '])).toMatchObject({
      command: { timeZone: 'Europe/Zurich' },
    });
    expect(readAdminArguments(['add-contact-point', 'CH', '--office', 'Fedpol', '--email', ' a@b.example '])).toMatchObject({
      command: { email: 'a@b.example' },
    });
  });

  it('reads what begins a desk', () => {
    expect(read('create-state CH --time-zone Europe/Zurich --officers-submit')).toEqual({
      ok: true,
      command: { name: 'create-state', state: 'CH', timeZone: 'Europe/Zurich', officersSubmit: true },
    });
    expect(read('create-administrator CH anna')).toEqual({
      ok: true,
      command: {
        name: 'create-person',
        state: 'CH',
        signInName: 'anna',
        displayName: 'anna',
        role: 'administrator',
        language: 'en',
      },
    });
    expect(read('add-contact-point CH --office Fedpol --email tracing@fedpol.example --languages de,fr')).toMatchObject({
      command: { office: 'Fedpol', languages: ['de', 'fr'] },
    });
    expect(read('set-authorities CH anna --authorities Fedpol;Customs')).toEqual({
      ok: true,
      command: { name: 'set-authorities', state: 'CH', signInName: 'anna', authorities: ['Fedpol', 'Customs'] },
    });
    expect(read('reset CH anna')).toEqual({ ok: true, command: { name: 'reset', state: 'CH', signInName: 'anna' } });
  });
});

describe('bringing newer zone data', () => {
  it.each([
    ['zone-data', /needs the folder/],
    ['zone-data a b', /does not know what to do with b/],
    ['zone-data a --role operator', /takes no option --role/],
  ])('%s is refused', (line, complaint) => {
    expect(readAdminArguments(line.split(' '))).toMatchObject({ ok: false, complaint: expect.stringMatching(complaint) });
  });

  it('takes a folder', () => {
    expect(readAdminArguments(['zone-data', './2026f'])).toEqual({ ok: true, command: { name: 'zone-data', folder: './2026f' } });
  });
});
