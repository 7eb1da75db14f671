import { Get, Query } from '@nestjs/common';
import { ContactPointsQuery, Directory, type ContactPoint } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { ContactPointListView } from './views/other.view.js';

@ApiController(`${API}/contact-points`, 'Directory')
export class ContactPointsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Permission('contact_point.list')
  @Operation({
    id: 'listContactPoints',
    summary: "A State's national points of contact that answer now (ITI 25)",
    answer: ContactPointListView,
  })
  async list(
    @CurrentActor() actor: Officer,
    @Query() { code }: ContactPointsQuery,
  ): Promise<{ readonly items: readonly ContactPoint[] }> {
    return { items: await this.work.read(actor, (tx) => this.directory.activeContactPoints(tx, code, tx.now)) };
  }
}
