import 'reflect-metadata';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AuditModule } from '@tracedesk/audit';
import { DirectoryModule } from '@tracedesk/directory';
import { IdentityModule } from '@tracedesk/identity';
import { PlatformModule, type Queues } from '@tracedesk/platform';
import { ApiModule } from '../api.module.js';
import { ProblemView } from '../views/problem.view.js';
import { asOpenApi31 } from './open-api-31.js';

/** The API document, from the sources alone: nothing is instantiated, no database is asked. */
export async function buildOpenApi(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(everythingNamed(), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Tracedesk')
    .setDescription(
      'Tracing requests for illicit small arms and light weapons between national points of contact, under the International Tracing Instrument.',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token that signing in gives.' }, 'token')
    .addCookieAuth('desk_session', { type: 'apiKey', in: 'cookie', description: 'For pages of the desk itself.' }, 'cookie')
    .addSecurityRequirements('token')
    .addSecurityRequirements('cookie')
    .build();
  const document = SwaggerModule.createDocument(app, description, { extraModels: [ProblemView] });
  await app.close();
  return asOpenApi31(document);
}

class Named {}

/** The modules as an app puts them together. In a preview Nest asks who needs whom and makes nobody, so the parts may be empty. */
function everythingNamed(): DynamicModule {
  const nothing = {} as never;
  const platform = PlatformModule.forRoot({
    config: nothing,
    log: nothing,
    health: nothing,
    access: nothing,
    queues: {} as Queues,
  });
  return {
    module: Named,
    imports: [platform, AuditModule.forEvents([]), DirectoryModule, IdentityModule.forPermissions({}), ApiModule],
  };
}
