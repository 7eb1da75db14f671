import { describe, expect, it } from '@jest/globals';
import { StatementNames } from './statement-name.js';

describe('the name of a prepared statement', () => {
  it('is not given beyond the limit, so that no connection fills up with statements', () => {
    const names = new StatementNames(2);
    names.of('select 1 where $1');
    names.of('select 2 where $1');
    expect(names.of('select 3 where $1')).toBeNull();
    expect(names.of('select 1 where $1')).not.toBeNull();
  });

  it('differs for texts that differ in one character', () => {
    const names = new StatementNames();
    expect(names.of('select $1 ')).not.toBe(names.of('select $1'));
  });

  it('is the same for the same text, here and in every other process, and short enough for PostgreSQL', () => {
    const name = new StatementNames().of('select $1');
    expect(name).toBe(new StatementNames().of('select $1'));
    expect(name).toMatch(/^s_[\w-]{22}$/);
  });
});
