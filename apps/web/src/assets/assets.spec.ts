import { describe, expect, it } from '@jest/globals';
import { ASSETS, assetAt } from './assets.js';

const KB = 1024;
const css = ASSETS['desk.css'].bytes.toString();
const js = ASSETS['desk.js'].bytes.toString();

describe('the style sheet', () => {
  it('stays within 15 KB', () => {
    expect(ASSETS['desk.css'].bytes.length).toBeLessThanOrEqual(15 * KB);
  });

  it('uses logical properties only, so that it serves scripts of both directions', () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:|:\s*(?:left|right)\b/m;
    const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@media[^{]*/g, '@media');
    expect(rules.match(physical)?.[0]).toBeUndefined();
  });

  it('knows dark screens, high contrast, forced colours and paper', () => {
    for (const medium of ['prefers-color-scheme: dark', 'prefers-contrast: more', 'forced-colors: active', 'print'])
      expect(css).toContain(medium);
  });

  it('loads nothing from anywhere', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/);
  });
});

describe('the script', () => {
  it('stays within 5 KB and keeps nothing in the browser', () => {
    expect(ASSETS['desk.js'].bytes.length).toBeLessThanOrEqual(5 * KB);
    expect(js).not.toMatch(/innerHTML|eval|localStorage|sessionStorage|indexedDB|fetch\(/);
  });
});

describe('an asset', () => {
  it('has a path that changes with its content, and is found by it alone', () => {
    expect(ASSETS['desk.css'].path).toMatch(/^\/assets\/desk\.[0-9a-f]{12}\.css$/);
    expect(assetAt(ASSETS['desk.css'].path)).toBe(ASSETS['desk.css']);
    expect(assetAt('/assets/desk.css')).toBeUndefined();
  });
});
