import { Sealed, type Denial } from '@tracedesk/kernel';
import type { Command } from './commands.js';
import { no } from './errors.js';
import { typedTextsOf, textsIn } from './follow-ups/typed-texts.js';
import { ONWARD_RULES, type OnwardRule } from './onward.js';
import { restrictedHits, type GuardedWords, type TypedText } from './restricted-words.js';
import type { ResponseItem } from './response-item.js';
import type { ResponseContent } from './response.js';
import type { TracingRequest } from './tracing-request.js';

/** What the acting State was told of a weapon and may not tell the other State of a request, by whom it was told and under which rule (ITI 15). */
export interface KeptBackWords {
  readonly guarded: Sealed<readonly KeptBackInformation[]>;
}

export interface KeptBackInformation extends GuardedWords {
  readonly rule: OnwardRule;
  /** Whoever acts may not read it: it is designated to authorities that they do not belong to (15(a)), or of a request that is not open to them. They are not told where a word that they guessed stands. */
  readonly isUnread?: boolean;
}

export const NOTHING_KEPT_BACK: KeptBackWords = { guarded: Sealed.of([]) };

export function keepsAnythingBack({ guarded }: KeptBackWords): boolean {
  return guarded.reveal().length > 0;
}

/**
 * The denial names the field and the item whose giver restricts it, never the value: whoever typed it need not be entitled to it. Of what they may
 * not read it names no item either.
 */
export function keptBackDenial(texts: readonly TypedText[], { guarded }: KeptBackWords): Denial | null {
  return denialFor(texts, guarded.reveal());
}

/**
 * The same of a draft that is written down. What whoever writes may not read is left out: a draft can be amended without end, and each denial would
 * answer a guess at it. It is held against what is sent, where a wrong guess is told to another State.
 */
export function draftedWordsDenial(texts: readonly TypedText[], { guarded }: KeptBackWords): Denial | null {
  return denialFor(
    texts,
    guarded.reveal().filter(({ isUnread }) => !isUnread),
  );
}

function denialFor(texts: readonly TypedText[], words: readonly KeptBackInformation[]): Denial | null {
  // What they may read is named first: the same word may stand in both.
  for (const one of [...words.filter(({ isUnread }) => !isUnread), ...words.filter(({ isUnread }) => isUnread)]) {
    const [hit] = restrictedHits(texts, [one]);
    if (hit)
      return no('RESTRICTED_WORDS', hit.field, ONWARD_RULES[one.rule].paragraph, { item: one.isUnread ? UNREAD : hit.name });
  }
  return null;
}

/** In place of an item's name, where whoever acts may not read it. */
export const UNREAD = 'unread';

/** Every text of a draft that the State asked will see once it is submitted. */
export function textsOfDraft({ question, requestingReference }: TracingRequest): readonly TypedText[] {
  const reference = requestingReference === null ? [] : [{ field: 'ownReference', text: requestingReference }];
  return [...reference, ...(question ? typedTextsOf(question.reveal()).map(asSent) : [])];
}

/** As the field is called where it is sent: see `asSent` of the question. */
function asSent({ field, text }: TypedText): TypedText {
  return { field: field.replace('question.intendedUse.value.', 'question.intendedUse.'), text };
}

/**
 * Every text that a move tells the other State, whichever members its command has: a command that gains a text needs no line here.
 * A draft tells all of itself when it is submitted, and nothing when it is discarded.
 */
export function textsOfMove(request: TracingRequest, command: Command): readonly TypedText[] {
  switch (command.action) {
    case 'submit':
      return textsOfDraft(request);
    case 'discard':
      return [];
    case 'respond':
      return textsIn(toldIn(command.response.content));
    case 'clarify':
    case 'supplement': {
      const { action: _, content, ...words } = command;
      return textsIn({ ...words, ...(content && toldIn(content)) });
    }
    default: {
      const { action: _, ...words } = command;
      return textsIn(words);
    }
  }
}

function toldIn(content: Sealed<ResponseContent>): object {
  const { items, ...told } = content.reveal();
  return { ...told, items: items.map(besidesOwnRecord) };
}

/** What an item takes from a record that it names is the answering State's own knowledge, whoever else told it the same. */
function besidesOwnRecord({ record, parties, endUserDocument, ...item }: ResponseItem): object {
  return record ? item : { ...item, parties, endUserDocument };
}
