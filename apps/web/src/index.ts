// The pages, and the words of problems for whoever answers without pages.
export { CatalogueProblemTexts } from './catalogue-problem-texts.adapter.js';
export { WebModule } from './web.module.js';
