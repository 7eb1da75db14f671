import { createHash } from 'node:crypto';

/** One date of a feed: a whole day as the acting State's calendar shows it, or an instant. */
export interface FeedEvent {
  /** The same as long as the period is the same, so that a calendar moves its date rather than adding another. */
  readonly uid: string;
  /** When the date was last worked out; not when it was asked for, so that an unchanged feed is the same bytes. */
  readonly revisedAt: Date;
  readonly due: { readonly day: string } | { readonly at: Date };
  readonly summary: string;
}

/** The dates as an iCalendar object (RFC 5545), each with an alarm three days before. Without dates it holds what no calendar shows. */
export function calendarText(events: readonly FeedEvent[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tracedesk//Deadlines//EN', 'CALSCALE:GREGORIAN'];
  const body = events.length === 0 ? NOTHING_TO_SHOW : events.flatMap(eventLines);
  const lines = [...head, ...body, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545 3.6 wants one component at least, and some programs drop a calendar that has none. A zone that no date uses is one. */
const NOTHING_TO_SHOW = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The name of these bytes for If-None-Match (RFC 9110 8.8.3). */
export function feedTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** Whether an If-None-Match names the tag; compared weakly, as RFC 9110 13.1.2 asks. */
export function namesTag(header: string | undefined, tag: string): boolean {
  const names = (header ?? '').split(',').map((name) => name.trim().replace(/^W\//, ''));
  return names.includes(tag) || names.includes('*');
}

function eventLines({ uid, revisedAt, due, summary }: FeedEvent): readonly string[] {
  const text = escaped(summary);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instant(revisedAt)}`,
    'day' in due ? `DTSTART;VALUE=DATE:${due.day.replaceAll('-', '')}` : `DTSTART:${instant(due.at)}`,
    `SUMMARY:${text}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text}`, 'TRIGGER:-P3D', 'END:VALARM'],
    'END:VEVENT',
  ];
}

/** RFC 5545 3.3.5, form 2: UTC to the second. */
function instant(at: Date): string {
  return at.toISOString().replace(/\.\d{3}|[-:]/g, '');
}

/** RFC 5545 3.3.11. */
export function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

const LONGEST_LINE_OCTETS = 75;

/** RFC 5545 3.1: no line longer than 75 octets, and none that ends within a character. */
export function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
