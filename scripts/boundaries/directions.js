/**
 * Which room may import which, besides kernel and its own files. The direction table of the design, as data:
 * dependency-cruiser's rules and the graph in docs/generated are made from it.
 */
export const ROOMS = {
  kernel: [],
  language: [],
  platform: [],
  audit: ['platform'],
  directory: ['language', 'platform', 'audit'],
  identity: ['platform', 'audit', 'directory'],
  firearms: [],
  deadlines: ['platform', 'audit', 'directory'],
  confidentiality: ['platform', 'audit', 'directory', 'identity', 'deadlines'],
  attachments: ['platform', 'audit', 'directory', 'confidentiality'],
  tracing: ['platform', 'audit', 'directory', 'identity', 'firearms', 'deadlines', 'confidentiality', 'attachments'],
  notifications: ['language', 'platform', 'audit', 'directory', 'identity', 'deadlines', 'tracing'],
};

/** Imported by specs, and by the scripts and whole-system tests that play scenarios; never by what is shipped. */
export const TEST_ROOM = 'testing';

/** Which app may import which other app, through its `index.ts`. Every app but verify may use every room. */
export const APPS = {
  api: [],
  web: [],
  worker: [],
  desk: ['api', 'web', 'worker'],
  verify: [],
};

/** verify is given to strangers: it stands on the pure files of the log and on nothing else. */
export const APPS_ON_CORES_ONLY = { verify: ['audit'] };

/** The role in the name of an edge file: `respond-to-request.service.ts`. Whatever has none is pure. */
export const EDGE_ROLES = [
  'module',
  'service',
  'dto',
  'entity',
  'repository',
  'processor',
  'guard',
  'pipe',
  'filter',
  'decorator',
  'adapter',
  'migration',
];

/** The list of a room's migrations is of their kind. */
export const EDGE_LISTS = ['migrations', 'migrations/index'];

/** The packages that a pure file may import: each computes, none reaches out. */
export const PURE_PACKAGES = ['temporal-polyfill', 'intl-messageformat'];

/** The parts of Node that a pure file may import: hashing, and how a value prints itself. */
export const PURE_NODE_MODULES = ['crypto', 'util'];

/** Where what was asked and answered is opened, and the two that stand around it: the door for people, and the scales for the desk's rules. */
export const KEPT_CONTENT = 'libs/tracing/src/content/kept-content.repository.ts';
export const CONTENT_DOOR = 'libs/tracing/src/content/permitted-reading.service.ts';
export const CONTENT_SCALES = 'libs/tracing/src/content/weighed-content.service.ts';

/** Who binds a room together, and shows nothing. */
export const CONTENT_BINDING = 'libs/tracing/src/tracing.module.ts';

/** Who may weigh content without showing it, each with what leaves it instead. */
export const CONTENT_WEIGHED_BY = {
  'libs/tracing/src/tracing-requests.repository.ts': 'the question of an own draft, for its moves; the firearm asked, for a rule',
  'libs/tracing/src/item-checks.service.ts': 'a denial that names a field',
  'libs/tracing/src/request-information.service.ts': 'names of information',
  'libs/tracing/src/use-cases/redraft-request.service.ts': 'an own draft',
  'libs/tracing/src/follow-ups/draft-follow-up.service.ts': 'an own draft',
  'libs/tracing/src/circumstances.service.ts': 'whether confidentiality is guaranteed, for a rule',
  'libs/tracing/src/kept-back.service.ts': 'a denial that names a field and an item',
  'libs/tracing/src/follow-ups/case-answers.service.ts': 'whole answers for the guard of what travels on',
  'libs/tracing/src/follow-ups/onward-guard.service.ts': 'names of what may not travel on',
  'libs/tracing/src/cases/answers-of-case.service.ts': 'whether a conclusion can rest on an item',
  'libs/tracing/src/cases/show-case.service.ts': 'references of requests found by a serial number',
  'libs/tracing/src/batches/batch-rows.service.ts': 'findings of checks; the rest under a disclosure of the batch',
};

/** Who may open sealed parts at all: the repositories of what they hold. */
export const SEALED_PARTS_OPENED_BY = [
  KEPT_CONTENT,
  'libs/tracing/src/responses.repository.ts',
  'libs/tracing/src/tracing-requests.repository.ts',
  'libs/tracing/src/request-drafts.repository.ts',
  'libs/tracing/src/traceability-reports.service.ts',
  'libs/tracing/src/cases/weapon-cases.repository.ts',
  'libs/attachments/src/attachments.repository.ts',
  'libs/confidentiality/src/consents.repository.ts',
];
