import { describe, expect, it } from '@jest/globals';
import { advanceClocks, explain, ITI_DEFAULT, type ClockMove, type ClockReading } from '@tracedesk/deadlines/core';
import { stateCode } from '@tracedesk/kernel';
import { recomputed } from './recomputed.js';

describe('working dates out again from an export', () => {
  it.each([
    ['nothing', /not JSON/],
    ['[]', /list is empty/],
    ['{"clock":"response"}', /Number 1 is not the explanation of a deadline: it needs clock/],
    [change(exported(), { derivation: { timeZone: 'Mars/Olympus', intervals: [] } }), /Number 1 cannot be worked out/],
    [change(exported(), { dueAt: 'soon' }), /Number 1 is not the explanation of a deadline/],
    [exported().replace('Asia/Kathmandu","intervals', 'Mars/Olympus","intervals'), /time zone Mars\/Olympus is not known/],
    [exported().replace('"from":"2026-03-02T10:00:00.000Z"', '"from":"yesterday"'), /cannot be worked out/],
  ])('refuses what is none, in one sentence', (text, says) => {
    expect(() => recomputed(text)).toThrow(says);
  });

  it('gives the same instant from the exported text alone, after a pause and a delay as well', () => {
    expect(recomputed(`[${exported()},${exported(delayed(paused()))}]`)).toEqual({
      same: true,
      lines: [
        'same       2026-04-01T18:15:00.000Z  response of QM, counted in Asia/Kathmandu',
        'same       2026-06-30T18:15:00.000Z  response of QM, counted in Asia/Kathmandu',
      ],
    });
  });

  it.each([
    ['the date that the desk holds', change(exported(paused()), { storedDueAt: '2026-04-30T18:15:00.000Z' })],
    ['an instant of a pause', exported(paused()).replaceAll('2026-03-09T10:00:00.000Z', '2026-03-19T10:00:00.000Z')],
    ['the length of the term', exported(paused()).replaceAll('"length":30', '"length":31')],
    ['the date that was told', change(exported(paused()), { dueAt: '2026-04-30T18:15:00.000Z' })],
    ['the zone that was told', change(exported(paused()), { timeZone: 'Asia/Tokyo' })],
    ['the name of the profile', change(exported(), { profile: { id: 'ECOWAS-19', version: 1, source: { kind: 'law' } } })],
    ['the State that has to act', change(exported(), { actingState: 'QR' })],
    ['the day in its last step', exported().replace('"lastDay":"2026-04-01"', '"lastDay":"2026-04-30"')],
    ['the number of its steps', change(exported(), { lines: [] })],
    ['a missed date', exported(missed()).replace('{"line":"missed","dueAt":"2026-04-01', '{"line":"missed","dueAt":"2026-03-01')],
    ['the zone', exported(paused()).replace('Asia/Kathmandu","intervals', 'Pacific/Kiritimati","intervals')],
  ])('says that it differs when somebody changed %s', (_, text) => {
    const { same, lines } = recomputed(text);
    expect(same).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^DIFFERENT .*: .* One of the two was changed\.$/)]);
  });
});

it('tells which step was changed, and each date beside the one that comes out', () => {
  const [line] = recomputed(change(exported(), { dueAt: '2026-04-30T18:15:00.000Z', lines: [{ line: 'due' }] })).lines;
  expect(line).toBe(
    'DIFFERENT  2026-04-01T18:15:00.000Z  response of QM, counted in Asia/Kathmandu: it was told as 2026-04-30T18:15:00.000Z; its step 1 (started) is told otherwise. One of the two was changed.',
  );
});

it('takes an export of a desk that did not hand over yet what was missed', () => {
  const told = JSON.parse(exported(missed())) as { readonly derivation: object };
  expect(recomputed(JSON.stringify({ ...told, derivation: { ...told.derivation, missedAt: undefined } })).same).toBe(true);
});

function missed(): readonly ClockReading[] {
  return advanceClocks(submitted(), aMove({ response: 'settled' }, '2026-04-05T10:00:00Z'));
}

function paused(): readonly ClockReading[] {
  const asked = advanceClocks(submitted(), aMove({ response: 'paused' }, '2026-03-05T10:00:00Z'));
  return advanceClocks(asked, aMove({ response: 'runs' }, '2026-03-09T10:00:00Z'));
}

function delayed(readings: readonly ClockReading[]): readonly ClockReading[] {
  return advanceClocks(readings, aMove({ response: 'runs' }, '2026-03-20T10:00:00Z', { newDueOn: '2026-06-30' }));
}

function submitted(): readonly ClockReading[] {
  return advanceClocks([], aMove({ response: 'runs' }, '2026-03-02T10:00:00Z'));
}

/** As the API sends it: text, and nothing beside it. */
function exported(readings = submitted()): string {
  return JSON.stringify(
    explain(
      readings.find(({ clock }) => clock === 'response')!,
      ITI_DEFAULT,
    ),
  );
}

function change(text: string, more: object): string {
  return JSON.stringify({ ...(JSON.parse(text) as object), ...more });
}

function aMove(clocks: ClockMove['clocks'], at: string, more: Partial<ClockMove> = {}): ClockMove {
  const parties = {
    requesting: { state: stateCode('QR'), timeZone: 'UTC' },
    requested: { state: stateCode('QM'), timeZone: 'Asia/Kathmandu' },
  };
  return { clocks, at: new Date(at), cause: 'spec.moved', parties, profile: ITI_DEFAULT, priority: 'routine', ...more };
}
