import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type DeskProcess, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { ProtocolStanding } from '../firearms-protocol.js';
import { stateSubject } from '../state-subject.js';

export interface RecordFirearmsProtocolCommand {
  readonly standing: ProtocolStanding;
  /** The deposit of its instrument, where the source names it: of a party only. */
  readonly depositedOn: string | null;
  readonly source: string;
  readonly asOf: string;
}

/** Records what a source says of the actor's State and the Firearms Protocol; what was recorded before stays in the log. */
@Injectable()
export class RecordFirearmsProtocol {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
  ) {}

  async execute(
    actor: DeskProcess,
    { standing, depositedOn, source, asOf }: RecordFirearmsProtocolCommand,
  ): Promise<Result<null>> {
    return this.work.run(actor, 'state.record_firearms_protocol', async (tx) => {
      const recorded = await tx.query(
        `UPDATE states SET protocol_standing = $2, protocol_deposited_on = $3, protocol_source = $4, protocol_as_of = $5
          WHERE code = $1 RETURNING code`,
        [actor.state, standing, depositedOn, source, asOf],
      );
      if (recorded.length === 0) return denied('STATE_NOT_FOUND', { field: 'code' });
      await this.log.append(tx, {
        class: 'alteration',
        action: 'state.firearms_protocol_recorded',
        object: stateSubject(actor.state),
        facts: { standing, ...(depositedOn === null ? {} : { depositedOn }), source, asOf },
      });
      return ok(null);
    });
  }
}
