import { gunzipSync } from 'node:zlib';
import { Clients, type Got } from './load.js';

export interface PageWeight {
  readonly requests: number;
  /** As sent: headers are not counted, compression is. */
  readonly bytes: number;
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

/** What a browser without cache fetches to show a page: the redirects, the document, and what it links from this desk. */
export async function weightOf(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<PageWeight> {
  const clients = new Clients(origin, 1);
  const parts: { path: string; bytes: number }[] = [];
  const get = async (what: string): Promise<Got> => {
    const got = await clients.send({ path: what, headers: { accept: 'text/html,*/*', 'accept-encoding': 'gzip', ...headers } });
    parts.push({ path: what, bytes: got.body.length });
    return got;
  };
  try {
    let page = await get(path);
    for (let turns = 0; turns < 5 && page.status >= 300 && page.status < 400; turns += 1)
      page = await get(page.headers.location ?? '/');
    if (page.status !== 200) throw new Error(`${path} answers ${page.status}`);
    const linked = new Set(assetsIn(textOf(page)));
    for (const asset of linked) {
      const got = await get(asset);
      if (asset.endsWith('.css')) for (const [, url = ''] of textOf(got).matchAll(/url\(["']?(\/[^"')]+)/g)) linked.add(url);
    }
    return { requests: parts.length, bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), parts };
  } finally {
    clients.close();
  }
}

function assetsIn(html: string): string[] {
  const tags = [...html.matchAll(/<(?:link|script|img|source|use)\b[^>]*>/g)].map(([tag]) => tag);
  const fetched = tags.filter(
    (tag) => !/^<link\b/.test(tag) || /rel="(?:stylesheet|icon|manifest|preload|modulepreload)"/.test(tag),
  );
  return fetched.flatMap((tag) => [...(/\b(?:href|src)="(\/[^"#]*)/.exec(tag) ?? [])].slice(1));
}

function textOf({ body, headers }: Got): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}
