/** Make and model as they are compared: capitals, digits and letters only; `null` where one is not known. */
export interface ModelName {
  readonly make: string | null;
  readonly model: string | null;
}

/**
 * The same for every way of writing it: "Glock" and "17" as "GLOCK" and "Glock-17". Alphabets are kept apart: which letters were meant is for a
 * person to say. A name of signs alone, such as a dash, names nothing.
 */
export function modelNameOf({ make, model }: { readonly make?: string; readonly model?: string }): ModelName {
  const [foldedMake, foldedModel] = [foldName(make ?? ''), foldName(model ?? '')];
  const repeated = foldedMake !== '' && foldedModel.length > foldedMake.length && foldedModel.startsWith(foldedMake);
  return { make: foldedMake || null, model: (repeated ? foldedModel.slice(foldedMake.length) : foldedModel) || null };
}

/** A name without what people write differently: case, signs and blanks, forms of the same letter. */
export function foldName(name: string): string {
  return withoutAccents(name)
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Latin letters that are not made of another and a mark, as they are written where they are not at hand. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  ı: 'i',
  ß: 'ss',
  Þ: 'TH',
  þ: 'th',
};

/** Česká as it is written without its accents, Ceska. Accents of Latin letters alone: in other alphabets, and scripts, marks make another letter. */
export function withoutAccents(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFKC')
    .replaceAll(/\p{Script=Latin}/gu, (letter) => LATIN_LETTERS[letter] ?? letter);
}
