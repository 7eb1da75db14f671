import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stateCode } from '@tracedesk/kernel';
import { contactPointsCsv } from './contact-points-csv.adapter.js';
import type { ContactPoint } from './state.js';

const OFFICE: ContactPoint = {
  id: '0199a7a0-0000-7000-8000-000000000001',
  state: stateCode('QM'),
  office: 'Office "A", Zürich\nرقم',
  email: 'tracing@qm.example',
  telephone: '+41 58 000',
  languages: ['en', 'fr'],
  channels: ['=HYPERLINK("http://x.example")'],
  workingDays: [1, 2],
  opensAt: '08:00',
  closesAt: '16:00',
  deputies: ['@deputy', '-1'],
  scope: ['all'],
  validFrom: '2026-01-01',
  validUntil: null,
  version: 1,
  confirmedAt: new Date('2026-06-01T00:00:00Z'),
};

describe('contact points as CSV', () => {
  it('let no cell be a formula', () => {
    const [row] = parse<Record<string, string>>(contactPointsCsv([OFFICE]), { bom: true, columns: true });
    expect(row).toMatchObject({
      telephone: "'+41 58 000",
      channels: '\'=HYPERLINK("http://x.example")',
      deputies: "'@deputy; '-1",
      id: OFFICE.id,
    });
  });

  it('begin with a byte order mark, end lines as RFC 4180 does, and give every cell back as it was', () => {
    const text = contactPointsCsv([OFFICE]);
    expect(text.startsWith('\uFEFF"state","office","email",')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const [row] = parse<Record<string, string>>(text, { bom: true, columns: true });
    expect(row).toMatchObject({ state: 'QM', office: OFFICE.office, languages: 'en; fr', working_days: '1; 2', valid_until: '' });
  });

  it('of nobody are the names of the columns', () => {
    expect(parse(contactPointsCsv([]), { bom: true })).toHaveLength(1);
  });
});
