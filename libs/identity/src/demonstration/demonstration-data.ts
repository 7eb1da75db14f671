import type { Role } from '@tracedesk/kernel';

export interface DemonstrationState {
  readonly code: string;
  readonly timeZone: string;
  readonly officersSubmit: boolean;
  readonly dissolvedOn?: string;
  /** A dissolved State has no office, and can be asked nothing. */
  readonly contactPoint?: { readonly office: string; readonly email: string; readonly languages: readonly string[] };
  /** In the order of DEMONSTRATION_ROLES. */
  readonly people: readonly string[];
}

/** Who works in each State of the demonstration, by sign-in name. */
export const DEMONSTRATION_ROLES = [
  ['officer', 'tracing_officer'],
  ['contact', 'contact_point'],
  ['supervisor', 'supervisor'],
  ['auditor', 'auditor'],
  ['administrator', 'administrator'],
] as const satisfies readonly (readonly [string, Role])[];

/** The hub is looked after from here. */
export const HOST_STATE = 'QR';
export const OPERATOR = { signInName: 'operator', displayName: 'Hugo Lemaire' } as const;

/** All invented, as their codes are: ISO assigns QM to QZ to nobody. */
export const DEMONSTRATION: readonly DemonstrationState[] = [
  {
    code: 'QM',
    timeZone: 'Europe/Zurich',
    officersSubmit: true,
    contactPoint: { office: 'National Arms Tracing Office', email: 'tracing@qm.example', languages: ['en', 'fr'] },
    people: ['Ines Halloran', 'Matteo Brandt', 'Ruth Okonjo', 'Pavel Lind', 'Clara Voss'],
  },
  {
    code: 'QN',
    timeZone: 'Europe/Oslo',
    officersSubmit: true,
    contactPoint: { office: 'National Point of Contact for Small Arms', email: 'tracing@qn.example', languages: ['en'] },
    people: ['Sigrid Aune', 'Jonas Tveit', 'Liv Marstrand', 'Odd Reiersen', 'Kari Solheim'],
  },
  {
    code: 'QP',
    timeZone: 'Europe/Athens',
    officersSubmit: true,
    contactPoint: { office: 'Firearms Register, Tracing Section', email: 'tracing@qp.example', languages: ['en', 'fr'] },
    people: ['Eleni Karras', 'Nikos Dallas', 'Sofia Remou', 'Petros Galanis', 'Daphne Vlachou'],
  },
  {
    code: 'QQ',
    timeZone: 'America/Bogota',
    officersSubmit: true,
    contactPoint: { office: 'Central Firearms Bureau', email: 'tracing@qq.example', languages: ['en', 'es'] },
    people: ['Camila Ortega', 'Andres Pardo', 'Lucia Villamar', 'Tomas Quiroga', 'Elena Rueda'],
  },
  {
    code: 'QR',
    timeZone: 'Europe/Paris',
    officersSubmit: true,
    contactPoint: { office: 'Service central des armes', email: 'tracing@qr.example', languages: ['fr', 'en'] },
    people: ['Jeanne Morel', 'Karim Belhadj', 'Odile Ferrand', 'Louis Castagne', 'Nadia Perrin'],
  },
  {
    code: 'QS',
    timeZone: 'Europe/Rome',
    officersSubmit: true,
    contactPoint: {
      office: 'Directorate of Public Security, Weapons Unit',
      email: 'tracing@qs.example',
      languages: ['en', 'fr'],
    },
    people: ['Giulia Sanna', 'Marco Piras', 'Elisa Cossu', 'Dario Melis', 'Anna Lai'],
  },
  {
    code: 'QT',
    timeZone: 'Asia/Kolkata',
    officersSubmit: false,
    contactPoint: { office: 'Ministry of Home Affairs, Arms Cell', email: 'tracing@qt.example', languages: ['en'] },
    people: ['Asha Menon', 'Ravi Kapoor', 'Leela Nair', 'Dev Sharma', 'Mira Joshi'],
  },
  {
    code: 'QV',
    timeZone: 'Europe/Brussels',
    officersSubmit: true,
    contactPoint: { office: 'Federal Firearms Desk', email: 'tracing@qv.example', languages: ['fr', 'en'] },
    people: ['Lotte Claes', 'Pieter Maes', 'Amelie Dubois', 'Jan Peeters', 'Sara Willems'],
  },
  {
    code: 'QW',
    timeZone: 'Africa/Accra',
    officersSubmit: true,
    contactPoint: { office: 'National Commission on Small Arms', email: 'tracing@qw.example', languages: ['en', 'fr'] },
    people: ['Ama Boateng', 'Kofi Asante', 'Efua Mensah', 'Yaw Darko', 'Abena Owusu'],
  },
  {
    code: 'QX',
    timeZone: 'Africa/Khartoum',
    officersSubmit: true,
    contactPoint: { office: 'Peace Operations Liaison, Arms Tracing', email: 'tracing@qx.example', languages: ['ar', 'en'] },
    people: ['Salma Idris', 'Omar Bashir', 'Huda Elamin', 'Tariq Osman', 'Rania Musa'],
  },
  {
    code: 'QY',
    timeZone: 'Asia/Baghdad',
    officersSubmit: true,
    contactPoint: { office: 'Interior Ministry, Weapons Registry', email: 'tracing@qy.example', languages: ['ar', 'en'] },
    people: ['Layla Hamdan', 'Yusuf Karim', 'Noor Jabbar', 'Hassan Rahim', 'Zainab Aziz'],
  },
  { code: 'QZ', timeZone: 'Europe/Vienna', officersSubmit: false, dissolvedOn: '1991-12-26', people: [] },
];
