import { ApiProperty } from '@nestjs/swagger';
import {
  EARLIER_STEPS,
  ROUTING_MARKS,
  ROUTING_RULES,
  type Route,
  type RoutingChange,
  type RoutingRule,
} from '@tracedesk/firearms';

/** A State that could be asked, and why. */
export class RouteView {
  @ApiProperty({ example: 'QM' }) readonly state!: string;
  @ApiProperty({ enum: Object.keys(ROUTING_RULES), description: 'The rule, which names the mark it read.' })
  readonly rule!: RoutingRule;
  @ApiProperty({ example: '8(b)', description: 'Of the marks it reads. The rule itself is common practice, not law.' })
  readonly paragraph!: string;
  @ApiProperty({ type: 'integer', required: false, description: 'The year of the mark.' }) readonly year?: number;
  @ApiProperty({ type: String, required: false, description: 'The mark names this dissolved State.' })
  readonly successorOf?: string;
  @ApiProperty({ description: 'Whether a point of contact of that State answers on this hub (ITI 25).' })
  readonly reachable!: boolean;
}

/** What the advice would be if one mark were not there, or one more were read. */
export class RoutingChangeView {
  @ApiProperty({ enum: ROUTING_MARKS }) readonly mark!: string;
  @ApiProperty({ enum: ['not_there', 'read'] }) readonly supposed!: string;
  @ApiProperty({ type: String, required: false, description: 'The State that the mark names, where it is there.' })
  readonly names?: string;
  @ApiProperty({ type: 'integer', required: false }) readonly year?: number;
  @ApiProperty({
    enum: ['state', 'named_state', 'nobody'],
    description: '`named_state`: the one that the mark names, if foreign.',
  })
  readonly then!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The State then proposed, where `then` is `state`.', example: 'QM' })
  readonly state!: string | null;
  @ApiProperty({ description: 'Whether that is another proposal than now.' }) readonly changes!: boolean;

  static of({ then, ...change }: RoutingChange): RoutingChangeView {
    return { ...change, then: then.kind, state: then.kind === 'state' ? then.route.state : null };
  }
}

/** Whom to ask first, mark by mark. Advice: the officer decides. */
export class RoutingAdviceView {
  @ApiProperty({ type: RouteView, nullable: true, description: 'Null: no foreign request.' })
  readonly proposal!: RouteView | null;
  @ApiProperty({ type: [RouteView] }) readonly alternatives!: readonly RouteView[];
  @ApiProperty({ type: [String], example: ['SEVERAL_SUCCESSORS'] }) readonly notes!: readonly string[];
  @ApiProperty({ enum: EARLIER_STEPS, isArray: true, description: 'What comes before a foreign request (ITI 33-35).' })
  readonly earlierSteps!: readonly string[];
  @ApiProperty({ type: [RoutingChangeView], description: 'What would change the proposal, mark by mark.' })
  readonly changes!: readonly RoutingChangeView[];
}

export function routeView(route: Route, reachable: boolean): RouteView {
  return { ...route, paragraph: ROUTING_RULES[route.rule].paragraph, reachable };
}
