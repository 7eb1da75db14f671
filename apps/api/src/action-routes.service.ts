import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { CodedError } from '@tracedesk/kernel';
import { ACTIONS_AT_THE_DESK, type Action } from '@tracedesk/tracing';
import { MOVE } from './move.decorator.js';
import { MovesController } from './moves.controller.js';

export class ActionRoutesError extends CodedError<'ACTION_WITHOUT_ROUTE' | 'ROUTE_WITHOUT_ACTION'> {}

/** Stops the start while a permitted action of the lifecycle has no route, or a route stands for an action nobody is permitted. */
@Injectable()
export class ActionRoutes implements OnApplicationBootstrap {
  onApplicationBootstrap(): void {
    checkActionRoutes(routedActions(), ACTIONS_AT_THE_DESK);
  }
}

/** The actions that have a route, each as often as it has one. */
export function routedActions(): readonly Action[] {
  const handlers = MovesController.prototype as unknown as Readonly<Record<string, () => unknown>>;
  return new MetadataScanner()
    .getAllMethodNames(MovesController.prototype)
    .map((name) => Reflect.getMetadata(MOVE, handlers[name] as () => unknown) as Action | undefined)
    .filter((action) => action !== undefined);
}

export function checkActionRoutes(routed: readonly Action[], permitted: readonly Action[]): void {
  const missing = permitted.filter((action) => !routed.includes(action));
  if (missing.length > 0) {
    throw new ActionRoutesError(
      'ACTION_WITHOUT_ROUTE',
      `Actions of the lifecycle that are permitted but have no route: ${missing.join(', ')}.`,
    );
  }
  const surplus = routed.filter((action, index) => !permitted.includes(action) || routed.indexOf(action) !== index);
  if (surplus.length > 0) {
    throw new ActionRoutesError(
      'ROUTE_WITHOUT_ACTION',
      `Routes without a permitted action, or with one that has a route: ${surplus.join(', ')}.`,
    );
  }
}
