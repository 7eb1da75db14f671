import type { StateCode } from '@tracedesk/kernel';

export const PROTOCOL_STANDINGS = ['party', 'not_party', 'not_known'] as const;
export type ProtocolStanding = (typeof PROTOCOL_STANDINGS)[number];

/**
 * Whether a State is bound by the Protocol against the Illicit Manufacturing of and Trafficking in Firearms (United Nations, 2001), as a
 * named source says. For reading only: nothing in the desk decides by it, and whoever relies on it asks the depositary.
 */
export interface ProtocolStatus {
  readonly standing: ProtocolStanding;
  /** When its instrument of ratification, acceptance, approval, accession or succession was deposited; its entry into force is later. */
  readonly depositedOn: string | null;
  readonly source: string | null;
  /** The day of which the source speaks. */
  readonly asOf: string | null;
}

export const PROTOCOL_NOT_KNOWN: ProtocolStatus = { standing: 'not_known', depositedOn: null, source: null, asOf: null };

/** What was recorded on this desk comes first, then the list that the desk brings; everybody else is not known. */
export function protocolStatusOf(code: StateCode, recorded: ProtocolStatus | null): ProtocolStatus {
  if (recorded) return recorded;
  const depositedOn = Object.hasOwn(DEPOSITED, code) ? (DEPOSITED[code] ?? null) : null;
  return depositedOn === null ? PROTOCOL_NOT_KNOWN : { standing: 'party', depositedOn, source: SOURCE, asOf: AS_OF };
}

/** The day on which the copy was published; the newest deposit in it is of 23 May 2013. */
const AS_OF = '2013-06-06';
const SOURCE =
  'United Nations Treaty Collection, chapter XVIII, 12.c, in the copy of github.com/zmjones/untreaties (data/18-12.c.csv, commit 88438c64), read on 2026-11-29';

/**
 * Deposits that the source names, and no others: who only signed, or stands in it not at all, may have become a party since, so nobody is `not_party`
 * by this list. The European Union is no State and stands not here.
 */
const DEPOSITED: Readonly<Record<string, string>> = {
  AG: '2010-04-27',
  AL: '2008-02-08',
  AM: '2012-01-26',
  AR: '2006-12-18',
  AZ: '2004-12-03',
  BA: '2008-04-01',
  BE: '2004-09-24',
  BF: '2002-05-15',
  BG: '2002-08-06',
  BI: '2012-05-24',
  BJ: '2004-08-30',
  BR: '2006-03-31',
  BS: '2008-09-26',
  BY: '2004-10-06',
  CD: '2005-10-28',
  CF: '2006-10-06',
  CH: '2012-11-29',
  CL: '2010-06-17',
  CR: '2003-09-09',
  CU: '2007-02-09',
  CV: '2004-07-15',
  CY: '2003-08-06',
  DM: '2013-05-17',
  DO: '2009-04-07',
  DZ: '2004-08-25',
  EE: '2004-05-12',
  ES: '2007-02-09',
  ET: '2012-06-22',
  FI: '2011-05-17',
  GA: '2010-09-22',
  GD: '2004-05-21',
  GR: '2011-01-11',
  GT: '2004-04-01',
  GY: '2008-05-02',
  HN: '2008-04-01',
  HR: '2005-02-07',
  HT: '2011-04-19',
  HU: '2011-07-13',
  IN: '2011-05-05',
  IQ: '2013-05-23',
  IT: '2006-08-02',
  JM: '2003-09-29',
  KE: '2005-01-05',
  KH: '2005-12-12',
  KN: '2004-05-21',
  KW: '2007-07-30',
  KZ: '2008-07-31',
  LA: '2003-09-26',
  LB: '2006-11-13',
  LR: '2004-09-22',
  LS: '2003-09-24',
  LT: '2005-02-24',
  LV: '2004-07-28',
  LY: '2004-06-18',
  MA: '2009-04-08',
  MD: '2006-02-28',
  ME: '2006-10-23',
  MG: '2005-09-15',
  MK: '2007-09-14',
  ML: '2002-05-03',
  MN: '2008-06-27',
  MR: '2005-07-22',
  MU: '2003-09-24',
  MW: '2005-03-17',
  MX: '2003-04-10',
  MZ: '2006-09-20',
  NG: '2006-03-03',
  NI: '2007-07-02',
  NL: '2005-02-08',
  NO: '2003-09-23',
  NR: '2012-07-12',
  OM: '2005-05-13',
  PA: '2004-08-18',
  PE: '2003-09-23',
  PL: '2005-04-04',
  PT: '2011-06-03',
  PY: '2007-09-27',
  RO: '2004-04-16',
  RS: '2005-12-20',
  RW: '2006-10-04',
  SA: '2008-03-11',
  SE: '2011-06-28',
  SI: '2004-05-21',
  SK: '2004-09-21',
  SN: '2006-04-07',
  ST: '2006-04-12',
  SV: '2004-03-18',
  SZ: '2012-09-24',
  TG: '2012-07-17',
  TM: '2005-03-28',
  TN: '2008-04-10',
  TR: '2004-05-04',
  TT: '2007-11-06',
  TZ: '2006-05-24',
  UG: '2005-03-09',
  UY: '2008-04-03',
  VC: '2010-10-29',
  ZA: '2004-02-20',
  ZM: '2005-04-24',
};
