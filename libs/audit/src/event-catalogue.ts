import type { EntryClass, NewEntry } from './entry.js';

/** One kind of act that may be entered in the log. Each room lists its own; an act outside the lists is refused. */
export interface AuditEventDefinition {
  readonly action: string;
  readonly class: EntryClass;
  /** The kind of object it is about; `any` where the act may concern every kind (a denial). */
  readonly object: string;
  /** Names of the open facts it may carry. */
  readonly facts: readonly string[];
  /** Names of the protected parts it may carry. */
  readonly restricted?: readonly string[];
  /** Whether it must say why (LED art. 25: consultation and disclosure). */
  readonly justified?: boolean;
  /** One sentence for the generated catalogue. */
  readonly says: string;
}

const ACTION = /^[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*$/;

/** All events of all rooms. Made once at start; two rooms with the same action, or a misspelt one, stop the start. */
export class EventCatalogue {
  readonly #events: ReadonlyMap<string, AuditEventDefinition>;

  constructor(definitions: readonly AuditEventDefinition[]) {
    const events = new Map<string, AuditEventDefinition>();
    for (const event of definitions) {
      if (!ACTION.test(event.action)) throw new TypeError(`The audit event ${event.action} is not named noun.verbed.`);
      if (events.has(event.action)) throw new TypeError(`The audit event ${event.action} is registered twice.`);
      events.set(event.action, event);
    }
    this.#events = events;
  }

  /** What is wrong with the entry, in words for the developer who wrote it, or null. */
  objectionTo(entry: NewEntry): string | null {
    const event = this.#events.get(entry.action);
    if (!event) return `The action ${entry.action} is in no room's catalogue of audit events.`;
    if (event.class !== entry.class) return `${entry.action} is of class ${event.class}, not ${entry.class}.`;
    if (event.object !== 'any' && event.object !== entry.object.kind) {
      return `${entry.action} is about a ${event.object}, not a ${entry.object.kind}.`;
    }
    const fact = Object.keys(entry.facts ?? {}).find((name) => !event.facts.includes(name));
    if (fact !== undefined) return `${entry.action} has no fact called ${fact}.`;
    const part = Object.keys(entry.restricted ?? {}).find((name) => !event.restricted?.includes(name));
    if (part !== undefined) return `${entry.action} has no restricted part called ${part}.`;
    if (event.justified && !entry.justification) return `${entry.action} must say why.`;
    return null;
  }

  /** The catalogue as docs/generated/audit-events.md: one row per event, in the order of the alphabet. */
  toMarkdown(): string {
    const rows = [...this.#events.values()]
      .sort((a, b) => (a.action < b.action ? -1 : 1))
      .map((event) =>
        [code(event.action), event.class, event.object, event.facts.map(code).join(' '), partsOf(event), event.says].join(' | '),
      );
    return [
      '# Audit events',
      '',
      'Every act the log may hold. Written from the catalogues of the rooms; the log refuses an act that is not here.',
      'Facts are open to both parties of a request; protected parts are sealed, and each is committed to by itself.',
      '',
      '| action | class | object | open facts | protected parts | says |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
      '',
    ].join('\n');
  }
}

function partsOf(event: AuditEventDefinition): string {
  const names = [...(event.justified ? ['justification'] : []), ...(event.restricted ?? [])];
  return names.map(code).join(' ');
}

function code(text: string): string {
  return `\`${text}\``;
}
