/** One answer of the desk, read to its end. `body` is the parsed JSON, or null where there is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Credentials {
  readonly state: string;
  readonly name: string;
  readonly password: string;
}

/**
 * A person, or a program, at the public API of a desk: nothing but HTTP, so that what it can do, any client can.
 * Without a token it is a stranger.
 */
export class DeskClient {
  constructor(
    readonly origin: string,
    readonly token: string | null = null,
  ) {}

  /** Signs in and returns a client with that person's session. */
  async signIn(credentials: Credentials): Promise<DeskClient> {
    const answer = await this.call('/session', { method: 'POST', body: credentials });
    if (answer.status !== 201) {
      throw new Error(`${credentials.state} ${credentials.name} cannot sign in: ${problemIn(answer)}.`);
    }
    return new DeskClient(this.origin, fieldsOf(answer.body)['token'] as string);
  }

  /** Calls the API; every HTTP status is an answer, only a desk that does not answer is an error. */
  async call(path: string, { method = 'GET', body, headers = {} }: Call = {}): Promise<Answer> {
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: {
        accept: 'application/json',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }
}

/** The members of a JSON object, none where the value is something else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The items of a list answer. */
export function itemsOf(answer: Answer): readonly Readonly<Record<string, unknown>>[] {
  const items = fieldsOf(answer.body)['items'];
  return Array.isArray(items) ? items.map(fieldsOf) : [];
}

/** What an answer that is not a success says, in one line: status, code, fields. */
export function problemIn(answer: Answer): string {
  const problem = fieldsOf(answer.body);
  const errors = Array.isArray(problem['errors']) ? problem['errors'].map(fieldsOf) : [];
  const fields = errors.map((error) => `${String(error['field'] ?? error['pointer'])} ${String(error['code'])}`);
  return [`HTTP ${answer.status}`, problem['code'], problem['detail'], ...fields].filter(Boolean).join(' · ');
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
