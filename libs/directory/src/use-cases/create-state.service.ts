import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, isTimeZone, ok, type Actor, type Result, type StateCode } from '@tracedesk/kernel';
import { StateKeys, UnitOfWork } from '@tracedesk/platform';
import { stateSubject } from '../state-subject.js';

export interface CreateStateCommand {
  readonly code: StateCode;
  readonly timeZone: string;
  readonly officersSubmit: boolean;
  /** The day on which a State ceased to be: it is then served no more. */
  readonly dissolvedOn?: string;
  readonly demonstration?: boolean;
}

/** Lets a State join the hub, with a key of its own. The actor acts for the new State: it begins its own record. */
@Injectable()
export class CreateState {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly keys: StateKeys,
  ) {}

  async execute(actor: Actor, command: CreateStateCommand): Promise<Result<StateCode>> {
    if (!isTimeZone(command.timeZone))
      return denied('TIME_ZONE_UNKNOWN', { field: 'timeZone', details: { found: command.timeZone } });
    // Before the row: a key without a State harms nobody, a State without a key cannot be answered to.
    if (!this.keys.has(command.code)) this.keys.create(command.code);

    return this.work.run(actor, 'state.create', async (tx) => {
      const begun = await tx.query(
        `INSERT INTO states (code, time_zone, officers_submit, active, dissolved_on, demonstration)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING code`,
        [
          command.code,
          command.timeZone,
          command.officersSubmit,
          command.dissolvedOn === undefined,
          command.dissolvedOn ?? null,
          command.demonstration ?? false,
        ],
      );
      if (begun.length === 0) return denied('STATE_EXISTS', { field: 'code' });
      await this.log.append(tx, {
        class: 'collection',
        action: 'state.created',
        object: stateSubject(command.code),
        facts: { timeZone: command.timeZone, officersSubmit: command.officersSubmit },
      });
      return ok(command.code);
    });
  }
}
