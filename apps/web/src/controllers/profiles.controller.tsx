import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ProfileAct } from '@tracedesk/deadlines';
import { Directory } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond, UnitOfWork, validateInput, type FlatForm } from '@tracedesk/platform';
import {
  AnswerProfile,
  ProposeProfile,
  ProposeProfileDto,
  ReadCalendar,
  ReadProfiles,
  type ProfileReading,
} from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { versionIn } from '../forms/form-keys.js';
import { NEW_PROFILE, profileForm, profileInput, withClosedSteps } from '../forms/profile-form.js';
import { MORE_STEPS } from '../pages/escalation-fields.js';
import { ProfilePage, ProfilesPage } from '../pages/profile-pages.js';
import { ProposeProfilePage } from '../pages/propose-profile-page.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

/** The profiles by which dates are counted; administrators of two States agree on their own. */
@ApiExcludeController()
@Controller('deadline-profiles')
export class ProfilesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly profiles: ReadProfiles,
    private readonly readCalendar: ReadCalendar,
    private readonly proposeProfile: ProposeProfile,
    private readonly answerProfile: AnswerProfile,
  ) {}

  @Get()
  @Permission('deadline_profile.list')
  async list(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [page, list, calendar] = await Promise.all([
      this.pages.contextOf(request),
      this.profiles.all(actor),
      this.readCalendar.execute(actor, actor.state),
    ]);
    const mayPropose = actor.role === 'administrator';
    const view = <ProfilesPage page={page} list={list} calendar={respond(calendar)} mayPropose={mayPropose} done={null} />;
    await this.pages.send(request, reply, view);
  }

  @Get('new')
  @Permission('deadline_profile.propose')
  async begin(
    @CurrentActor() actor: Officer,
    @Query('from') from: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [former] = from === undefined ? [] : respond(await this.profiles.one(actor, from));
    const values = former ? profileForm(former, actor.state) : NEW_PROFILE;
    await this.#showForm(actor, request, reply, values, NO_FAULTS);
  }

  @Post('new')
  @Permission('deadline_profile.propose')
  async propose(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const values = withClosedSteps(body);
    if (body[MORE_STEPS] !== undefined) return this.#showForm(actor, request, reply, values, NO_FAULTS);
    const checked = validateInput(ProposeProfileDto, profileInput(values), { fromForm: true });
    if (!checked.ok) return this.#showForm(actor, request, reply, values, faultTexts(checked.faults, language));
    const proposed = await this.proposeProfile.execute(actor, checked.value.toCommand());
    if (!proposed.ok) return this.#showForm(actor, request, reply, values, denialText(proposed.denial, language));
    goOn(reply, `/deadline-profiles/${proposed.value.id}?done=proposed`);
  }

  @Get(':profile')
  @Permission('deadline_profile.list')
  async one(
    @CurrentActor() actor: Officer,
    @Param('profile') id: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const versions: readonly ProfileReading[] = respond(await this.profiles.one(actor, id));
    const page = await this.pages.contextOf(request);
    const note = done === undefined ? null : page.t.maybe(`profile.done.${done}`);
    const mayPropose = actor.role === 'administrator';
    await this.pages.send(request, reply, <ProfilePage page={page} versions={versions} mayPropose={mayPropose} done={note} />);
  }

  @Post(':profile/agree')
  @Permission('deadline_profile.agree')
  async agree(
    @CurrentActor() actor: Officer,
    @Param('profile') id: string,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#answer(actor, 'agree', id, body, reply);
  }

  @Post(':profile/decline')
  @Permission('deadline_profile.decline')
  async decline(
    @CurrentActor() actor: Officer,
    @Param('profile') id: string,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#answer(actor, 'decline', id, body, reply);
  }

  @Post(':profile/withdraw')
  @Permission('deadline_profile.withdraw')
  async withdraw(
    @CurrentActor() actor: Officer,
    @Param('profile') id: string,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#answer(actor, 'withdraw', id, body, reply);
  }

  @Post(':profile/end')
  @Permission('deadline_profile.end')
  async end(
    @CurrentActor() actor: Officer,
    @Param('profile') id: string,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#answer(actor, 'end', id, body, reply);
  }

  async #answer(actor: Officer, act: ProfileAct, id: string, body: FlatForm, reply: FastifyReply): Promise<void> {
    respond(await this.answerProfile.execute(actor, act, { id, version: versionIn(body) }));
    goOn(reply, `/deadline-profiles/${id}?done=${act}`);
  }

  async #showForm(
    actor: Officer,
    request: FastifyRequest,
    reply: FastifyReply,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const states = await this.work.read(actor, (tx) => this.directory.states(tx));
    const others = states.filter(({ code, active }) => active && code !== actor.state).map(({ code }) => code);
    const form = { page, values, faults };
    await this.pages.send(request, reply, <ProposeProfilePage page={page} form={form} states={others} />, statusFor(faults));
  }
}
