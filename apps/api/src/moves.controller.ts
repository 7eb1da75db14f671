import { Body, Param, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentActor } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import {
  AcknowledgeDto,
  AcknowledgeRequest,
  CloseDto,
  CloseRequest,
  DiscardDraft,
  NoWordsDto,
  RequestIdParam,
  RespondDto,
  RespondToRequest,
  SubmitRequest,
  WithdrawDto,
  WithdrawRequest,
  type Attempt,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { Attempted, tagged } from './headers.decorator.js';
import { Move } from './move.decorator.js';
import { CLOSE_EXAMPLES, RESPOND_EXAMPLES } from './openapi/examples.js';
import { TRACING_REQUESTS } from './routes.js';

/** The moves of the lifecycle, one route each. Whether they are all here, and no other, is checked at the start. */
@ApiController(TRACING_REQUESTS, 'Moves')
export class MovesController {
  constructor(
    private readonly submitRequest: SubmitRequest,
    private readonly discardDraft: DiscardDraft,
    private readonly acknowledgeRequest: AcknowledgeRequest,
    private readonly respondToRequest: RespondToRequest,
    private readonly closeRequest: CloseRequest,
    private readonly withdrawRequest: WithdrawRequest,
  ) {}

  @ApiBody({ type: NoWordsDto, required: false })
  @Move('submit', 'Asks the other State: the draft becomes a request with two parties, and its clocks start')
  async submit(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() _nothing: NoWordsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.submitRequest.execute(actor, attempt)));
  }

  @ApiBody({ type: NoWordsDto, required: false })
  @Move('discard', 'Throws a draft away')
  async discard(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() _nothing: NoWordsDto,
  ): Promise<void> {
    respond(await this.discardDraft.execute(actor, attempt));
  }

  @Move('acknowledge', 'Acknowledges receipt (ITI 19)')
  async acknowledge(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: AcknowledgeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.acknowledgeRequest.execute(actor, attempt, body.toCommand())));
  }

  @Move('respond', 'Responds: with what is known, with no record, or by refusing on a ground of ITI 22')
  @ApiBody({ type: RespondDto, examples: RESPOND_EXAMPLES })
  async respond(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: RespondDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.respondToRequest.execute(actor, attempt, body.toCommand())));
  }

  @Move('close', 'Closes the request with an outcome, and says what becomes of the trace')
  @ApiBody({ type: CloseDto, examples: CLOSE_EXAMPLES })
  async close(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: CloseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.closeRequest.execute(actor, attempt, body.toCommand())));
  }

  @Move('withdraw', 'Takes the request back, with a reason')
  async withdraw(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: WithdrawDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.withdrawRequest.execute(actor, attempt, body.toCommand())));
  }
}
