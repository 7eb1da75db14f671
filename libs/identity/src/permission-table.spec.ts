import { describe, expect, it } from '@jest/globals';
import { mayAct, mergePermissions, permissionsToMarkdown } from './permission-table.js';

const table = mergePermissions({ 'tracing_request.respond': ['tracing_officer'] }, { 'person.administer': ['administrator'] });

describe('permissions', () => {
  it('give nobody what stands in no room', () => {
    expect(mayAct(table, 'administrator', 'tracing_request.erase')).toBe(false);
    expect(mayAct(table, 'administrator', 'constructor')).toBe(false);
  });

  it('give an action to the roles that are named, and to no other', () => {
    expect(mayAct(table, 'operator', 'tracing_request.respond')).toBe(false);
    expect(mayAct(table, 'tracing_officer', 'tracing_request.respond')).toBe(true);
  });

  it('do not stand in two rooms', () => {
    expect(() => mergePermissions({ 'a.b': [] }, { 'a.b': [] })).toThrow(/stands in two rooms/);
  });

  it('are printed as one table', () => {
    expect(permissionsToMarkdown(table).split('\n')).toEqual([
      '# Permissions',
      '',
      expect.stringMatching(/^Which role may do what\. .+ is decided$/),
      expect.stringMatching(/^after that, .+\.$/),
      '',
      '| action | tracing officer | contact point | supervisor | auditor | administrator | operator |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| `person.administer` |  |  |  |  | yes |  |',
      '| `tracing_request.respond` | yes |  |  |  |  |  |',
      '',
    ]);
  });
});
