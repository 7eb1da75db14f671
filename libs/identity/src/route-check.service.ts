import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { CodedError } from '@tracedesk/kernel';
import { PERMISSION, PUBLIC } from './decorators.decorator.js';
import type { PermissionTable } from './permission-table.js';
import { PERMISSIONS } from './session.guard.js';

export class RouteError extends CodedError<'ROUTE_WITHOUT_PERMISSION'> {}

/** Stops the start while a route says neither whom it is for nor that it is for everybody, or names a permission nobody has listed. */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    @Inject(PERMISSIONS) private readonly permissions: PermissionTable,
  ) {}

  onApplicationBootstrap(): void {
    const faults = this.faults();
    if (faults.length > 0)
      throw new RouteError('ROUTE_WITHOUT_PERMISSION', `Routes that nobody may be let into: ${faults.join('; ')}.`);
  }

  faults(): string[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = (metatype?.prototype ?? Object.getPrototypeOf(instance)) as object;
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: (prototype as Record<string, () => unknown>)[name]! }))
        .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler))
        .flatMap(({ name, handler }) => this.#faultOf(`${metatype?.name}.${name}`, [handler, metatype as () => unknown]));
    });
  }

  #faultOf(route: string, targets: (() => unknown)[]): string[] {
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return [];
    const permission = this.reflector.getAllAndOverride<string | undefined>(PERMISSION, targets);
    if (permission === undefined) return [`${route} has neither @Permission nor @Public`];
    return Object.hasOwn(this.permissions, permission)
      ? []
      : [`${route} asks for ${permission}, which stands in no room's permissions`];
  }
}
