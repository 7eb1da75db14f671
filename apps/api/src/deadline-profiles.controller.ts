import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { ProfileAct } from '@tracedesk/deadlines';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { etagOf, IfMatch, respond } from '@tracedesk/platform';
import {
  AnswerProfile,
  NoWordsDto,
  ProposeProfile,
  ProposeProfileDto,
  ReadProfiles,
  type ProfileReading,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import {
  BilateralProfileView,
  DeadlineProfileListView,
  DeadlineProfileVersionsView,
  DeadlineProfileView,
} from './views/deadline-profile.view.js';

const DEADLINE_PROFILES = `${API}/deadline-profiles`;
const ACT = {
  answer: BilateralProfileView,
  takes: ['If-Match'],
  gives: ['ETag'],
  problems: [403, 404, 409, 413, 415],
  description: 'If-Match is the version of the profile, as it was read: nobody agrees to what they have not seen.',
} as const;

@ApiController(DEADLINE_PROFILES, 'Deadline profiles')
export class DeadlineProfilesController {
  constructor(
    private readonly profiles: ReadProfiles,
    private readonly proposeProfile: ProposeProfile,
    private readonly answerProfile: AnswerProfile,
  ) {}

  @Get()
  @Permission('deadline_profile.list')
  @Operation({
    id: 'listDeadlineProfiles',
    summary: 'By what the dates of requests are counted: the profiles that ship, with their sources, and those of the own State',
    answer: DeadlineProfileListView,
  })
  async list(@CurrentActor() actor: Officer): Promise<DeadlineProfileListView> {
    const { shipped, bilateral } = await this.profiles.all(actor);
    return {
      shipped: shipped.map((profile) => DeadlineProfileView.of(profile)),
      bilateral: bilateral.map((profile) => BilateralProfileView.seen(profile)),
    };
  }

  @Post()
  @Permission('deadline_profile.propose')
  @HttpCode(201)
  @Operation({
    id: 'proposeDeadlineProfile',
    summary: 'Proposes a profile, or a new version of one, to another State; it applies to nothing before that State agrees',
    answer: BilateralProfileView,
    status: 201,
    gives: ['ETag', 'Location'],
    problems: [404, 409, 413, 415, 422],
  })
  async propose(
    @CurrentActor() actor: Officer,
    @Body() body: ProposeProfileDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BilateralProfileView> {
    const proposed = respond(await this.proposeProfile.execute(actor, body.toCommand()));
    void reply.headers({ location: `/${DEADLINE_PROFILES}/${proposed.id}`, etag: etagOf(proposed.version) });
    return BilateralProfileView.seen(proposed);
  }

  @Get(':profile')
  @Permission('deadline_profile.list')
  @Operation({
    id: 'readDeadlineProfile',
    summary: 'Every version of a profile that the own State proposed or was proposed',
    answer: DeadlineProfileVersionsView,
    gives: ['ETag'],
    problems: [404],
  })
  async read(
    @CurrentActor() actor: Officer,
    @Param('profile') profile: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeadlineProfileVersionsView> {
    const versions = respond(await this.profiles.one(actor, profile));
    void reply.header('etag', etagOf((versions[0] as ProfileReading).version));
    return { items: versions.map((version) => BilateralProfileView.seen(version)) };
  }

  @Post(':profile/agree')
  @Permission('deadline_profile.agree')
  @HttpCode(200)
  @Operation({
    ...ACT,
    id: 'agreeDeadlineProfile',
    summary: 'Agrees: new requests between the two States are counted by it from now on',
  })
  async agree(
    @CurrentActor() actor: Officer,
    @Param('profile') profile: string,
    @IfMatch() version: number,
    @Body() _nothing: NoWordsDto,
  ): Promise<BilateralProfileView> {
    return this.#act(actor, 'agree', profile, version);
  }

  @Post(':profile/decline')
  @Permission('deadline_profile.decline')
  @HttpCode(200)
  @Operation({ ...ACT, id: 'declineDeadlineProfile', summary: 'Does not agree to what the other State proposed' })
  async decline(
    @CurrentActor() actor: Officer,
    @Param('profile') profile: string,
    @IfMatch() version: number,
    @Body() _nothing: NoWordsDto,
  ): Promise<BilateralProfileView> {
    return this.#act(actor, 'decline', profile, version);
  }

  @Post(':profile/withdraw')
  @Permission('deadline_profile.withdraw')
  @HttpCode(200)
  @Operation({ ...ACT, id: 'withdrawDeadlineProfile', summary: 'Takes a proposal back before it is answered' })
  async withdraw(
    @CurrentActor() actor: Officer,
    @Param('profile') profile: string,
    @IfMatch() version: number,
    @Body() _nothing: NoWordsDto,
  ): Promise<BilateralProfileView> {
    return this.#act(actor, 'withdraw', profile, version);
  }

  @Post(':profile/end')
  @Permission('deadline_profile.end')
  @HttpCode(200)
  @Operation({
    ...ACT,
    id: 'endDeadlineProfile',
    summary: 'Ends an agreed profile for requests to come; those submitted under it stay under it',
  })
  async end(
    @CurrentActor() actor: Officer,
    @Param('profile') profile: string,
    @IfMatch() version: number,
    @Body() _nothing: NoWordsDto,
  ): Promise<BilateralProfileView> {
    return this.#act(actor, 'end', profile, version);
  }

  async #act(actor: Officer, act: ProfileAct, id: string, version: number): Promise<BilateralProfileView> {
    return BilateralProfileView.seen(respond(await this.answerProfile.execute(actor, act, { id, version })));
  }
}
