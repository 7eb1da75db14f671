import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarText, feedTag, namesTag, type FeedEvent } from './calendar-feed.js';

const ON_A_DAY: FeedEvent = {
  uid: '0199-response@tracedesk',
  revisedAt: new Date('2026-03-01T09:30:15.250Z'),
  due: { day: '2026-03-31' },
  summary: 'TD-7K3F-92QX-4V8: reply due',
};

describe('a calendar of due dates', () => {
  it('says the day, the reference and nothing else, with an alarm three days before', () => {
    expect(calendarText([ON_A_DAY]).split('\r\n').slice(4, -2)).toEqual([
      'BEGIN:VEVENT',
      'UID:0199-response@tracedesk',
      'DTSTAMP:20260301T093015Z',
      'DTSTART;VALUE=DATE:20260331',
      'SUMMARY:TD-7K3F-92QX-4V8: reply due',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:TD-7K3F-92QX-4V8: reply due',
      'TRIGGER:-P3D',
      'END:VALARM',
      'END:VEVENT',
    ]);
  });

  it('is read by a parser as it was meant, days as days and instants as instants', () => {
    const exact = { ...ON_A_DAY, uid: 'b', due: { at: new Date('2026-03-31T10:00:00Z') } };
    const calendar = new ICAL.Component(ICAL.parse(calendarText([ON_A_DAY, exact])) as unknown[]);
    const [day, instant] = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).startDate);
    expect([day?.isDate, day?.toString()]).toEqual([true, '2026-03-31']);
    expect([instant?.isDate, instant?.toJSDate()]).toEqual([false, exact.due.at]);
  });

  it('is a calendar even where nothing is due: it has the component that RFC 5545 asks for, and no calendar shows it', () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarText([])) as unknown[]);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
    expect(calendarText([ON_A_DAY])).not.toContain('VTIMEZONE');
  });

  it('has one name as long as it is the same, whatever the weakness of the question', () => {
    const tag = feedTag(calendarText([ON_A_DAY]));
    expect(feedTag(calendarText([]))).not.toBe(tag);
    expect([tag, `W/${tag}`, `"x", ${tag}`, '*'].every((header) => namesTag(header, tag))).toBe(true);
    expect([undefined, '', '"x"', tag.slice(1, -1)].some((header) => namesTag(header, tag))).toBe(false);
  });
});
