import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from '../api.module.js';
import { ProblemView } from '../views/problem.view.js';
import { asOpenApi31 } from './open-api-31.js';

/** The API document, from the sources alone: nothing is instantiated, no database is asked. */
export async function buildOpenApi(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, new FastifyAdapter(), { preview: true, logger: false });
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
