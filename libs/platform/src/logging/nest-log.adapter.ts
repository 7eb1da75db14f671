import type { LoggerService } from '@nestjs/common';
import type { DeskLog } from './desk-log.service.js';

/** Lets the framework speak through the desk's log. Its own chatter (routes mapped, modules loaded) is for debugging only. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: DeskLog) {}

  log(message: unknown, context?: unknown): void {
    this.log_.debug('framework.said', told(message, context));
  }

  verbose(message: unknown, context?: unknown): void {
    this.log_.debug('framework.said', told(message, context));
  }

  debug(message: unknown, context?: unknown): void {
    this.log_.debug('framework.said', told(message, context));
  }

  warn(message: unknown, context?: unknown): void {
    this.log_.warn('framework.warned', told(message, context));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.log_.error('framework.failed', told(message, rest.at(-1)), message instanceof Error ? message : undefined);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

function told(message: unknown, context: unknown): { said?: string; context?: string } {
  return {
    ...(typeof message === 'string' ? { said: message } : {}),
    ...(typeof context === 'string' && !context.includes('\n') ? { context } : {}),
  };
}
