import { isDeepStrictEqual } from 'node:util';
import { randomUUID } from 'node:crypto';
import { fieldsOf, itemsOf, type Answer } from '../desk-client.js';
import { lacks, sameText, shown } from './compare.js';
import { personText, type Person, type Step } from './scenario.js';
import type { StoryStage } from './stage.js';

/** One thing a step says is then true, and what was found. */
export interface Check {
  readonly says: string;
  /** The same in the report once it has passed; with the value, where the value says something. */
  readonly told: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly found: string;
}

/** What the checks of one step look at: fetched anew at each try, so that a late effect is seen when it is there. */
interface Scene {
  readonly stage: StoryStage;
  readonly step: Step;
  readonly who: Person | null;
  readonly answer: Answer | null;
  /** The request as `who` sees it. */
  view(): Promise<Readonly<Record<string, unknown>>>;
}

type Expectation = (scene: Scene, expected: unknown) => Promise<readonly Check[]>;

/** Looks once at everything that the step says is then true. */
export async function lookAt(
  stage: StoryStage,
  step: Step,
  answer: Answer | null,
  who: Person | null,
): Promise<readonly Check[]> {
  let seen: Promise<Readonly<Record<string, unknown>>> | null = null;
  const view = (): Promise<Readonly<Record<string, unknown>>> => {
    if (!who || step.request === null) throw new Error(`line ${step.line}: this needs \`who\` and \`request\`.`);
    return (seen ??= stage.view(who, step.request).then(({ body }) => fieldsOf(body)));
  };
  const scene: Scene = { stage, step, who, answer, view };
  const checks: Check[] = [];
  for (const [key, expected] of Object.entries(step.then)) checks.push(...((await LOOKS[key]?.(scene, expected)) ?? []));
  return checks;
}

/** A field of the request's summary. */
const field =
  (name: string, says: string): Expectation =>
  async (scene, expected) => [equal(says, expected, (await scene.view())[name] ?? null)];

const LOOKS: Readonly<Record<string, Expectation>> = {
  status: field('status', 'status'),
  stage: field('stage', 'stage'),
  outcome: field('outcome', 'outcome'),
  obstacle: field('obstacle', 'obstacle'),
  'follow-up': field('followUp', 'follow-up'),
  priority: field('priority', 'priority'),
  overdue: field('overdue', 'overdue'),
  'believed State': field('believedState', 'believed State'),
  'asked element': field('askedElement', 'asked element'),
  'delayed until': async (scene, expected) => [
    equal('delayed until', await scene.stage.filled(expected), (await scene.view())['delayedUntil'] ?? null),
  ],
  'information rounds': async (scene, expected) => {
    const rounds = (await scene.view())['informationRounds'];
    const found = (Array.isArray(rounds) ? rounds : [])
      .map(fieldsOf)
      .map(({ element, rounds: count }) => [String(element), count]);
    return [equal('information rounds', expected, Object.fromEntries(found))];
  },
  'expected response on': async (scene, expected) => [
    equal('expected response on', await scene.stage.filled(expected), (await scene.view())['expectedResponseOn'] ?? null),
  ],

  response: async (scene, expected) => {
    const response = fieldsOf((await scene.view())['response']);
    return Object.entries(fieldsOf(expected)).map(([fact, value]) => equal(`response ${fact}`, value, response[fact] ?? null));
  },

  deadlines: async (scene, expected) => {
    const view = await scene.view();
    const clocks = (Array.isArray(view['deadlines']) ? view['deadlines'] : []).map(fieldsOf);
    return Object.entries(fieldsOf(expected)).flatMap(([clock, facts]) => {
      const found = clocks.find((one) => one['clock'] === clock);
      return Object.entries(fieldsOf(facts)).map(([fact, value]) => {
        const says = `${clock} clock: ${fact}`;
        return found ? equal(says, value, CLOCK_FACT[fact]?.(found, view) ?? null) : equal(says, value, 'no such clock');
      });
    });
  },

  may: async (scene, expected) => {
    const open = texts((await scene.view())['actions']);
    return texts(expected).map((action) => check(`may ${action}`, open.includes(action), 'open', shown(open)));
  },
  'may not': async (scene, expected) => {
    const open = texts((await scene.view())['actions']);
    return texts(expected).map((action) => check(`may not ${action}`, !open.includes(action), 'not open', shown(open)));
  },

  timeline: async (scene, expected) => {
    const answer = await timeline(scene);
    // A denied attempt is an entry of the log too, but nothing that happened to the request.
    const done = itemsOf(answer).filter((entry) => entry['outcome'] !== 'denied');
    const actions = done.map((entry) => String(entry['action']));
    const count = (action: string): number => actions.filter((one) => one === action).length;
    const facts = fieldsOf(expected);
    return [
      ...texts(facts['once']).map((action) =>
        check(`timeline: ${action} once`, count(action) === 1, 'once', `${count(action)} times`),
      ),
      ...texts(facts['never']).map((action) =>
        check(`timeline: no ${action}`, count(action) === 0, 'never', `${count(action)} times`),
      ),
      ...(facts['only'] === undefined ? [] : [equal('timeline, in order', facts['only'], actions)]),
    ];
  },

  notices: async (scene, expected) => {
    if (!scene.who) return [];
    const answer = await scene.stage.call(scene.who, '/notices');
    const id = scene.step.request === null ? null : scene.stage.idOf(scene.step.request);
    const mine = itemsOf(answer).filter((notice) => id === null || notice['requestId'] === id);
    if (expected === 'none') return [check('no notice', mine.length === 0, 'none', shown(mine.map((notice) => notice['kind'])))];
    return (expected as unknown[]).map((wanted) => {
      const facts = typeof wanted === 'string' ? { kind: wanted } : fieldsOf(wanted);
      const matching = mine.filter((notice) => lacks(facts, notice) === null).length;
      const found = `${matching} of ${mine.length}: ${shown(mine.map(({ kind, clock }) => [kind, clock].filter(Boolean).join(' ')))}`;
      return check(`notice ${shown(Object.values(facts))} once`, matching === 1, 'one', found);
    });
  },

  findings: async (scene, expected) => {
    const findings = fieldsOf(scene.answer?.body)['findings'];
    const rules = (Array.isArray(findings) ? findings : []).map((finding) => String(fieldsOf(finding)['rule']));
    return Promise.resolve([equal('findings of the traceability check', expected === 'none' ? [] : expected, rules)]);
  },

  reads: async (scene, expected) => {
    const wanted = await scene.stage.filled(expected);
    const missing = lacks(wanted, scene.answer?.body);
    return [check('reads what is told', missing === null, missing?.expected ?? 'as told', missing?.found ?? 'as told')];
  },

  'does not read': async (scene, expected) => {
    const text = scene.answer?.text ?? '';
    const words = texts(await scene.stage.filled(expected));
    return words.map((word) => check(`does not read "${word}"`, !text.includes(word), 'nowhere', 'in the answer'));
  },

  groups: (scene, expected) => {
    const groups = fieldsOf(scene.answer?.body)['groups'];
    const sizes = (Array.isArray(groups) ? groups : []).map((group) => texts(fieldsOf(group)['requests']).length);
    return Promise.resolve([equal('groups of so many requests', expected, sizes)]);
  },

  'tally grew by': (scene, expected) => {
    const { before = null, now = {} } = scene.stage.talliesOf(scene.who?.state ?? '') ?? {};
    const grown = (figure: string): number | null => (before === null ? null : Number(now[figure]) - Number(before[figure]));
    return Promise.resolve(
      Object.entries(fieldsOf(expected)).map(([figure, by]) => equal(`the tally grew: ${figure} by`, by, grown(figure))),
    );
  },

  lists: (scene, expected) => Promise.resolve(texts(expected).map((name) => listed(scene, name, true))),
  'does not list': (scene, expected) => Promise.resolve(texts(expected).map((name) => listed(scene, name, false))),

  'nothing for': async (scene, expected) => {
    const checks = await Promise.all(texts(expected).map((text) => nothingFor(scene, text)));
    return checks.flat();
  },
};

const DAY_MS = 86_400_000;
const CLOCK_FACT: Readonly<
  Record<string, (clock: Readonly<Record<string, unknown>>, view: Readonly<Record<string, unknown>>) => unknown>
> = {
  state: (clock) => clock['state'],
  missed: (clock) => clock['missedAt'] !== null && clock['missedAt'] !== undefined,
  settled: (clock) => clock['settledAt'] !== null && clock['settledAt'] !== undefined,
  'acting State': (clock) => clock['actingState'],
  profile: (clock) => clock['profile'],
  // The last instant of the n-th day after submission, in the acting State's zone, lies between n and n + 1 days later.
  days: (clock, view) => Math.floor((Date.parse(String(clock['firstDueAt'])) - Date.parse(String(view['submittedAt']))) / DAY_MS),
};

/** A third State asks for the request in every way there is, and gets what it gets for a request that never was. */
async function nothingFor(scene: Scene, text: string): Promise<readonly Check[]> {
  const [state = '', name = ''] = text.split(' ');
  const stranger = { state, name };
  const { stage, step } = scene;
  const id = stage.idOf(step.request ?? '');
  const never = randomUUID();
  const asked = await Promise.all(
    ['', '/timeline', '/deadlines', '/question', '/response'].map(async (part) => {
      const [hidden, absent] = await Promise.all([
        stage.call(stranger, `/tracing-requests/${id}${part}`),
        stage.call(stranger, `/tracing-requests/${never}${part}`),
      ]);
      return hidden.status === absent.status && hidden.status >= 400 && sameText(hidden, absent, [id, never]);
    }),
  );
  const lists = await Promise.all(
    ['incoming', 'outgoing', 'drafts'].map((direction) => stage.list(stranger, { direction, limit: 100 })),
  );
  const notices = await stage.call(stranger, '/notices');
  const shownSomewhere = [...lists.flatMap(({ all }) => all), ...itemsOf(notices)].some((item) =>
    JSON.stringify(item).includes(id),
  );
  return [
    check(
      `${personText(stranger)} finds nothing, and cannot tell`,
      asked.every(Boolean),
      'as for an absent one',
      'another answer',
    ),
    check(`${personText(stranger)} has it in no list`, !shownSomewhere, 'in none', 'listed'),
  ];
}

async function timeline(scene: Scene): Promise<Answer> {
  if (!scene.who || scene.step.request === null) throw new Error(`line ${scene.step.line}: this needs \`who\` and \`request\`.`);
  return scene.stage.call(scene.who, `/tracing-requests/${scene.stage.idOf(scene.step.request)}/timeline`);
}

function listed(scene: Scene, name: string, wanted: boolean): Check {
  const all = scene.answer && 'all' in scene.answer && Array.isArray(scene.answer.all) ? scene.answer.all : [];
  const names = all.map((item) => scene.stage.nameOf(fieldsOf(item)['id']));
  return check(
    `${name} is ${wanted ? '' : 'not '}in the list`,
    names.includes(name) === wanted,
    wanted ? 'listed' : 'not listed',
    shown(names.filter(Boolean)),
  );
}

function equal(says: string, expected: unknown, found: unknown): Check {
  const passed = isDeepStrictEqual(expected, found);
  return { says, told: `${says} ${shown(expected)}`, passed, expected: shown(expected), found: shown(found) };
}

function check(says: string, passed: boolean, expected: string, found: string): Check {
  return { says, told: says, passed, expected, found };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
