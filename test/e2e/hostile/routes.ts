import { randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Route {
  readonly method: string;
  /** With an id of nothing in place of each parameter. */
  readonly path: string;
}

/** Every route of every controller, pages and API alike: a new one is tried without anybody thinking of it. */
export function routesOf(app: NestFastifyApplication): readonly Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const types = [...new Set(controllers.map(({ metatype }) => metatype as new () => object))];
  return types.flatMap((type) =>
    new MetadataScanner().getAllMethodNames(type.prototype as object).flatMap((name) => {
      const handler = (type.prototype as Record<string, object>)[name]!;
      if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      return pathsOf(type).flatMap((base) => pathsOf(handler).map((path) => ({ method, path: joined(base, path) })));
    }),
  );
}

function pathsOf(target: object): readonly string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof path === 'string' || path === undefined ? [path ?? ''] : path;
}

function joined(...parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.map((part) => (part.startsWith(':') ? randomUUID() : part)).join('/')}`;
}
