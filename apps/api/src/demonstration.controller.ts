import { Body, HttpCode, Post, Req } from '@nestjs/common';
import { DeskClock } from '@tracedesk/deadlines';
import { Public } from '@tracedesk/identity';
import { failedOneClickCondition } from '@tracedesk/identity/core';
import { DenialException, DeskConfig, respond } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { AdvanceClockDto } from './dto/small.dto.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { ClockView } from './views/other.view.js';

@ApiController(`${API}/demonstration`, 'Demonstration')
export class DemonstrationController {
  constructor(
    private readonly clock: DeskClock,
    private readonly config: DeskConfig,
  ) {}

  @Post('clock')
  @Public()
  @HttpCode(200)
  @Operation({
    id: 'advanceClock',
    summary: 'Moves the business clock of a demonstration forward; there is no such thing on a server',
    answer: ClockView,
    problems: [403, 404, 413, 415, 422],
    isPublic: true,
  })
  async advance(@Body() { advance }: AdvanceClockDto, @Req() request: FastifyRequest): Promise<ClockView> {
    if (!this.#fromThisMachine(request)) throw new DenialException({ code: 'DEMONSTRATION_ONLY' });
    return { now: respond(await this.clock.advance(advance)) };
  }

  /** The conditions of one-click sign-in, but for its form; whether this is a demonstration the database itself knows. */
  #fromThisMachine({ socket, headers }: FastifyRequest): boolean {
    const failed = failedOneClickCondition({
      installation: 'demonstration',
      listensOn: this.config.host,
      peer: socket.remoteAddress,
      host: headers.host,
      headerNames: Object.keys(headers),
      tokenIsRight: true,
    });
    return failed === null;
  }
}
