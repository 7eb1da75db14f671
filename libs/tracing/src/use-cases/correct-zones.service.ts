import { Injectable } from '@nestjs/common';
import { correctedByZones, Deadlines, zoneDataOf } from '@tracedesk/deadlines';
import { Directory } from '@tracedesk/directory';
import { ok, type DeskProcess, type StateCode } from '@tracedesk/kernel';
import { DeskLog, isNewerZoneData, ownZoneData, UnitOfWork } from '@tracedesk/platform';
import { RecomputedDeadlines } from '../recomputed-deadlines.service.js';

/**
 * Works out anew what is open and was counted with older zone data than this process has: where a country changed its clocks, the date
 * moves. It is the act that a corrected calendar is: each moved date is an entry that both parties read, the date before stays beside it,
 * nothing is un-missed and no State made late. Twice, or in two processes at once, makes no difference.
 */
@Injectable()
export class CorrectZones {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly deadlines: Deadlines,
    private readonly recomputed: RecomputedDeadlines,
    private readonly log: DeskLog,
  ) {}

  /** For every State that takes part; one that cannot be worked out keeps no other from it. Says how many dates moved. */
  async execute(zoneData = ownZoneData()): Promise<number> {
    let moved = 0;
    for (const state of await this.directory.servedStates()) {
      try {
        moved += await this.#ofState(state, zoneData);
      } catch (error) {
        this.log.error('zones.not_corrected', { state }, error);
      }
    }
    if (moved > 0) this.log.info('zones.corrected', { version: zoneData, moved });
    return moved;
  }

  async #ofState(state: StateCode, zoneData: string): Promise<number> {
    const actor: DeskProcess = { kind: 'process', name: 'upkeep', state };
    const result = await this.work.run(actor, 'deadline.correct_zones', async (tx) => {
      const open = await this.deadlines.openAgainstOwnState(tx);
      const older = open.filter(({ reading }) => isNewerZoneData(zoneData, zoneDataOf(reading) ?? ''));
      const touched = older.flatMap(({ request, reading }) => {
        const after = correctedByZones(reading, zoneData, tx.now);
        return after ? [{ request, before: reading, after }] : [];
      });
      for (const clock of touched) await this.recomputed.enter(tx, clock, { zone_data: zoneData });
      return ok(touched.length);
    });
    return result.ok ? result.value : 0;
  }
}
