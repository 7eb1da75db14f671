/** The headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly host?: string | undefined;
}

export type Origin = 'own' | 'foreign' | 'unsaid';

/** Whether a request comes from one of the desk's own pages. `unsaid`: no browser of these years, or an API client. */
export function originOf(headers: OriginHeaders, publicOrigin: string): Origin {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
  if (headers.origin !== undefined) return isOwn(headers.origin, headers.host, publicOrigin) ? 'own' : 'foreign';
  return site === 'same-origin' ? 'own' : 'unsaid';
}

function isOwn(origin: string, host: string | undefined, publicOrigin: string): boolean {
  if (origin === publicOrigin.replace(/\/$/, '')) return true;
  const url = URL.canParse(origin) ? new URL(origin) : null;
  // The desk may be reached under two names (localhost, 127.0.0.1); cookies are per name, so agreement with Host is enough.
  return url !== null && host !== undefined && url.host === host.toLowerCase() && url.protocol === new URL(publicOrigin).protocol;
}
