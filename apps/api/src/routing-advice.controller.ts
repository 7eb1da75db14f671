import { Body, HttpCode, Post } from '@nestjs/common';
import { Directory, SUCCESSOR_STATES } from '@tracedesk/directory';
import { adviseRouting, routingChanges } from '@tracedesk/firearms';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { ApiController } from './api-controller.decorator.js';
import { RoutingMarksDto } from './dto/routing.dto.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { RoutingAdviceView, RoutingChangeView, routeView } from './views/routing.view.js';

@ApiController(`${API}/routing-advice`, 'Directory')
export class RoutingAdviceController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
  ) {}

  /** A POST, because marks of an arm do not belong in an address; it keeps nothing. */
  @Post()
  @Permission('routing_advice.ask')
  @HttpCode(200)
  @Operation({
    id: 'adviseRouting',
    summary: 'Which State to ask about an arm with these marks, and why; nothing is kept',
    answer: RoutingAdviceView,
    problems: [413, 415],
  })
  async advise(@CurrentActor() actor: Officer, @Body() body: RoutingMarksDto): Promise<RoutingAdviceView> {
    const [marks, facts] = [body.toMarks(), { ownState: actor.state, successors: SUCCESSOR_STATES }];
    const advice = adviseRouting(marks, facts);
    const routes = [...(advice.proposal ? [advice.proposal] : []), ...advice.alternatives];
    const codes = routes.map(({ state }) => state);
    const parties = await this.work.read(actor, (tx) => this.directory.parties(tx, codes, tx.now));
    const reachable = new Set(parties.filter((party) => party.reachable).map(({ code }) => code));
    const [proposal, alternatives] = [advice.proposal, advice.alternatives];
    return {
      ...advice,
      proposal: proposal && routeView(proposal, reachable.has(proposal.state)),
      alternatives: alternatives.map((route) => routeView(route, reachable.has(route.state))),
      changes: routingChanges(marks, facts).map((change) => RoutingChangeView.of(change)),
    };
  }
}
