import {
  APPS,
  APPS_ON_CORES_ONLY,
  CONTENT_BINDING,
  CONTENT_DOOR,
  CONTENT_SCALES,
  CONTENT_WEIGHED_BY,
  EDGE_LISTS,
  EDGE_ROLES,
  KEPT_CONTENT,
  PURE_NODE_MODULES,
  PURE_PACKAGES,
  ROOMS,
  TEST_ROOM,
} from './directions.js';

const oneOf = (words) => `(?:${words.join('|')})`;

const SPEC = '\\.(?:spec|int-spec|e2e-spec)\\.tsx?$';
const EDGE = `(?:\\.${oneOf(EDGE_ROLES)}|/${oneOf(EDGE_LISTS)})\\.tsx?$`;
const WHOLE_ROOM = '/src/index\\.ts$';
const DRAWER = '/(?:common|utils?|helpers?)(?:/|\\.tsx?$)';
/** Test equipment has doors of its own, so that unit specs need not load what starts a database or a desk. */
const ANY_DOOR = `^(?:libs|apps)/[^/]+/src/(?:index|core)\\.ts$|^libs/${TEST_ROOM}/src/test-(?:database(?:-server)?|desk|servers|mail-server)\\.ts$`;

/** A pure file of room $1. `core.ts` is one of them: it can then show nothing but pure files. */
const PURE = { path: '^libs/([^/]+)/src/', pathNot: [`^libs/${TEST_ROOM}/`, EDGE, SPEC, WHOLE_ROOM] };

const exactly = (file) => `^${file.replaceAll('.', '\\.')}$`;

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

function directionOf(room, allowed) {
  const reachable = [room, 'kernel', ...allowed];
  return [
    forbid(
      `direction-of-${room}`,
      `${room} may import kernel${allowed.map((other) => `, ${other}`).join('')}: see scripts/boundaries/directions.js`,
      { path: `^libs/${room}/`, pathNot: SPEC },
      { path: '^libs/', pathNot: `^libs/${oneOf(reachable)}/` },
    ),
    forbid(
      `direction-of-${room}-specs`,
      `Specs of ${room} may import what ${room} may, and ${TEST_ROOM}`,
      { path: `^libs/${room}/.*${SPEC}` },
      { path: '^libs/', pathNot: `^libs/${oneOf([...reachable, TEST_ROOM])}/` },
    ),
  ];
}

function directionOfApp(app, others) {
  const own = forbid(
    `direction-of-app-${app}`,
    `apps/${app} may import rooms${others.map((other) => `, apps/${other}`).join('')}`,
    { path: `^apps/${app}/` },
    { path: '^(?:apps|test|scripts)/', pathNot: `^apps/${oneOf([app, ...others])}/` },
  );
  const cores = APPS_ON_CORES_ONLY[app];
  if (!cores) return [own];
  const doors = ['^libs/kernel/src/index\\.ts$', `^libs/${oneOf(cores)}/src/core\\.ts$`];
  return [
    own,
    forbid(
      `cores-only-${app}`,
      `apps/${app} stands on pure files only`,
      { path: `^apps/${app}/` },
      { path: '^libs/', pathNot: doors },
    ),
  ];
}

export const RULES = [
  forbid('no-cycle', 'Two files that need each other ask for a third, smaller one', {}, { circular: true }),
  forbid('resolvable', 'Every import leads to a file or an installed package', {}, { couldNotResolve: true }),

  ...Object.entries(ROOMS).flatMap(([room, allowed]) => directionOf(room, allowed)),
  ...Object.entries(APPS).flatMap(([app, others]) => directionOfApp(app, others)),
  forbid(
    'room-without-direction',
    'A new room gets a line in scripts/boundaries/directions.js',
    { path: '^libs/', pathNot: `^libs/${oneOf([...Object.keys(ROOMS), TEST_ROOM])}/` },
    {},
  ),
  forbid(
    'rooms-below-apps',
    `No room knows an app, a script or a whole-system test; only ${TEST_ROOM} may put an app together`,
    { path: '^libs/', pathNot: `^libs/${TEST_ROOM}/` },
    { path: '^(?:apps|test|scripts)/' },
  ),
  forbid(
    'testing-below-tests',
    `${TEST_ROOM} knows no test and no script`,
    { path: `^libs/${TEST_ROOM}/` },
    { path: '^(?:test|scripts)/' },
  ),
  forbid(
    'testing-in-specs-only',
    `What is shipped does not import ${TEST_ROOM}`,
    { path: '^(?:libs|apps)/', pathNot: [SPEC, `^libs/${TEST_ROOM}/`] },
    { path: `^libs/${TEST_ROOM}/` },
  ),
  forbid('no-import-of-specs', 'A spec is nobody’s library', {}, { path: SPEC }),

  forbid(
    'two-doors',
    'Across rooms: index.ts for the whole room, core.ts for its pure files',
    { path: '^(?:libs|apps)/([^/]+)/' },
    { path: '^(?:libs|apps)/', pathNot: [ANY_DOOR, '^(?:libs|apps)/$1/'] },
  ),
  forbid(
    'two-doors-from-tests',
    'Tests and scripts use the doors as well',
    { path: '^(?:test|scripts)/' },
    { path: '^libs/', pathNot: [ANY_DOOR] },
  ),
  forbid(
    'own-door',
    'A file does not import its own room through the door',
    { path: '^(libs|apps)/([^/]+)/src/', pathNot: [SPEC] },
    { path: '^$1/$2/src/(?:index|core)\\.ts$' },
  ),

  forbid(
    'one-door-to-content',
    'What was asked and answered is shown by the door for people, under a permit; see scripts/boundaries/directions.js',
    { pathNot: [SPEC, ...[CONTENT_DOOR, CONTENT_SCALES, CONTENT_BINDING].map(exactly)] },
    { path: exactly(KEPT_CONTENT), dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'content-weighed-by',
    'Who weighs content without showing it stands in scripts/boundaries/directions.js, with what leaves it instead',
    { pathNot: [SPEC, ...[CONTENT_BINDING, ...Object.keys(CONTENT_WEIGHED_BY)].map(exactly)] },
    { path: exactly(CONTENT_SCALES) },
  ),

  forbid('pure-imports-pure', 'A pure file imports no edge of its room, not even a type', PURE, {
    path: ['^libs/$1/.*' + EDGE, '^libs/$1' + WHOLE_ROOM],
  }),
  forbid('pure-uses-core-doors', 'A pure file enters other rooms by core.ts', PURE, {
    path: `^libs/[^/]+${WHOLE_ROOM}`,
    pathNot: '^libs/(?:kernel|$1)/',
  }),
  forbid('pure-packages', 'A pure file imports the packages listed in scripts/boundaries/directions.js', PURE, {
    couldNotResolve: false,
    pathNot: ['^libs/', `^(?:node:)?${oneOf(PURE_NODE_MODULES)}$`, `node_modules/${oneOf(PURE_PACKAGES)}/`],
  }),

  forbid(
    'no-development-packages',
    'What is shipped runs without development packages',
    { path: '^(?:libs|apps)/', pathNot: [SPEC, `^libs/${TEST_ROOM}/`] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'listed-packages',
    'Every imported package is listed in package.json',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  forbid('no-drawer', 'Put it with its noun, or in kernel if two rooms need it', {}, { path: DRAWER, pathNot: 'node_modules' }),
];
