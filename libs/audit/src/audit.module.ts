import { Module, type DynamicModule } from '@nestjs/common';
import { DenialJournal } from '@tracedesk/platform';
import { AuditLog } from './audit-log.service.js';
import { AUDIT_EVENTS } from './audit.events.js';
import { AuditDenialJournal } from './denial-journal.service.js';
import { EventCatalogue, type AuditEventDefinition } from './event-catalogue.js';

/** Binds the log. Global: every room that acts appends to the one log, with the events of all rooms registered here. */
@Module({})
export class AuditModule {
  static forEvents(events: readonly AuditEventDefinition[]): DynamicModule {
    return {
      module: AuditModule,
      global: true,
      providers: [
        { provide: EventCatalogue, useFactory: () => new EventCatalogue([...AUDIT_EVENTS, ...events]) },
        AuditLog,
        { provide: DenialJournal, useClass: AuditDenialJournal },
      ],
      exports: [EventCatalogue, AuditLog, DenialJournal],
    };
  }
}
