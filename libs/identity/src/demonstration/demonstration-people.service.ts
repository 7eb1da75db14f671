import { Injectable } from '@nestjs/common';
import { AddContactPoint, CreateState, Directory, SaveMarkingPractice } from '@tracedesk/directory';
import { CodedError, Sealed, stateCode, type DeskProcess, type Result, type Role } from '@tracedesk/kernel';
import { DeskConfig, UnitOfWork } from '@tracedesk/platform';
import { newPassword } from '../new-password.adapter.js';
import { PasswordHasher } from '../password-hasher.service.js';
import { People } from '../people.repository.js';
import { SetAuthorities } from '../use-cases/set-authorities.service.js';
import { CreatePerson } from '../use-cases/create-person.service.js';
import { DEMONSTRATION, DEMONSTRATION_ROLES, HOST_STATE, OPERATOR, type DemonstrationState } from './demonstration-data.js';
import { DEMONSTRATION_PRACTICES } from './demonstration-practices.js';
import {
  readDemonstrationFile,
  writeDemonstrationFile,
  type DemonstrationFacts,
  type DemonstrationPerson,
} from './demonstration-file.adapter.js';

export class DemonstrationError extends CodedError<'DEMONSTRATION_NOT_MADE'> {}

/** The States, offices and people of a demonstration. Made by the same use cases as real ones, so that they stand in the log too. */
@Injectable()
export class DemonstrationPeople {
  constructor(
    private readonly config: DeskConfig,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly createState: CreateState,
    private readonly addContactPoint: AddContactPoint,
    private readonly createPerson: CreatePerson,
    private readonly practices: SaveMarkingPractice,
    private readonly setAuthorities: SetAuthorities,
    private readonly people: People,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Those of this data folder, or null where none have been made. */
  known(): DemonstrationFacts | null {
    return readDemonstrationFile(this.config.dataDir);
  }

  /** Makes all that is missing, and writes down the password first: an interrupted start is finished by the next. */
  async create(): Promise<DemonstrationFacts> {
    const password = this.known()?.password ?? newPassword();
    writeDemonstrationFile(this.config.dataDir, { password, people: this.known()?.people ?? [] });

    // One hash for all: everybody has the same password here, and hashing sixty would take a quarter of a minute.
    const passwordHash = await this.hasher.hash(Sealed.of(password));
    const people: DemonstrationPerson[] = [];
    for (const state of DEMONSTRATION) {
      await this.#begin(state);
      for (const person of peopleOf(state)) people.push(await this.#add(state, person, passwordHash));
    }
    const facts = { password, people };
    writeDemonstrationFile(this.config.dataDir, facts);
    return facts;
  }

  async #begin({ code, contactPoint, ...state }: DemonstrationState): Promise<void> {
    const actor = administrationOf(code);
    const begun = await this.work.read(actor, (tx) => this.directory.state(tx, actor.state));
    if (!begun) done(await this.createState.execute(actor, { ...state, code: actor.state, demonstration: true }));
    if (!begun) await this.#tellPractices(actor);
    if (!contactPoint) return;
    const known = await this.work.read(actor, (tx) => this.directory.contactPoints(tx, actor.state));
    if (known.length > 0) return;
    done(
      await this.addContactPoint.execute(actor, { ...contactPoint, telephone: null, validFrom: '2020-01-01', validUntil: null }),
    );
  }

  async #tellPractices(actor: DeskProcess): Promise<void> {
    for (const practice of DEMONSTRATION_PRACTICES[actor.state] ?? []) done(await this.practices.add(actor, practice));
  }

  async #add(
    { code, contactPoint }: DemonstrationState,
    { name, role, displayName }: Invented,
    passwordHash: string,
  ): Promise<DemonstrationPerson> {
    const actor = administrationOf(code);
    const known = await this.work.read(actor, (tx) => this.people.byName(tx, name));
    const person = { signInName: name, displayName, role, language: 'en', passwordHash };
    const personId = known?.id ?? done(await this.createPerson.withPasswordHash(actor, person));
    if (!known && contactPoint && WORKS_IN_THE_OFFICE.includes(role))
      done(await this.setAuthorities.execute(actor, name, [contactPoint.office]));
    return { personId, state: code, name, role, displayName };
  }
}

/** The people of the contact point's office: to the others an item designated to it under 15(a) is not given. */
const WORKS_IN_THE_OFFICE: readonly Role[] = ['tracing_officer', 'contact_point'];

interface Invented {
  readonly name: string;
  readonly role: Role;
  readonly displayName: string;
}

function peopleOf({ code, people }: DemonstrationState): Invented[] {
  const invented = people.map((displayName, index) => {
    const [name, role] = DEMONSTRATION_ROLES[index]!;
    return { name, role, displayName };
  });
  const operator = { name: OPERATOR.signInName, role: 'operator', displayName: OPERATOR.displayName } as const;
  return code === HOST_STATE ? [...invented, operator] : invented;
}

function administrationOf(code: string): DeskProcess {
  return { kind: 'process', name: 'administration', state: stateCode(code) };
}

function done<T>(result: Result<T>): T {
  if (!result.ok)
    throw new DemonstrationError('DEMONSTRATION_NOT_MADE', `The demonstration could not be made: ${result.denial.code}.`);
  return result.value;
}
