import { Body, Param, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentActor } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import {
  AcknowledgeDto,
  AcknowledgeRequest,
  ClarifyDto,
  ClarifyResponse,
  CloseDto,
  CloseRequest,
  DelayDto,
  DelayResponse,
  DiscardDraft,
  NoWordsDto,
  RedirectDto,
  RedirectRequest,
  ReopenDto,
  ReopenRequest,
  RequestIdParam,
  RequestAdditionalInformation,
  RequestInformationDto,
  RespondDto,
  RespondToRequest,
  SeekClarification,
  SeekClarificationDto,
  SubmitRequest,
  SupplementDto,
  SupplementResponse,
  SupplyInformation,
  SupplyInformationDto,
  WithdrawDto,
  WithdrawRequest,
  type Attempt,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { Attempted, tagged } from './headers.decorator.js';
import { Move } from './move.decorator.js';
import {
  CLARIFY_EXAMPLES,
  CLOSE_EXAMPLES,
  DELAY_EXAMPLES,
  REDIRECT_EXAMPLES,
  REOPEN_EXAMPLES,
  REQUEST_INFORMATION_EXAMPLES,
  RESPOND_EXAMPLES,
  SUPPLEMENT_EXAMPLES,
  SUPPLY_INFORMATION_EXAMPLES,
} from './openapi/examples-of-moves.js';
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
    private readonly redirectRequest: RedirectRequest,
    private readonly requestInformationOn: RequestAdditionalInformation,
    private readonly supplyInformationOn: SupplyInformation,
    private readonly delayResponse: DelayResponse,
    private readonly seekClarificationOf: SeekClarification,
    private readonly clarifyResponse: ClarifyResponse,
    private readonly supplementResponse: SupplementResponse,
    private readonly reopenRequest: ReopenRequest,
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

  @Move(
    'redirect',
    'Says that another State should be asked: the request is misrouted, and no clock counts against the State that says so',
  )
  @ApiBody({ type: RedirectDto, examples: REDIRECT_EXAMPLES })
  async redirect(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: RedirectDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.redirectRequest.execute(actor, attempt, body.toCommand())));
  }

  @Move(
    'request_information',
    'Asks for additional information, citing the missing element of ITI 17 or saying that it lies beyond (ITI 20)',
  )
  @ApiBody({ type: RequestInformationDto, examples: REQUEST_INFORMATION_EXAMPLES })
  async requestInformation(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: RequestInformationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.requestInformationOn.execute(actor, attempt, body.toCommand())));
  }

  @Move('supply_information', 'Supplies the information, or says that it is not available')
  @ApiBody({ type: SupplyInformationDto, examples: SUPPLY_INFORMATION_EXAMPLES })
  async supplyInformation(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: SupplyInformationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.supplyInformationOn.execute(actor, attempt, body.toCommand())));
  }

  @Move('delay', 'Delays the response on a ground of ITI 22, with reasons, to a later date')
  @ApiBody({ type: DelayDto, examples: DELAY_EXAMPLES })
  async delay(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: DelayDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.delayResponse.execute(actor, attempt, body.toCommand())));
  }

  @Move('seek_clarification', 'Seeks clarification of the reasons, or of the response (ITI 23)')
  async seekClarification(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: SeekClarificationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.seekClarificationOf.execute(actor, attempt, body.toCommand())));
  }

  @Move('clarify', 'Clarifies the response, and may add or correct items')
  @ApiBody({ type: ClarifyDto, examples: CLARIFY_EXAMPLES })
  async clarify(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: ClarifyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.clarifyResponse.execute(actor, attempt, body.toCommand())));
  }

  @Move('supplement', 'Adds to the response or corrects it, and says why (ITI 18)')
  @ApiBody({ type: SupplementDto, examples: SUPPLEMENT_EXAMPLES })
  async supplement(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: SupplementDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.supplementResponse.execute(actor, attempt, body.toCommand())));
  }

  @Move('reopen', 'Opens the request again; the period for the response starts anew')
  @ApiBody({ type: ReopenDto, examples: REOPEN_EXAMPLES })
  async reopen(
    @CurrentActor() actor: Officer,
    @Param() _address: RequestIdParam,
    @Attempted() attempt: Attempt,
    @Body() body: ReopenDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.reopenRequest.execute(actor, attempt, body.toCommand())));
  }
}
