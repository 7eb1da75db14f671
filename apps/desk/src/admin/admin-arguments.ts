import { parseArgs } from 'node:util';
import { AUTHORITY_NAME_MAX, isAuthorityName, PROTOCOL_STANDINGS, type ProtocolStanding } from '@tracedesk/directory/core';
import { dayIn, isMailbox, isStateCode, ROLES, type Mailbox, type Role, type StateCode } from '@tracedesk/kernel';

export type AdminCommand =
  | { readonly name: 'create-state'; readonly state: StateCode; readonly timeZone: string; readonly officersSubmit: boolean }
  | {
      readonly name: 'create-person';
      readonly state: StateCode;
      readonly signInName: string;
      readonly displayName: string;
      readonly role: Role;
      readonly language: string;
    }
  | {
      readonly name: 'add-contact-point';
      readonly state: StateCode;
      readonly office: string;
      readonly email: Mailbox;
      readonly languages: readonly string[];
    }
  | {
      readonly name: 'record-firearms-protocol';
      readonly state: StateCode;
      readonly standing: ProtocolStanding;
      readonly depositedOn: string | null;
      readonly source: string;
      readonly asOf: string;
    }
  | {
      readonly name: 'set-authorities';
      readonly state: StateCode;
      readonly signInName: string;
      readonly authorities: readonly string[];
    }
  | { readonly name: 'disable'; readonly state: StateCode; readonly signInName: string }
  | { readonly name: 'reset'; readonly state: StateCode; readonly signInName: string };

/** Newer zone data, in ICU's four files: it needs no database. */
export interface ZoneDataCommand {
  readonly name: 'zone-data';
  readonly folder: string;
}

export type AdminArguments =
  { readonly ok: true; readonly command: AdminCommand | ZoneDataCommand } | { readonly ok: false; readonly complaint: string };

export const USAGE = `npm run admin -- create-state <CODE> --time-zone <Area/City> [--officers-submit]
npm run admin -- create-administrator <STATE> <sign-in name> [--display-name <name>] [--language en|fr]
npm run admin -- create-person <STATE> <sign-in name> --role <role> [--display-name <name>] [--language en|fr]
npm run admin -- add-contact-point <STATE> --office <name> --email <address> [--languages en,fr]
npm run admin -- set-authorities <STATE> <sign-in name> --authorities "<name>; <name>"
npm run admin -- record-firearms-protocol <STATE> --standing party|not_party|not_known --source <words> --as-of <day> [--deposited-on <day>]
npm run admin -- reset <STATE> <sign-in name>
npm run admin -- disable <STATE> <sign-in name>
npm run admin -- zone-data <folder with ICU's four .res files>

Roles: ${ROLES.join(', ')}.
What another State gives to named authorities alone (ITI 15(a)) opens to people who belong to them; "" takes a person out of all.
The database is the one of DATABASE_URL, or the desk's own under DATA_DIR. Passwords are made by the desk and printed once.`;

const OPTIONS = {
  'time-zone': { type: 'string' },
  'officers-submit': { type: 'boolean' },
  role: { type: 'string' },
  'display-name': { type: 'string' },
  language: { type: 'string' },
  office: { type: 'string' },
  email: { type: 'string' },
  languages: { type: 'string' },
  authorities: { type: 'string' },
  standing: { type: 'string' },
  source: { type: 'string' },
  'as-of': { type: 'string' },
  'deposited-on': { type: 'string' },
} as const;

/** Which options each command takes, beside its State and name. */
const COMMANDS: Readonly<Record<string, { readonly takesName: boolean; readonly options: readonly (keyof typeof OPTIONS)[] }>> = {
  'create-state': { takesName: false, options: ['time-zone', 'officers-submit'] },
  'create-administrator': { takesName: true, options: ['display-name', 'language'] },
  'create-person': { takesName: true, options: ['role', 'display-name', 'language'] },
  'add-contact-point': { takesName: false, options: ['office', 'email', 'languages'] },
  'set-authorities': { takesName: true, options: ['authorities'] },
  'record-firearms-protocol': { takesName: false, options: ['standing', 'source', 'as-of', 'deposited-on'] },
  reset: { takesName: true, options: [] },
  disable: { takesName: true, options: [] },
};

/** Reads the command line, or says in one sentence what is wrong with it. */
export function readAdminArguments(argv: readonly string[]): AdminArguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return complain((error as Error).message.split('\n')[0]!.replace(/\.? To specify .*$/, '.'));
  }
  const [name, state, signInName, ...more] = parsed.positionals;
  const { values } = parsed;
  if (name === undefined) return complain('Say what to do.');
  if (name === 'zone-data') return zoneDataFrom(parsed.positionals.slice(1), Object.keys(values));
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return complain(`There is no command ${name}.`);
  const foreign = Object.keys(values).find((option) => !command.options.includes(option as keyof typeof OPTIONS));
  if (foreign !== undefined) return complain(`${name} takes no option --${foreign}.`);
  if (state === undefined) return complain(`${name} needs the code of a State, such as CH.`);
  if (!isStateCode(state)) return complain(`${state} is not the code of a State: two capital letters, such as CH.`);
  if (command.takesName && signInName === undefined) return complain(`${name} needs a sign-in name after the State.`);
  const surplus = command.takesName ? more[0] : signInName;
  if (surplus !== undefined) return complain(`${name} does not know what to do with ${surplus}.`);
  return commandFrom(name, state, signInName ?? '', values);
}

type Values = { readonly [Name in keyof typeof OPTIONS]?: string | boolean | undefined };

function commandFrom(name: string, state: StateCode, signInName: string, values: Values): AdminArguments {
  const text = (option: keyof typeof OPTIONS): string | undefined => (values[option] as string | undefined)?.trim();
  switch (name) {
    case 'create-state': {
      const timeZone = text('time-zone');
      if (timeZone === undefined) return complain('create-state needs --time-zone: the days of legal periods are counted there.');
      return { ok: true, command: { name, state, timeZone, officersSubmit: values['officers-submit'] === true } };
    }
    case 'add-contact-point': {
      const [office, email] = [text('office'), text('email')];
      if (!office?.trim() || office.length > 200) return complain('add-contact-point needs --office, of at most 200 characters.');
      if (email === undefined || !isMailbox(email))
        return complain('add-contact-point needs --email, one address, such as tracing@office.example, and nothing beside it.');
      const languages = (text('languages') ?? 'en').split(',').map((language) => language.trim());
      if (!languages.every((language) => /^[a-z]{2}$/.test(language)))
        return complain('--languages are two-letter codes with commas between, such as en,fr.');
      return { ok: true, command: { name, state, office: office.trim(), email, languages } };
    }
    case 'set-authorities': {
      const authorities = text('authorities');
      if (authorities === undefined)
        return complain('set-authorities needs --authorities, names with semicolons between; "" takes the person out of all.');
      const names = authorities
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean);
      if (!names.every(isAuthorityName))
        return complain(`The name of an authority has letters or digits, and at most ${AUTHORITY_NAME_MAX} characters.`);
      return { ok: true, command: { name, state, signInName, authorities: names } };
    }
    case 'record-firearms-protocol':
      return protocolFrom(state, text);
    case 'reset':
    case 'disable':
      return { ok: true, command: { name, state, signInName } };
    default: {
      const role = name === 'create-administrator' ? 'administrator' : text('role');
      if (!ROLES.includes(role as Role)) return complain(`${name} needs --role, one of ${ROLES.join(', ')}.`);
      const language = text('language') ?? 'en';
      if (!/^[a-z]{2}$/.test(language)) return complain('--language is a two-letter code, such as fr.');
      const displayName = (text('display-name') ?? signInName).trim();
      if (displayName === '' || displayName.length > 120) return complain('--display-name has 1 to 120 characters.');
      return { ok: true, command: { name: 'create-person', state, signInName, displayName, role: role as Role, language } };
    }
  }
}

function protocolFrom(state: StateCode, text: (option: keyof typeof OPTIONS) => string | undefined): AdminArguments {
  const name = 'record-firearms-protocol';
  const [standing, source, asOf, depositedOn] = [text('standing'), text('source'), text('as-of'), text('deposited-on')];
  if (!PROTOCOL_STANDINGS.includes(standing as ProtocolStanding))
    return complain(`${name} needs --standing, one of ${PROTOCOL_STANDINGS.join(', ')}.`);
  if (!source || source.length > 300 || /\p{Cc}/u.test(source))
    return complain(`${name} needs --source, who says so, of at most 300 characters in one line.`);
  if (asOf === undefined || !isDay(asOf))
    return complain(`${name} needs --as-of, the day of which the source speaks, such as 2026-11-29.`);
  if (asOf > dayIn(new Date(), 'UTC')) return complain(`--as-of ${asOf} is still to come: no source speaks of it yet.`);
  if (depositedOn !== undefined && standing !== 'party') return complain('--deposited-on is for a party only.');
  if (depositedOn !== undefined && !isDay(depositedOn)) return complain('--deposited-on is a day such as 2012-11-29.');
  if (depositedOn !== undefined && depositedOn > asOf)
    return complain('--deposited-on is later than --as-of: the source cannot have known of it.');
  const status = { standing: standing as ProtocolStanding, source, asOf, depositedOn: depositedOn ?? null };
  return { ok: true, command: { name, state, ...status } };
}

/** A day of the calendar: 2026-02-30 is none. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && dayIn(new Date(at), 'UTC') === text;
}

function zoneDataFrom([folder, surplus]: readonly string[], [option]: readonly string[]): AdminArguments {
  if (option !== undefined) return complain(`zone-data takes no option --${option}.`);
  if (folder === undefined) return complain("zone-data needs the folder with ICU's four files of zone data.");
  if (surplus !== undefined) return complain(`zone-data does not know what to do with ${surplus}.`);
  return { ok: true, command: { name: 'zone-data', folder } };
}

function complain(complaint: string): AdminArguments {
  return { ok: false, complaint };
}
