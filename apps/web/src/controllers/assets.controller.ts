import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@tracedesk/identity';
import { DenialException } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ASSET_FOLDER, assetAt } from '../assets/assets.js';
import { acceptsGzip } from '../pages.service.js';

/** Static files. Their names hold a hash of their content: kept by browsers for ever. */
@ApiExcludeController()
@Controller('assets')
export class AssetsController {
  @Get(':file')
  @Public()
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asset = assetAt(ASSET_FOLDER + file);
    if (!asset) throw new DenialException({ code: 'NOT_FOUND' });
    const zip = acceptsGzip(request);
    await reply
      .headers({
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(zip ? { 'content-encoding': 'gzip' } : {}),
      })
      .send(zip ? asset.gzip : asset.bytes);
  }
}
