import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** What a `RangeError` or `TypeError` says is for whoever called wrongly, and no promise: that it is thrown is one, and is asked. */
export const wordsForDevelopers = {
  shouldIgnore(path) {
    const { parent } = path;
    const isWords = path.isStringLiteral() || path.isTemplateLiteral();
    return isWords && parent?.type === 'NewExpression' && FOR_DEVELOPERS.includes(parent.callee.name)
      ? 'the words of an error that only a developer reads'
      : undefined;
  },
};

const FOR_DEVELOPERS = ['Error', 'RangeError', 'TypeError'];

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words-for-developers', wordsForDevelopers)];
