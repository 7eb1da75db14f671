import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateKeys } from './state-keys.service.js';

const QM = stateCode('QM');
const QN = stateCode('QN');
let folder: string;
let keys: StateKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracedesk-keys-'));
  keys = new StateKeys(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string) => join(folder, 'states', name);

describe('the key of a State', () => {
  it('is missed when there is none', () => {
    expect(keys.has(QM)).toBe(false);
    expect(() => keys.keyOf(QM)).toThrow(expect.objectContaining({ code: 'STATE_KEY_MISSING' }));
  });

  it('is never replaced', () => {
    keys.create(QM);
    const before = keys.keyOf(QM);
    expect(() => keys.create(QM)).toThrow(expect.objectContaining({ code: 'STATE_KEY_EXISTS' }));
    expect(new StateKeys(folder).keyOf(QM)).toEqual(before);
  });

  it('is refused when others may read its file', () => {
    keys.create(QM);
    chmodSync(file('QM.key'), 0o640);
    expect(() => keys.keyOf(QM)).toThrow(expect.objectContaining({ code: 'STATE_KEY_UNREADABLE' }));
  });

  it('is refused when its file holds anything but a key', () => {
    keys.create(QM);
    writeFileSync(file('QM.key'), 'c2hvcnQ=\n');
    expect(() => keys.keyOf(QM)).toThrow(expect.objectContaining({ code: 'STATE_KEY_UNREADABLE' }));
  });

  it('is not looked for outside its folder', () => {
    expect(() => keys.keyOf('../QM' as never)).toThrow(expect.objectContaining({ code: 'STATE_KEY_MISSING' }));
  });

  it("lies in a file for the desk alone and is one State's own", () => {
    keys.create(QM);
    keys.create(QN);
    expect(statSync(file('QM.key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'states')).mode & 0o777).toBe(0o700);
    expect(keys.has(QM)).toBe(true);
    expect(keys.keyOf(QM)).toHaveLength(32);
    expect(keys.keyOf(QM)).not.toEqual(keys.keyOf(QN));
    expect(keys.searchKey(QM)).not.toEqual(keys.searchKey(QN));
    expect(keys.searchKey(QM)).not.toEqual(keys.keyOf(QM));
  });
});
