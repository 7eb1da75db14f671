import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A static file of the pages. Its path names its content, so browsers may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Compressed once, at start. */
  readonly gzip: Buffer;
}

const TYPES = {
  'desk.css': 'text/css; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'mark.svg': 'image/svg+xml',
} as const;
type AssetName = keyof typeof TYPES;

export const ASSET_FOLDER = '/assets/';
const HASH_LENGTH = 12;

/** Every static file, by name. */
export const ASSETS: Readonly<Record<AssetName, Asset>> = {
  'desk.css': assetNamed('desk.css'),
  'desk.js': assetNamed('desk.js'),
  'mark.svg': assetNamed('mark.svg'),
};

/** The asset at a path such as `/assets/desk.3f2a….css`. */
export function assetAt(path: string): Asset | undefined {
  return Object.values(ASSETS).find((asset) => asset.path === path);
}

function assetNamed(name: AssetName): Asset {
  const bytes = readFileSync(new URL(name, import.meta.url));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  const [stem, ending] = name.split('.');
  return { path: `${ASSET_FOLDER}${stem}.${hash}.${ending}`, type: TYPES[name], bytes, gzip: gzipSync(bytes, { level: 9 }) };
}
