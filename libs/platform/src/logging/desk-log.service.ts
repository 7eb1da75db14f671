import { pino, type DestinationStream, type Logger } from 'pino';
import { CodedError, type Sealed } from '@tracedesk/kernel';
import type { LogLevel } from '../config/desk-config.dto.js';

/** What a log line may carry beside its event name: ids, codes, counts. No texts of people; a `Sealed` prints as `[sealed]`. */
export type LogIds = Readonly<Record<string, string | number | boolean | null | undefined | Sealed<unknown>>>;

/**
 * The desk's log: one JSON object a line, an event name (`deadline.missed`) and ids.
 * Lines are read by many and kept for long, so nothing protected may be in them.
 */
export class DeskLog {
  private readonly lines: Logger;

  constructor(level: LogLevel = 'info', destination?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.lines = destination ? pino(options, destination) : pino(options);
  }

  debug(event: string, ids: LogIds = {}): void {
    this.lines.debug(ids, event);
  }

  info(event: string, ids: LogIds = {}): void {
    this.lines.info(ids, event);
  }

  warn(event: string, ids: LogIds = {}, error?: unknown): void {
    this.lines.warn({ ...ids, ...(error === undefined ? {} : { error: describe(error) }) }, event);
  }

  error(event: string, ids: LogIds = {}, error?: unknown): void {
    this.lines.error({ ...ids, ...(error === undefined ? {} : { error: describe(error) }) }, event);
  }

  /** Writes out what is still buffered; the last thing before the process ends. */
  flush(): void {
    this.lines.flush();
  }
}

interface DescribedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly context?: unknown;
  readonly frames?: readonly string[];
  readonly cause?: DescribedError;
}

const MOST_FRAMES = 12;

/** The error without words it may have borrowed: PostgreSQL and parsers quote the value that displeased them. */
function describe(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES);
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(speaksOnlyOfUs(error) ? { message: error.message } : {}),
    ...(error instanceof CodedError ? { context: error.context } : {}),
    frames: frames.map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 ? { cause: describe(error.cause, depth + 1) } : {}),
  };
}

/** Messages of our own coded errors, of the system (no such file, connection refused) and of the language's own mistakes hold no content. */
function speaksOnlyOfUs(error: Error): boolean {
  return error instanceof CodedError || 'syscall' in error || error.name === 'TypeError' || error.name === 'ReferenceError';
}
