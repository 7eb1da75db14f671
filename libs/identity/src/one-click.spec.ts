import { describe, expect, it } from '@jest/globals';
import { failedOneClickCondition, type OneClickFacts } from './one-click.js';

const atThisMachine: OneClickFacts = {
  installation: 'demonstration',
  listensOn: '127.0.0.1',
  peer: '127.0.0.1',
  host: 'localhost:3000',
  headerNames: ['host', 'cookie', 'user-agent', 'origin'],
  tokenIsRight: true,
};
const failed = (change: Partial<OneClickFacts>): string | null => failedOneClickCondition({ ...atThisMachine, ...change });

describe('one-click sign-in', () => {
  it('is closed on a real desk', () => {
    expect(failed({ installation: 'server' })).toBe('NOT_A_DEMONSTRATION');
  });

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.5',
    'desk.example.org',
    'localhost.example',
    '127.0.0.1.nip.io',
    '1127.0.0.1',
    '::10',
    '',
  ])('is closed when the desk listens on %s', (listensOn) => {
    expect(failed({ listensOn })).toBe('LISTENS_BEYOND_LOOPBACK');
  });

  it.each(['192.168.1.7', '10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', 'localhost', '127.0.0.1000', '127.0.0.', '', undefined])(
    'is closed to the peer %s',
    (peer) => {
      expect(failed({ peer })).toBe('PEER_IS_NOT_LOOPBACK');
    },
  );

  it.each([
    ...['desk.example.org', 'localhost.example.org', '127.0.0.1.nip.io', 'localhost:3000@evil.example', '', undefined],
    ...['notlocalhost', '127a0.0.1', '127.0a0.1', '127.0.0a1', '[::1', '::1', 'localhost:', 'localhost:123456', 'localhost:30a'],
  ])('is closed under the name %p: somebody else’s DNS may point here', (host) => {
    expect(failed({ host })).toBe('HOST_IS_NOT_LOCAL');
  });

  it.each([
    ...['forwarded', 'x-forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'],
    ...['x-client-ip', 'x-cluster-client-ip', 'true-client-ip', 'cf-connecting-ip', 'client-ip', 'x-original-host'],
  ])('is closed behind a proxy that says %s', (name) => {
    expect(failed({ headerNames: [...atThisMachine.headerNames, name] })).toBe('FORWARDED');
  });

  it('is closed without the form’s token', () => {
    expect(failed({ tokenIsRight: false })).toBe('FORM_TOKEN_WRONG');
  });

  it('is closed for the first of several reasons', () => {
    const stranger = { peer: '192.168.1.7', host: 'desk.example.org', headerNames: ['via'], tokenIsRight: false };
    expect(failed(stranger)).toBe('PEER_IS_NOT_LOOPBACK');
  });

  it.each([
    ['127.0.0.1', '127.0.0.1', '127.0.0.1:3000'],
    ['localhost', '::1', 'localhost:3000'],
    ['::1', '::1', '[::1]:3000'],
    ['127.0.0.1', '::ffff:127.0.0.1', 'LOCALHOST'],
    ['LocalHost', '::FFFF:127.0.0.1', '127.0.0.1'],
    ['[::1]', '127.255.100.254', '[::1]'],
    ['::1', '[::1]', 'localhost:65535'],
  ])('is open on %s for %s under %s', (listensOn, peer, host) => {
    expect(failed({ listensOn, peer, host })).toBeNull();
  });
});
