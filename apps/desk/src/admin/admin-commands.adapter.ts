import { AddContactPoint, CreateState, Directory, RecordFirearmsProtocol } from '@tracedesk/directory';
import { CreatePerson, DisablePerson, newPassword, ResetPassword, SetAuthorities } from '@tracedesk/identity';
import { assertNever, Sealed, type Denial, type DeskProcess, type Result } from '@tracedesk/kernel';
import { countriesOnMarks, isLanguage, LANGUAGES, stateName } from '@tracedesk/language/core';
import { UnitOfWork } from '@tracedesk/platform';
import type { AdminCommand } from './admin-arguments.js';
import type { Administration } from './administration.adapter.js';

export interface Answer {
  readonly ok: boolean;
  readonly says: string;
}

/** Does what was asked, by the same use cases as the pages, and says in a sentence what came of it. */
export async function perform({ rooms, demonstration }: Administration, command: AdminCommand): Promise<Answer> {
  const { state } = command;
  const actor: DeskProcess = { kind: 'process', name: 'administration', state };
  if (!countriesOnMarks(demonstration).includes(state)) return no(`${state} is not the code of a State that this desk knows.`);
  if (command.name !== 'create-state' && !(await isServed())) {
    return no(`${state} is not on this desk yet: create-state ${state} comes first.`);
  }

  switch (command.name) {
    case 'create-state': {
      const created = await rooms.get(CreateState).execute(actor, { ...command, code: state, demonstration });
      return answer(
        created,
        `${stateName(state, 'en')} (${state}) is on the desk, with a key of its own. Next: create-administrator ${state} <sign-in name>.`,
      );
    }
    case 'add-contact-point': {
      const { office, email, languages } = command;
      const validFrom = new Date().toISOString().slice(0, 10);
      const contactPoint = { office, email, languages, telephone: null, validFrom, validUntil: null };
      const added = await rooms.get(AddContactPoint).execute(actor, contactPoint);
      return answer(added, `${office} answers for ${stateName(state, 'en')} from ${validFrom} on.`);
    }
    case 'create-person': {
      if (!isLanguage(command.language)) return no(`The desk speaks ${LANGUAGES.join(' and ')}, not ${command.language}.`);
      const password = newPassword();
      const created = await rooms.get(CreatePerson).execute(actor, { ...command, password: Sealed.of(password) });
      return answer(
        created,
        toldOnce(`${command.signInName} of ${state} may sign in as ${command.role.replace('_', ' ')}.`, password),
      );
    }
    case 'record-firearms-protocol': {
      const recorded = await rooms.get(RecordFirearmsProtocol).execute(actor, command);
      return answer(
        recorded,
        `The directory says of ${stateName(state, 'en')} and the Firearms Protocol: ${command.standing.replace('_', ' ')}, as of ${command.asOf}.`,
      );
    }
    case 'set-authorities': {
      const { signInName, authorities } = command;
      const set = await rooms.get(SetAuthorities).execute(actor, signInName, authorities);
      return answer(
        set,
        set.ok && set.value.length > 0
          ? `${signInName} of ${state} belongs to: ${set.value.join('; ')}.`
          : `${signInName} of ${state} belongs to no authority.`,
      );
    }
    case 'reset': {
      const password = newPassword();
      const reset = await rooms.get(ResetPassword).execute(actor, { ...command, password: Sealed.of(password) });
      return answer(
        reset,
        toldOnce(`${command.signInName} of ${state} has a new password, and is signed out everywhere.`, password),
      );
    }
    case 'disable': {
      const disabled = await rooms.get(DisablePerson).execute(actor, command.signInName);
      return answer(disabled, `${command.signInName} of ${state} can no longer sign in, and is signed out everywhere.`);
    }
    default:
      return assertNever(command);
  }

  async function isServed(): Promise<boolean> {
    return (await rooms.get(UnitOfWork).read(actor, (tx) => rooms.get(Directory).state(tx, state))) !== null;
  }

  function answer(result: Result<unknown>, says: string): Answer {
    return result.ok ? { ok: true, says } : no(sentenceFor(result.denial, command));
  }
}

function toldOnce(says: string, password: string): string {
  return `${says}\nPassword (it is shown this once): ${password}`;
}

function no(says: string): Answer {
  return { ok: false, says };
}

function sentenceFor({ code }: Denial, command: AdminCommand): string {
  const name = 'signInName' in command ? command.signInName : '';
  const sentences: Readonly<Record<string, string>> = {
    STATE_EXISTS: `${command.state} is on the desk already.`,
    TIME_ZONE_UNKNOWN: `--time-zone ${'timeZone' in command ? command.timeZone : ''} is no name of the IANA time zone database: give an area and a city, such as Europe/Zurich.`,
    SIGN_IN_NAME_TAKEN: `${command.state} has somebody called ${name} already: reset ${command.state} ${name} gives a new password.`,
    SIGN_IN_NAME_MALFORMED:
      'A sign-in name has 2 to 40 small letters, digits, dots, lines and underscores, and begins with a letter.',
    PERSON_NOT_FOUND: `${command.state} has nobody called ${name}.`,
  };
  return sentences[code] ?? `That is not possible: ${code}.`;
}
