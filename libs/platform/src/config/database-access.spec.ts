import { describe, expect, it } from '@jest/globals';
import { DATABASE_ROLES, DatabaseAccess } from './database-access.js';
import { isLoopback } from './loopback.js';

describe('the way to the database', () => {
  const access = new DatabaseAccess('server', 'postgres://boss:secret@db.example.org:5433/desk?sslmode=require', {
    app: 'p@ss/w:rd',
  });

  it('is none for a role whose password this process was not given', () => {
    expect(() => access.urlFor('sweeper')).toThrow(/desk_sweeper/);
    expect(DATABASE_ROLES.filter((role) => access.has(role))).toEqual(['app']);
    expect(new DatabaseAccess('server', 'postgres://x/desk', { queue: '' }).has('queue')).toBe(true);
  });

  it('is that of the role, at the same place, whatever signs its password has', () => {
    const url = new URL(access.urlFor('app'));
    expect([url.username, decodeURIComponent(url.password)]).toEqual(['desk_app', 'p@ss/w:rd']);
    expect(access.urlFor('app')).toBe('postgres://desk_app:p%40ss%2Fw%3Ard@db.example.org:5433/desk?sslmode=require');
  });

  it('is shown without anybody’s name or password', () => {
    expect(access.shown).toBe('db.example.org:5433/desk');
  });

  it('is divided among six roles', () => {
    expect(DATABASE_ROLES).toEqual(['owner', 'app', 'administration', 'sweeper', 'sequencer', 'relay', 'queue']);
  });
});

describe('an address of this machine alone', () => {
  it.each(['127.0.0.1', '127.255.0.17', '::1', '[::1]', 'localhost', 'LocalHost'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );

  it.each([
    '',
    '0.0.0.0',
    '::',
    '128.0.0.1',
    '1127.0.0.1',
    '127.0.0.1.nip.io',
    '127.0.0',
    '127.0.0.1000',
    '127.0.x.1',
    'localhost.example',
  ])('is not %j', (host) => expect(isLoopback(host)).toBe(false));
});
