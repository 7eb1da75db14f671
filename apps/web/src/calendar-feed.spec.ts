import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { denied, ok } from '@tracedesk/kernel';
import { MakeCalendarFeed, ReadCalendarFeed, RevokeCalendarFeed } from '@tracedesk/notifications';
import { createHttpApp, DeskLog, readConfig } from '@tracedesk/platform';
import { CalendarFeedController } from './controllers/calendar-feed.controller.js';
import { Pages } from './pages.service.js';

const TOKEN = 'k'.repeat(43);
const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const OPEN = { execute: (token: string) => Promise.resolve(token === TOKEN ? ok(CALENDAR) : denied('NOT_FOUND')) };

@Module({
  controllers: [CalendarFeedController],
  providers: [
    { provide: Pages, useValue: {} },
    { provide: MakeCalendarFeed, useValue: {} },
    { provide: RevokeCalendarFeed, useValue: {} },
    { provide: ReadCalendarFeed, useValue: OPEN },
  ],
})
class FeedModule {}

describe('a calendar program', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const log = new DeskLog('debug', { write: (line) => void lines.push(line) });
    app = await createHttpApp(FeedModule, readConfig({}), { log });
    await app.init();
  });
  afterAll(() => app.close());

  const ask = (file: string, headers = {}) => app.inject({ url: `/calendar/${file}`, headers });

  it.each([`${'x'.repeat(43)}.ics`, TOKEN, `${TOKEN}.ICS`, `${TOKEN}.ics.ics`, '.ics'])('finds nothing at %s', async (file) => {
    expect((await ask(file)).statusCode).toBe(404);
  });

  it('is given the calendar, for itself alone, and nothing when it has it already', async () => {
    const first = await ask(`${TOKEN}.ics`);
    expect([first.statusCode, first.body]).toEqual([200, CALENDAR]);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    const again = await ask(`${TOKEN}.ics`, { 'if-none-match': first.headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('leaves no address in the log', async () => {
    await ask(`${TOKEN}.ics`);
    await ask(TOKEN);
    expect(lines.join('')).toContain('"route":"/calendar/:file"');
    expect(lines.join('')).not.toContain(TOKEN);
  });
});
