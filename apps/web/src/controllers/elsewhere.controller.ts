import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@tracedesk/identity';
import { DenialException } from '@tracedesk/platform';

/** Every address that leads nowhere: it passes the guard as all others do, so whoever is signed in keeps the menu. */
@ApiExcludeController()
@Controller()
export class ElsewhereController {
  @Get('*')
  @Public()
  nowhere(): never {
    throw new DenialException({ code: 'NOT_FOUND' });
  }
}
