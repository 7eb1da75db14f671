import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** The hidden field in which a form sends along what its fields are called. */
const FIELD = '_labels';
/** Longer lists, of States for instance, are left to their codes: the page would carry them twice. */
const MOST_CHOICES = 25;

/**
 * What the fields of one form are called, in the words and the language their reader saw. Each field tells its label while the page is made, so
 * none can be forgotten; the form sends them along, and words that could not be taken are shown again under them.
 */
type Labels = Map<string, string>;

/** Where the fields of a form tell their labels; `null` outside a form of the desk. */
export const TellingLabels = createContext<Labels | null>(null);

interface Named {
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Called by every field that is shown. */
export function useLabel({ name, label, choices = [] }: Named): void {
  const labels = useContext(TellingLabels);
  if (!labels) return;
  labels.set(name, label);
  if (choices.length > MOST_CHOICES) return;
  for (const choice of choices) labels.set(choiceKey(name, choice.value), choice.label);
}

/** The last part of a form, when all fields have told their labels. */
export function ToldLabels(): VNode {
  const labels = useContext(TellingLabels) ?? new Map<string, string>();
  return <input type="hidden" name={FIELD} value={JSON.stringify(Object.fromEntries(labels))} />;
}

/** The label of a field of a form that was sent, and of what was chosen there; the name and the text where the form did not tell. */
export function labelsIn(body: Readonly<Record<string, string | readonly string[]>>): {
  readonly knows: (name: string) => boolean;
  readonly of: (name: string) => string;
  readonly chosen: (name: string, value: string) => string;
} {
  const labels = parsed(body[FIELD]);
  const find = (key: string): string | undefined => {
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return typeof label === 'string' && label.trim() !== '' ? label : undefined;
  };
  return {
    knows: (name) => find(name) !== undefined,
    of: (name) => find(name) ?? name,
    chosen: (name, value) => find(choiceKey(name, value)) ?? value,
  };
}

/** Rows of one list offer the same choices, which are told once. */
function choiceKey(name: string, value: string): string {
  return `${name.replaceAll(/\.\d+(?=\.|$)/g, '.#')}=${value}`;
}

/** What was sent may be anything: what is no object of labels tells none. */
function parsed(sent: unknown): Readonly<Record<string, unknown>> {
  if (typeof sent !== 'string') return {};
  try {
    const read: unknown = JSON.parse(sent);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
