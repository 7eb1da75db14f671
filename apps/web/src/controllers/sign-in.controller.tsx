import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  CurrentActor,
  DemonstrationSignIn,
  OptionalSession,
  Permission,
  Public,
  SessionCookies,
  SignIn,
  SignInDto,
  SignInForm,
  SignOut,
  readDemonstrationFile,
  type DeskSession,
  type SignedIn,
} from '@tracedesk/identity';
import { isStateCode, type Denial, type Officer } from '@tracedesk/kernel';
import { addressOf, DenialException, DeskConfig, respond, statusOf, validateForm, type FlatForm } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { SignInPage, type DemonstrationPerson } from '../pages/sign-in-page.js';
import { languageOf, ownPath, Pages, rememberLanguage } from '../pages.service.js';

/** The way in and out, and the language of the pages. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly config: DeskConfig,
    private readonly cookies: SessionCookies,
    private readonly form: SignInForm,
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly oneClick: DemonstrationSignIn,
  ) {}

  @Get('sign-in')
  @Public()
  async show(
    @OptionalSession() session: DeskSession | null,
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (session) return goOn(reply, ownPath(query['next']));
    const note = query['ended'] ? 'ended' : query['out'] ? 'signedOut' : null;
    await this.#show(request, reply, { next: ownPath(query['next']), note });
  }

  @Post('sign-in')
  @Public()
  async enter(@Body() body: FlatForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = ownPath(body['_next']);
    if (!this.form.tokenIsRight(request, body['_form']))
      return this.#refuse(request, reply, body, { code: 'CSRF_TOKEN_INVALID' });
    const checked = validateForm(SignInDto, {
      ...body,
      state: String(body['state'] ?? '')
        .trim()
        .toUpperCase(),
    });
    if (!checked.ok) {
      const language = languageOf(request, null);
      return this.#show(request, reply, { next, body, faults: faultTexts(checked.faults, language), status: 400 });
    }
    const signedIn = await this.signIn.execute(checked.value.toCommand(addressOf(request), this.cookies.readDeviceMark(request)));
    if (!signedIn.ok) return this.#refuse(request, reply, body, signedIn.denial);
    this.#welcome(reply, signedIn.value, next);
  }

  @Post('sign-in/demonstration')
  @Public()
  async enterByClick(@Body() body: FlatForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [state = '', name = ''] = String(body['person'] ?? '').split('/');
    if (!isStateCode(state)) throw new DenialException({ code: 'NOT_FOUND' });
    const signedIn = await this.oneClick.execute(request, { state, name, token: body['_form'] });
    if (!signedIn.ok && statusOf(signedIn.denial) === 404) throw new DenialException(signedIn.denial);
    if (!signedIn.ok) return this.#refuse(request, reply, body, signedIn.denial);
    // Invented people have no language of their own: the visitor's stays.
    rememberLanguage(reply, languageOf(request, null), this.config.secureOrigin);
    this.#welcome(reply, signedIn.value, ownPath(body['_next']));
  }

  @Post('sign-out')
  @Permission('session.end')
  async leave(@CurrentActor() actor: Officer, @Res() reply: FastifyReply): Promise<void> {
    respond(await this.signOut.execute(actor));
    this.cookies.clear(reply);
    goOn(reply, '/sign-in?out=yes');
  }

  @Post('language')
  @Public()
  speak(@Body() body: FlatForm, @Res() reply: FastifyReply): void {
    rememberLanguage(reply, String(body['language'] ?? ''), this.config.secureOrigin);
    goOn(reply, ownPath(body['_next']));
  }

  #welcome(reply: FastifyReply, signedIn: SignedIn, next: string): void {
    this.cookies.set(reply, signedIn);
    goOn(reply, next);
  }

  async #refuse(request: FastifyRequest, reply: FastifyReply, body: FlatForm, denial: Denial): Promise<void> {
    const wait = denial.details?.['retryAfterSeconds'];
    if (typeof wait === 'number') throw new DenialException(denial);
    const faults = denialText(denial, languageOf(request, null));
    await this.#show(request, reply, { next: ownPath(body['_next']), body, faults, status: statusOf(denial) });
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    { next, note = null, body = {}, faults = NO_FAULTS, status = 200 }: Shown,
  ): Promise<void> {
    const page = { ...(await this.pages.contextOf(request)), path: '/sign-in' };
    const people = (await this.oneClick.isOffered(request)) ? this.#people() : [];
    const formToken = this.form.begin(request, reply);
    const form = { page, values: body, faults };
    await this.pages.send(
      request,
      reply,
      <SignInPage page={page} form={form} formToken={formToken} next={next} note={note} people={people} />,
      status,
    );
  }

  #people(): readonly DemonstrationPerson[] {
    const people = readDemonstrationFile(this.config.dataDir)?.people ?? [];
    return people.map(({ state, name, role }) => ({ state, signInName: name, role }));
  }
}

interface Shown {
  readonly next: string;
  readonly note?: 'ended' | 'signedOut' | null;
  readonly body?: FlatForm;
  readonly faults?: ReadonlyMap<string, string>;
  readonly status?: number;
}

const SEE_OTHER = 303;

/** Sends the browser on with a GET, so that reloading repeats nothing. */
export function goOn(reply: FastifyReply, path: string): void {
  void reply.status(SEE_OTHER).header('location', path).send('');
}
