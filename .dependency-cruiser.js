import { RULES } from './scripts/boundaries/rules.js';

export default {
  forbidden: RULES,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|docs)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a room that needs another's types depends on it.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
