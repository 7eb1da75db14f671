import { Body, HttpCode, Post } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import { ApiController } from './api-controller.decorator.js';
import { OpenDisclosureDto } from './dto/disclosure.dto.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { DisclosureView } from './views/other.view.js';

@ApiController(`${API}/disclosures`, 'Disclosures')
export class DisclosuresController {
  constructor(private readonly disclosures: Disclosures) {}

  @Post()
  @Permission('disclosure.open')
  @HttpCode(201)
  @Operation({
    id: 'openDisclosure',
    summary: 'Opens protected content to this person for one sitting: first the decision, then the entry, then the content',
    answer: DisclosureView,
    status: 201,
    problems: [404, 413, 415, 422],
  })
  async open(@CurrentActor() actor: Officer, @Body() body: OpenDisclosureDto): Promise<DisclosureView> {
    const { id, expiresAt, rule } = respond(await this.disclosures.open(actor, body.toCommand()));
    return { id, expiresAt, rule };
  }
}
