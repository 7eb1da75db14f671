import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { ScenarioFileError, type ExpectedDenial, type Person, type Scenario, type Step } from './scenario.js';
import {
  CLOCK_FACTS,
  CLOCKS,
  EXPECTATIONS,
  RESPONSE_FACTS,
  SHAPES,
  STEP_KINDS,
  TIMELINE_FACTS,
  type Shape,
  type StepKind,
} from './vocabulary.js';

const HEAD = ['scenario', 'title', 'about', 'steps'];
const STEP_FIELDS = ['say', 'who', 'when', 'does', 'request', 'with', 'version', 'once', 'disclosure', 'then', 'denied'];
const PERSON = /^([A-Z]{2}(?:[A-Z]{2})?) ([a-z][a-z0-9.-]*)$/;
const DURATION = /^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\dZ$/;
/** A request of a batch is named by the batch and its number, counted from 1: `rifles.3`. */
const ROW_OF_BATCH = /\.\d+$/;
const CODE = /^[A-Z][A-Z0-9_]+$/;

/**
 * Reads a scenario and refuses whatever the player would not understand: every fault is told with its line, none is skipped.
 * What stands under `with` is the API's to judge, which refuses unknown fields by name.
 */
export function readScenario(text: string, file: string): Scenario {
  return new Reader(file, text).scenario();
}

class Reader {
  private readonly lines = new LineCounter();
  private readonly faults: { line: number; says: string }[] = [];
  private readonly requests = new Set<string>();
  private readonly disclosures = new Set<string>();

  private readonly document: Document;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    // `merge`: a story may say "the same again, but" (`<<: *pistol`).
    this.document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: true, merge: true });
  }

  scenario(): Scenario {
    for (const error of this.document.errors) this.fault(error.pos[0], error.message.split('\n')[0] ?? error.message);
    if (this.faults.length > 0) throw new ScenarioFileError(this.file, this.faults);
    const head = this.map(this.document.contents, 'a scenario', HEAD);
    if (!head) throw new ScenarioFileError(this.file, this.faults);
    const steps = this.steps(head);
    const scenario: Scenario = {
      id: this.needed(head, 'scenario', 'a scenario'),
      title: this.needed(head, 'title', 'a scenario'),
      about: this.textOf(head, 'about'),
      file: this.file,
      steps,
    };
    if (this.faults.length > 0) throw new ScenarioFileError(this.file, this.faults);
    return scenario;
  }

  private steps(head: YAMLMap): Step[] {
    const list = head.get('steps', true);
    if (!isSeq(list) || list.items.length === 0) {
      this.fault(offset(list ?? head), '`steps` is a list of at least one step.');
      return [];
    }
    return list.items.map((item) => this.step(item as Node)).filter((step) => step !== null);
  }

  private step(node: Node): Step | null {
    const map = this.map(node, 'a step', STEP_FIELDS);
    if (!map) return null;
    const does = this.needed(map, 'does', 'a step');
    const kind = STEP_KINDS[does];
    if (does !== '' && !kind)
      this.fault(at(map, 'does'), `unknown step "${does}"; known: ${Object.keys(STEP_KINDS).join(', ')}.`);
    if (!kind) return null;
    const step: Step = {
      line: this.lineOf(offset(map)),
      does,
      say: this.textOf(map, 'say'),
      who: this.person(map, kind),
      when: this.when(map),
      request: this.request(map, kind, does),
      with: this.object(map, 'with'),
      version: this.version(map),
      once: this.textOf(map, 'once'),
      disclosure: this.disclosure(map, does),
      then: this.expectations(map),
      denied: this.denial(map),
    };
    this.fits(map, kind, step);
    return step;
  }

  /** Fields that mean nothing to this step are faults, so that a story cannot promise what nobody checks. */
  private fits(map: YAMLMap, kind: StepKind, step: Step): void {
    for (const field of ['with', 'version', 'once', 'disclosure'] as const) {
      if (map.has(field) && !kind.takes.includes(field)) this.fault(at(map, field), `"${step.does}" takes no \`${field}\`.`);
    }
    for (const field of kind.needs ?? []) {
      if (!map.has(field)) this.fault(offset(map), `"${step.does}" needs \`${field}\`.`);
    }
    if (step.does === 'open disclosure' && step.disclosure === null && step.denied === null) {
      this.fault(offset(map), '"open disclosure" needs `disclosure`, the name to remember it by.');
    }
  }

  private person(map: YAMLMap, kind: StepKind): Person | null {
    const text = this.textOf(map, 'who');
    if (text === null) {
      if (kind.who) this.fault(offset(map), 'a step needs `who`: a State and a sign-in name, such as `QR officer`.');
      return null;
    }
    return this.personIn(text, at(map, 'who'));
  }

  private personIn(text: string, where: number): Person | null {
    const found = PERSON.exec(text);
    if (found?.[1] && found[2]) return { state: found[1], name: found[2] };
    this.fault(where, `"${text}" is not a person: write a State and a sign-in name, such as \`QR officer\`.`);
    return null;
  }

  private when(map: YAMLMap): string | null {
    const text = this.textOf(map, 'when');
    if (text === null || DURATION.test(text) || TIME_OF_DAY.test(text)) return text;
    this.fault(
      at(map, 'when'),
      `"${text}" is not a duration: write P7D for seven days, PT1H for one hour, 10:00Z for on to ten o'clock UTC. Time only moves on.`,
    );
    return null;
  }

  private request(map: YAMLMap, kind: StepKind, does: string): string | null {
    const name = this.textOf(map, 'request');
    if (kind.request === 'none') {
      if (name !== null) this.fault(at(map, 'request'), `"${does}" takes no \`request\`.`);
      return null;
    }
    if (name === null) {
      if (kind.request !== 'may name')
        this.fault(offset(map), `"${does}" needs \`request\`, the name of the request in this story.`);
      return null;
    }
    if (kind.request === 'makes') this.requests.add(name);
    else if (!this.requests.has(name.replace(ROW_OF_BATCH, '')))
      this.fault(at(map, 'request'), `no earlier step drafts a request "${name}".`);
    return name;
  }

  private disclosure(map: YAMLMap, does: string): string | null {
    const name = this.textOf(map, 'disclosure');
    if (name === null) return null;
    if (does === 'open disclosure') this.disclosures.add(name);
    else if (!this.disclosures.has(name)) this.fault(at(map, 'disclosure'), `no earlier step opens a disclosure "${name}".`);
    return name;
  }

  private version(map: YAMLMap): Step['version'] {
    const value: unknown = map.get('version');
    if (value === undefined) return null;
    if (value === 'absent' || (Number.isInteger(value) && (value as number) >= 0)) return value as number | 'absent';
    this.fault(at(map, 'version'), '`version` is a whole number, or `absent` to name none.');
    return null;
  }

  private denial(map: YAMLMap): ExpectedDenial | null {
    if (!map.has('denied')) return null;
    const node = map.get('denied', true);
    if (isScalar(node) && typeof node.value === 'string' && CODE.test(node.value)) {
      return { code: node.value, field: null, status: null };
    }
    if (!isMap(node)) {
      this.fault(at(map, 'denied'), '`denied` is the code of a denial, such as REASONS_REQUIRED, or { code, field, status }.');
      return null;
    }
    const parts = this.map(node, '`denied`', ['code', 'field', 'status']);
    const status: unknown = parts?.get('status');
    return {
      code: parts ? this.needed(parts, 'code', '`denied`') : '',
      field: parts ? this.textOf(parts, 'field') : null,
      status: typeof status === 'number' ? status : null,
    };
  }

  private expectations(map: YAMLMap): Record<string, unknown> {
    if (!map.has('then')) return {};
    const node = this.map(map.get('then', true), '`then`', Object.keys(EXPECTATIONS));
    if (!node) return {};
    for (const pair of node.items) {
      const key = keyOf(pair);
      const shape = EXPECTATIONS[key];
      if (shape) this.shape(key, shape, pair);
    }
    return node.toJS(this.document) as Record<string, unknown>;
  }

  private shape(key: string, shape: Shape, pair: Pair): void {
    const where = offset(pair.key as Node);
    const value: unknown = isNode(pair.value) ? pair.value.toJS(this.document) : pair.value;
    if (!SHAPES[shape].holds(value)) return this.fault(where, `\`then.${key}\` is ${SHAPES[shape].says}.`);
    if (shape === 'people') for (const text of value as string[]) this.personIn(text, where);
    if (shape === 'names') {
      for (const name of value as string[]) {
        if (!this.requests.has(name)) this.fault(where, `no earlier step drafts a request "${name}".`);
      }
    }
    if (key === 'deadlines') {
      const clocks = this.map(pair.value, '`then.deadlines`', CLOCKS);
      for (const clock of clocks?.items ?? []) this.map(clock.value, `\`then.deadlines.${keyOf(clock)}\``, CLOCK_FACTS);
    }
    if (key === 'response') this.map(pair.value, '`then.response`', RESPONSE_FACTS);
    if (key === 'timeline') this.map(pair.value, '`then.timeline`', TIMELINE_FACTS);
  }

  private map(node: unknown, name: string, known: readonly string[]): YAMLMap | null {
    if (!isMap(node)) {
      this.fault(offset(node as Node | null), `${name} is an object with ${known.map((field) => `\`${field}\``).join(', ')}.`);
      return null;
    }
    for (const pair of node.items) {
      const key = keyOf(pair);
      if (!known.includes(key))
        this.fault(offset(pair.key as Node), `unknown field "${key}" in ${name}; known: ${known.join(', ')}.`);
    }
    return node;
  }

  private object(map: YAMLMap, key: string): Record<string, unknown> | null {
    if (!map.has(key)) return null;
    const node = map.get(key, true);
    if (isMap(node)) return node.toJS(this.document) as Record<string, unknown>;
    this.fault(at(map, key), `\`${key}\` is an object.`);
    return null;
  }

  private needed(map: YAMLMap, key: string, of: string): string {
    const text = this.textOf(map, key);
    if (text === null) this.fault(offset(map), `${of} needs \`${key}\`.`);
    return text ?? '';
  }

  private textOf(map: YAMLMap, key: string): string | null {
    const value: unknown = map.get(key);
    if (value === undefined) return null;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.fault(at(map, key), `\`${key}\` is text.`);
    return null;
  }

  private fault(where: number, says: string): void {
    this.faults.push({ line: this.lineOf(where), says });
  }

  private lineOf(where: number): number {
    return Math.max(1, this.lines.linePos(where).line);
  }
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function offset(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

function at(map: YAMLMap, key: string): number {
  return offset(map.items.find((pair) => keyOf(pair) === key)?.key as Node | undefined);
}
