const WORDS = [
  'serial(?:\\s*(?:no|nr|num|number|numbers))?',
  'ser(?:\\s*(?:no|nr|num|number))?',
  'num(?:ber)?',
  'num[eé]ro(?:\\s+de\\s+s[eé]rie)?',
  'n[úu]mero(?:\\s+de\\s+s[eé]rie)?',
  'matric(?:ule|ola)',
  'serien?-?\\s*(?:nr|nummer)',
  'seri\\s+no',
  '(?:серийный|заводской)(?:\\s+номер)?',
  'номер',
  '(?:ال)?رقم(?:\\s+(?:ال)?(?:تسلسلي|قطعة))?',
  '(?:شماره(?:[ىی])?(?:\\s+(?:سریال|سلاح|اسلحه))?|سریال)',
  '序列号|序号|编号|枪号',
].join('|');

/** Abbreviations that a dot, a colon or a sign makes a label of. */
const SHORT = '(?:n[or]|sn|s\\s*n)';

/**
 * A label that nobody strikes as part of a number: №, N°, S/N, or a word and something between it and the number. Letters alone before the digits,
 * as in SN1234, may belong to the number: what they are is not decided here.
 */
const SURE = new RegExp(
  `^[\\s#"'(]*(?:№|n\\s*[°º](?:\\s*de\\s+s[eé]rie)?|no[°º]|s\\s*[/.]\\s*n(?:[o°º]|r)?|(?:${WORDS})(?=[\\s\\p{P}])|${SHORT}(?=\\s*[.:#]))[\\s.:#=–-]*(?=[\\p{L}\\p{N}?])`,
  'iu',
);

/** The text without a label that announces a number. */
export function withoutLabel(raw: string): string {
  return raw.normalize('NFC').replace(SURE, '');
}

/** Letters that may announce a number, or begin it: before a blank, or before nothing but digits. */
const DOUBTFUL = /^\s*(?:s\s?n|num|n[or]|ser(?:ial)?(?:num|n[or])?)(?:[\s-]+(?=[\p{L}\p{N}?])|(?=\p{Nd}{3}))/iu;

/** The text without letters that may have announced it: what is found by it is likely, and never certain. */
export function withoutDoubtfulLabel(raw: string): string {
  return raw.replace(DOUBTFUL, '');
}
