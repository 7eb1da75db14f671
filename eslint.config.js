import tseslint from 'typescript-eslint';
import { EDGE_LISTS, EDGE_ROLES, SEALED_PARTS_OPENED_BY, TEST_ROOM } from './scripts/boundaries/directions.js';

const SPECS = ['**/*.{spec,int-spec,e2e-spec}.{ts,tsx,js}'];
const edges = [...EDGE_ROLES.map((role) => `**/*.${role}.{ts,tsx}`), ...EDGE_LISTS.map((list) => `**/${list}.ts`)];

/** The bans of the style guide that are a question of form. Each says what to do instead. */
const NEVER = [
  { selector: 'ExportAllDeclaration', message: 'Name what the door shows.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one word per thing.' },
  { selector: "ImportSpecifier[imported.name='forwardRef']", message: 'A third concept below both, or an event.' },
  { selector: 'TSEnumDeclaration', message: 'A list `as const` and its union.' },
];

const RELATIVE_IMPORTS = { regex: '^\\.{1,2}/(?!.*\\.(?:js|json)$)', message: 'A relative import ends in .js.' };

const NO_SKIPPED_TESTS = [
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo|failing)$/]',
    message: 'A test runs or does not exist. What a machine lacks is asked by the suite, loudly.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'A test runs or does not exist.' },
];

/** A pure file takes `actor`, `now` and facts as parameters: a court can read it without the machine around it. */
const PURE_READS_NOTHING = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take `now` as a parameter.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Take `now` as a parameter.' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take `now` as a parameter.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Take `now` as a parameter.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take what is drawn as a parameter.' },
  {
    selector:
      'ImportDeclaration[source.value=/^(node:)?crypto$/] > ImportSpecifier[imported.name=/^random|^generate|^webcrypto$/]',
    message: 'Take what is drawn as a parameter.',
  },
];
const PURE_HAS_NO_GLOBALS = [
  'process',
  'console',
  'fetch',
  'crypto',
  'performance',
  'globalThis',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
].map((name) => ({ name, message: 'A pure file computes from its parameters.' }));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/', '.data/', 'docs/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx,js}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
      'no-useless-rename': 'error',
      'no-unsafe-finally': 'error',
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'no-restricted-syntax': ['error', ...NEVER],
    },
  },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      // A port promises; what stands in for it in memory has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-imports': ['error', { patterns: [RELATIVE_IMPORTS] }],
    },
  },

  {
    files: ['libs/*/src/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'],
    ignores: [...SPECS, `libs/${TEST_ROOM}/**`],
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  // What an operator types on the server answers on the terminal.
  { files: ['apps/*/src/main.ts', 'apps/desk/src/**/*.ts', 'apps/verify/src/**/*.ts'], rules: { 'no-console': 'off' } },

  {
    files: ['libs/*/src/**/*.{ts,tsx}'],
    ignores: [...SPECS, ...edges, '**/index.ts', `libs/${TEST_ROOM}/**`],
    rules: {
      'no-restricted-syntax': ['error', ...NEVER, ...PURE_READS_NOTHING],
      'no-restricted-globals': ['error', ...PURE_HAS_NO_GLOBALS],
    },
  },

  {
    files: ['libs/*/src/**/*.{ts,tsx}', 'apps/**/*.{ts,tsx}'],
    ignores: [...SPECS, 'libs/platform/**', `libs/${TEST_ROOM}/**`, ...SEALED_PARTS_OPENED_BY],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tracedesk/platform',
              importNames: ['ProtectedParts'],
              message: 'Sealed parts are opened by their repositories: see scripts/boundaries/directions.js.',
            },
          ],
          patterns: [RELATIVE_IMPORTS],
        },
      ],
    },
  },

  {
    files: [...SPECS, 'test/**/*.{ts,tsx}', `libs/${TEST_ROOM}/**/*.ts`],
    rules: {
      'no-restricted-syntax': ['error', ...NEVER, ...NO_SKIPPED_TESTS],
      '@typescript-eslint/unbound-method': 'off',
      // What `beforeAll` sets is closed by `afterAll` even where the set-up failed.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },

  // Tools read their configuration, and Jest its set-up, from a default export.
  {
    files: ['*.config.js', 'scripts/mutants/*.config.js', '.dependency-cruiser.js', 'scripts/jest-database-*.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
