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
