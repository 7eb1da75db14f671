import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { Directory } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Denial, Officer } from '@tracedesk/kernel';
import {
  readUpload,
  requestHash,
  respond,
  tableTextOf,
  TAKES_MULTIPART,
  UnitOfWork,
  validateInput,
  type FieldFault,
  type FlatForm,
} from '@tracedesk/platform';
import { BatchDto, DraftBatch, firearmsIn, type BatchPreview, type NewBatch } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonFaults, rowFaults, TABLE_FIELD, tableFaults, type TableFault } from '../forms/batch-form.js';
import { wholeInput } from '../forms/draft-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn } from '../forms/form-keys.js';
import { NewBatchPage } from '../pages/new-batch-page.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

const FILE_BYTES = 500 * 1024;
const UPLOAD = { files: 1, bytesPerFile: FILE_BYTES, bytesTogether: FILE_BYTES * 2 };

interface Shown {
  readonly values: FlatForm;
  readonly faults?: ReadonlyMap<string, string>;
  readonly tableFaults?: readonly TableFault[];
  readonly preview?: BatchPreview['groups'];
}

/** Drafting a batch from a table: looked through as a whole, with every fault at once, before anything is drafted. */
@ApiExcludeController()
@Controller('request-batches/new')
export class NewBatchController {
  constructor(
    private readonly pages: Pages,
    private readonly drafting: DraftBatch,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Permission('request_batch.draft')
  async begin(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(actor, request, reply, { values: begunBy(actor) });
  }

  /** Puts a file's text where it would be pasted. Nothing of it is kept. */
  @Post('table')
  @RouteConfig(TAKES_MULTIPART)
  @Permission('request_batch.draft')
  async take(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { t, language } = this.pages.contextWithout(request);
    const { files } = await readUpload(request, UPLOAD, actor.state);
    const [file] = files;
    const read = file?.content ? tableTextOf(file.content) : null;
    const text = read?.ok ? read.text : null;
    const why = file ? t('batch.new.fileTooLarge') : t('batch.new.noFile');
    const refused = read && !read.ok ? denialText({ code: read.code }, language).values().next().value : why;
    const faults = text === null ? new Map([[TABLE_FIELD, refused ?? why]]) : NO_FAULTS;
    await this.#show(actor, request, reply, {
      values: { ...begunBy(actor), [TABLE_FIELD]: text ?? '' },
      faults,
    });
  }

  @Post()
  @Permission('request_batch.draft')
  async create(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const table = firearmsIn(String(body[TABLE_FIELD] ?? ''));
    if (!table.ok) {
      const { code, details = {} } = table.denial;
      const [text = code] = denialText({ code, details }, language).values();
      return this.#show(actor, request, reply, { values: body, faults: new Map([[TABLE_FIELD, text]]) });
    }
    const refused = (faults: readonly FieldFault[]): Promise<void> => {
      const found = [...rowFaults(table.faults, language), ...tableFaults(faults, table.rows, language)];
      const inTable = found.sort((one, other) => one.row - other.row);
      const own = new Map(faultTexts(commonFaults(faults), language));
      if (inTable.length > 0)
        own.set(TABLE_FIELD, this.pages.contextWithout(request).t('batch.new.faults', { count: inTable.length }));
      return this.#show(actor, request, reply, { values: body, faults: own, tableFaults: inTable });
    };
    const input = { ...wholeInput(body), firearms: table.firearms };
    const checked = validateInput(BatchDto, input, { fromForm: true });
    if (!checked.ok) return refused(checked.faults);
    const batch = checked.value.toCommand();
    const { denials, groups } = await this.drafting.preview(actor, batch);
    if (denials.length > 0 || table.faults.length > 0) return refused(denials.map(faultOf));
    if (body['_preview'] === 'yes') return this.#show(actor, request, reply, { values: body, preview: groups });
    await this.#draft(actor, body, batch, input, reply);
  }

  async #draft(actor: Officer, body: FlatForm, batch: NewBatch, input: object, reply: FastifyReply): Promise<void> {
    const once = { key: onceIn(body), requestHash: requestHash('request_batch.draft', input) };
    const { id } = respond(await this.drafting.execute(actor, once, batch));
    goOn(reply, `/request-batches/${id}`);
  }

  async #show(actor: Officer, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<void> {
    const { values, faults = NO_FAULTS, tableFaults: inTable = [], preview = null } = shown;
    const [page, states] = await Promise.all([
      this.pages.contextOf(request),
      this.work.read(actor, (tx) => this.directory.states(tx)),
    ]);
    const askable = states.filter(({ code, active }) => active && code !== actor.state).map(({ code }) => code);
    const view = (
      <NewBatchPage
        form={{ page, values, faults }}
        once={randomUUID()}
        ownState={actor.state}
        askable={askable}
        tableFaults={inTable}
        preview={preview}
      />
    );
    await this.pages.send(request, reply, view, statusFor(faults));
  }
}

/** What a batch begins with: found at home (ITI 16), routine, under the instrument. */
function begunBy({ state }: Officer): FlatForm {
  return { 'question.find.stateOfFind': state, priority: 'routine', legalBasis: 'ITI' };
}

function faultOf({ code, field = '', details }: Denial): FieldFault {
  return { field, code, ...(details && { details }) };
}
