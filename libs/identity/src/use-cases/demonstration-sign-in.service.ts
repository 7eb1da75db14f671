import { Injectable } from '@nestjs/common';
import { denied, type Result, type StateCode } from '@tracedesk/kernel';
import { DeskConfig, DeskDatabase, DeskLog } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import { failedOneClickCondition, type OneClickFacts } from '../one-click.js';
import { People } from '../people.repository.js';
import type { SignedIn } from '../session.js';
import { SignInForm } from '../sign-in-form.service.js';
import { BeginSession } from './begin-session.service.js';

export interface OneClickCommand {
  readonly state: StateCode;
  readonly name: string;
  /** The form's token, as it was sent. */
  readonly token: unknown;
}

/** Lets whoever sits at this very machine into a demonstration without a password. Everywhere else it is not there. */
@Injectable()
export class DemonstrationSignIn {
  #installation: OneClickFacts['installation'] | undefined;

  constructor(
    private readonly config: DeskConfig,
    private readonly database: DeskDatabase,
    private readonly form: SignInForm,
    private readonly people: People,
    private readonly sessions: BeginSession,
    private readonly log: DeskLog,
  ) {}

  /** Whether a page may show the buttons: every condition but the token, which the page is about to make. */
  async isOffered(request: FastifyRequest): Promise<boolean> {
    return failedOneClickCondition(await this.#factsOf(request, true)) === null;
  }

  async execute(request: FastifyRequest, { state, name, token }: OneClickCommand): Promise<Result<SignedIn>> {
    const failed = failedOneClickCondition(await this.#factsOf(request, this.form.tokenIsRight(request, token)));
    if (failed === 'FORM_TOKEN_WRONG') return denied('CSRF_TOKEN_INVALID');
    if (failed !== null) {
      this.log.warn('one_click_sign_in.closed', { condition: failed });
      return denied('DEMONSTRATION_SIGN_IN_CLOSED');
    }
    const person = await this.people.atTheDoor(state, name);
    if (person === null || !person.active) return denied('SIGN_IN_FAILED');
    return this.sessions.execute({ state, person, means: 'one_click' });
  }

  async #factsOf(request: FastifyRequest, tokenIsRight: boolean): Promise<OneClickFacts> {
    return {
      installation: await this.#kindOfInstallation(),
      listensOn: this.config.host,
      // The socket's own word, not one that a header could put in its place.
      peer: request.raw.socket.remoteAddress,
      host: request.headers.host,
      headerNames: Object.keys(request.headers),
      tokenIsRight,
    };
  }

  /** Written once at creation, so it is asked once. */
  async #kindOfInstallation(): Promise<OneClickFacts['installation']> {
    if (this.#installation === undefined) {
      const [row] = await this.database.door<{ kind: string }>('SELECT kind FROM installation');
      this.#installation = row?.kind === 'demonstration' ? 'demonstration' : 'server';
    }
    return this.#installation;
  }
}
