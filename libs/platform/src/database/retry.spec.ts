import { describe, expect, it } from '@jest/globals';
import { ownedByDoor } from './door-function.js';
import { RETRIES_AFTER_CONFLICT, retryingConflicts } from './retry.js';
import { LOGIN_ROLES, PROCESS_ROLES, roleName, SILENT_ROLES } from './roles.js';

describe('work that lost against another transaction', () => {
  async function tried(failures: number, code = '40001') {
    const pauses: number[] = [];
    let runs = 0;
    const work = async (): Promise<string> => {
      runs += 1;
      if (runs <= failures) throw Object.assign(new Error('x'), { code });
      return 'done';
    };
    const came = await retryingConflicts(work, async (ms) => void pauses.push(ms)).catch((error: { code: string }) => error.code);
    return { came, runs, pauses };
  }

  it('is begun anew three times, each after a longer pause', async () => {
    expect(RETRIES_AFTER_CONFLICT).toBe(3);
    expect(await tried(3)).toEqual({ came: 'done', runs: 4, pauses: [5, 20, 80] });
  });

  it('fails with what broke it off where it lost once more', async () => {
    expect(await tried(4, '40P01')).toEqual({ came: '40P01', runs: 4, pauses: [5, 20, 80] });
  });

  it('is not begun anew for any other reason, nor where it went well', async () => {
    expect(await tried(1, '23505')).toEqual({ came: '23505', runs: 1, pauses: [] });
    expect(await tried(0)).toEqual({ came: 'done', runs: 1, pauses: [] });
  });
});

describe('the roles of the database', () => {
  it('are named after the desk; some sign in, and some nobody signs in as', () => {
    expect([...LOGIN_ROLES, ...SILENT_ROLES].map(roleName)).toEqual([
      ...[
        'desk_owner',
        'desk_app',
        'desk_administration',
        'desk_sweeper',
        'desk_sequencer',
        'desk_relay',
        'desk_queue',
        'desk_door',
        'desk_eraser',
      ],
    ]);
    expect(PROCESS_ROLES).toEqual(['sweeper', 'relay']);
  });

  it('hand a function to the door so that nobody but the app may call it, and the door can make nothing', () => {
    expect(ownedByDoor('desk.look_up(text)')).toEqual([
      'revoke execute on function desk.look_up(text) from public',
      'grant execute on function desk.look_up(text) to desk_app',
      'grant create on schema desk to desk_door',
      'alter function desk.look_up(text) owner to desk_door',
      'revoke create on schema desk from desk_door',
    ]);
  });
});
