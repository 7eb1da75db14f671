import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@tracedesk/identity';
import { projectFolder } from '@tracedesk/platform';
import { API } from './routes.js';

/** Where the document lies that the sources make; the check fails when it has drifted from them. */
export const OPENAPI_FILE = 'docs/generated/openapi.json';

@ApiExcludeController()
@Controller(API)
export class OpenApiController {
  #document: string | undefined;

  @Get('openapi.json')
  @Public()
  @Header('content-type', 'application/json; charset=utf-8')
  document(): string {
    this.#document ??= readFileSync(join(projectFolder(), OPENAPI_FILE), 'utf8');
    return this.#document;
  }
}
