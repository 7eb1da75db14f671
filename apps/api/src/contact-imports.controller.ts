import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ContactImportView, IMPORT_BYTES_MAX, ImportContactPoints } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { readUpload, respond, TAKES_MULTIPART } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';

const TABLE = { files: 1, bytesPerFile: IMPORT_BYTES_MAX, bytesTogether: 2 * IMPORT_BYTES_MAX };
const FILE = { file: { type: 'string', format: 'binary', description: 'CSV in UTF-8, with the columns of the export.' } };
const SEEN = {
  sha256: { type: 'string', description: 'As the preview of this file told it.' },
  seen: { type: 'string', description: 'As the preview told it.' },
};

/** The own State's contact points as a table: looked at, then brought. Multipart, for the file as it is. */
@Controller(`${API}/contact-points/import`)
@ApiTags('Directory')
export class ContactImportsController {
  constructor(private readonly importContactPoints: ImportContactPoints) {}

  @Post('preview')
  @HttpCode(200)
  @RouteConfig(TAKES_MULTIPART)
  @Permission('contact_point.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: FILE } })
  @Operation({
    id: 'previewContactPointImport',
    summary: 'What a table would do to the own State’s contact points, row by row, and what is wrong with it: nothing is changed',
    answer: ContactImportView,
    problems: [413, 415, 422],
  })
  async preview(@CurrentActor() actor: Officer, @Req() request: FastifyRequest): Promise<ContactImportView> {
    const { files } = await readUpload(request, TABLE, actor.state);
    return ContactImportView.of(respond(await this.importContactPoints.preview(actor, files[0])));
  }

  @Post()
  @HttpCode(200)
  @RouteConfig(TAKES_MULTIPART)
  @Permission('contact_point.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file', 'sha256', 'seen'], properties: { ...SEEN, ...FILE } } })
  @Operation({
    id: 'importContactPoints',
    summary: 'Brings a table that was looked at: all of it or nothing, and nothing a second time',
    description: 'An office that the table does not name stays as it is. A row of another State is refused.',
    answer: ContactImportView,
    problems: [409, 413, 415, 422],
  })
  async import(@CurrentActor() actor: Officer, @Req() request: FastifyRequest): Promise<ContactImportView> {
    const { fields, files } = await readUpload(request, TABLE, actor.state);
    const { sha256 = '', seen = '' } = fields;
    return ContactImportView.of(respond(await this.importContactPoints.execute(actor, files[0], { sha256, seen })));
  }
}
