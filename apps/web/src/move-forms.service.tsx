import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ListAttachments } from '@tracedesk/attachments';
import { Authorities } from '@tracedesk/directory';
import type { Result } from '@tracedesk/kernel';
import {
  DenialException,
  requestHash,
  respond,
  statusOf,
  unflatten,
  UnitOfWork,
  validateInput,
  type FlatForm,
} from '@tracedesk/platform';
import { ReadRequest, type Action, type Attempt, type RequestSummary } from '@tracedesk/tracing';
import type { ComponentType, VNode } from 'preact';
import { statusFor } from './controllers/draft.controller.js';
import { goOn } from './controllers/sign-in.controller.js';
import type { Visit } from './controllers/visited.decorator.js';
import { denialText, faultTexts, NO_FAULTS } from './forms/faults.js';
import { onceIn, versionIn } from './forms/form-keys.js';
import type { MoveProps } from './pages/move-page.js';
import type { Nameable } from './pages/item-files.js';
import { Pages } from './pages.service.js';
import { Readings } from './readings.service.js';

/** What every act of the lifecycle has in common on its way through a form. */
@Injectable()
export class MoveForms {
  constructor(
    private readonly pages: Pages,
    private readonly readRequest: ReadRequest,
    private readonly readings: Readings,
    private readonly listAttachments: ListAttachments,
    private readonly work: UnitOfWork,
    private readonly directory: Authorities,
  ) {}

  /** The page of an act, where it is open; where it is not any more, the conflict page says so. */
  async show(
    visit: Visit,
    action: Action,
    view: MoveView,
    values: FlatForm = {},
    faults: ReadonlyMap<string, string> = NO_FAULTS,
  ): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    if (!summary.actions.includes(action)) throw new DenialException({ code: 'ACTION_NOT_OPEN' });
    const page = await this.pages.contextOf(request);
    // After a fault the version stays the one the person saw.
    const seen = values['_version'] === undefined ? summary : { ...summary, version: versionIn(values) };
    await this.pages.send(
      request,
      reply,
      view({
        request: seen,
        form: { page, values, faults },
        once: randomUUID(),
        nameable: await this.#nameable(visit, action, summary),
      }),
      statusFor(faults),
    );
  }

  /** The files that items of this act may name; their names are protected, so there are none while the content is not open. */
  async #nameable({ actor, requestId }: Visit, action: Action, { requestingState }: RequestSummary): Promise<Nameable> {
    const href = `/tracing-requests/${requestId}/attachments`;
    if (!GIVES_ITEMS.includes(action)) return { href, files: [], authorities: [] };
    const authorities = await this.work.read(actor, (tx) => this.directory.of(tx, requestingState));
    const reading = await this.readings.current(actor, requestId);
    const listed = reading && (await this.listAttachments.execute(actor, requestId, reading.id));
    const files = listed?.ok ? listed.value : [];
    return {
      href,
      files: files.filter(({ state, isShared }) => state === actor.state && !isShared),
      authorities: authorities.map(({ name }) => name),
    };
  }

  /** Takes the act, and confirms it on the request's page; a denial leads back to the form with every word kept. */
  async take<Dto extends object>(
    visit: Visit,
    action: Action,
    { body, dto, input, view, execute, next }: Move<Dto>,
  ): Promise<void> {
    const { requestId, request, reply } = visit;
    const { language } = this.pages.contextWithout(request);
    const words = input ?? unflatten(body);
    const checked = validateInput(dto, words, { fromForm: true });
    if (!checked.ok) return this.show(visit, action, view, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash(action, requestId, versionIn(body), words) };
    const taken = await execute({ requestId, version: versionIn(body), once }, checked.value);
    if (taken.ok) return goOn(reply, next ?? `/tracing-requests/${requestId}?done=${action}`);
    if (statusOf(taken.denial) !== UNPROCESSABLE || GONE.includes(taken.denial.code)) throw new DenialException(taken.denial);
    await this.show(visit, action, view, body, denialText(taken.denial, language));
  }
}

export type MoveView = (props: MoveProps) => VNode;

interface Move<Dto extends object> {
  readonly body: FlatForm;
  readonly dto: new () => Dto;
  /** The form in the shape of the DTO, where it is not simply its names unfolded. */
  readonly input?: Record<string, unknown>;
  readonly view: MoveView;
  readonly execute: (attempt: Attempt, dto: Dto) => Promise<Result<RequestSummary | string>>;
  readonly next?: string;
}

const GIVES_ITEMS: readonly Action[] = ['respond', 'clarify', 'supplement'];
const UNPROCESSABLE = 422;
/** Denials that no correction of the form can cure. */
const GONE = ['ACTION_NOT_OPEN', 'ACTION_OF_OTHER_PARTY', 'IDEMPOTENCY_KEY_REUSED'];

export function simple(Page: ComponentType<MoveProps>): MoveView {
  return (props) => <Page {...props} />;
}
