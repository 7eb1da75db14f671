import { describe, expect, it } from '@jest/globals';
import { readRedisAddress } from './redis-address.js';

describe('an address of Redis', () => {
  it.each([
    ['localhost', /must look like redis:/],
    ['http://cache:6379', /must look like redis:/],
    ['redis+sentinels://a:1/desk', /must look like redis:/],
    ['redis://a:6379,b:6379', /several hosts: say whether they are sentinels or a cluster/],
    ['redis://a:0', /no usable host/],
    ['redis+cluster://a:6379,b:70000', /in place 2 of its list/],
    ['redis+cluster://a:6379,,c:6379', /in place 2 of its list/],
    ['redis+cluster://a:6379/1', /a cluster has one only/],
    ['redis+cluster://a:6379?sentinelPassword=geheim', /query that is not known/],
    ['redis+sentinel://a:26379,b:26379', /not the group of servers they watch/],
    ['redis+sentinel://a:26379/desk?password=geheim', /query that is not known/],
    ['redis+sentinel://:geheim%zz@a:26379/desk', /write % as %25/],
  ])('%s is refused with what would be right', (text, says) => {
    const { problem } = readRedisAddress(text) as { problem: string };
    expect(problem).toMatch(says);
    expect(problem).toMatch(/^REDIS_URL /);
    expect(problem).not.toContain('geheim');
  });

  it.each([
    ['xredis://a', /must look like redis:/],
    ['redis://', /must look like redis:/],
    ['redis://a b', /must look like redis:/],
    ['redis://a/0/1', /must look like redis:/],
    ['redis://a:65536', /no usable host/],
    ['redis://a:123456', /no usable host/],
    ['redis://[::1', /no usable host/],
    ['redis://a_b!c', /no usable host/],
    ['redis+cluster://a:0,b', /in place 1 of its list/],
    ['redis+sentinel://a/desk?', null],
    ['redis+sentinel://a/', /not the group of servers they watch/],
    ['rediss://a,b', /as in rediss\+sentinel:\/\/ or rediss\+cluster:/],
  ])('%s is read as far as it says what it means: %s', (text, says) => {
    const { problem } = readRedisAddress(text) as { problem?: string };
    if (says === null) expect(problem).toBeUndefined();
    else expect(problem).toMatch(says);
  });

  it.each([
    ['redis+cluster://a:1', 'a', 1],
    ['redis+cluster://a:65535', 'a', 65_535],
    ['redis+cluster://[2001:db8::1]', '2001:db8::1', 6_379],
    ['redis+sentinel://cache-1.example_x.org/desk', 'cache-1.example_x.org', 26_379],
  ])('%s is at %s, port %s', (text, host, port) => {
    expect(readRedisAddress(text)).toMatchObject({ nodes: [{ host, port }], username: null, password: null, tls: false });
  });

  it('may name only who signs in, or only the password, which may hold a colon', () => {
    expect(readRedisAddress('redis+cluster://desk@a')).toMatchObject({ username: 'desk', password: null });
    expect(readRedisAddress('redis+cluster://desk:@a')).toMatchObject({ username: 'desk', password: null });
    expect(readRedisAddress('redis+cluster://:a:b@c@a')).toMatchObject({
      username: null,
      password: 'a:b@c',
      shown: 'redis+cluster://a',
    });
    expect(readRedisAddress('redis+sentinel://a/desk')).toMatchObject({
      group: 'desk',
      sentinelPassword: null,
      shown: 'redis+sentinel://a/desk',
    });
  });

  it('of one server is taken as it is', () => {
    const url = 'rediss://:geheim@cache.example.org:6380/2';
    expect(readRedisAddress(url)).toEqual({ kind: 'server', url, shown: 'rediss://cache.example.org:6380' });
  });

  it('of sentinels names them, the group they watch, and who signs in where', () => {
    expect(readRedisAddress('redis+sentinel://desk:ge%40heim@a,[::1]:26380/main?sentinelPassword=auch%20geheim')).toEqual({
      kind: 'sentinel',
      nodes: [
        { host: 'a', port: 26_379 },
        { host: '::1', port: 26_380 },
      ],
      group: 'main',
      username: 'desk',
      password: 'ge@heim',
      sentinelPassword: 'auch geheim',
      tls: false,
      shown: 'redis+sentinel://a,[::1]:26380/main',
    });
  });

  it('of a cluster names some of its nodes', () => {
    expect(readRedisAddress('rediss+cluster://:geheim@a:7000,b:7001,c')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 7_000 },
        { host: 'b', port: 7_001 },
        { host: 'c', port: 6_379 },
      ],
      username: null,
      password: 'geheim',
      tls: true,
      shown: 'rediss+cluster://a:7000,b:7001,c',
    });
  });
});
