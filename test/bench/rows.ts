/** One line of the bench: a figure, what it should reach, and what it was measured beside. */
export interface Row {
  readonly name: string;
  readonly figure: string;
  readonly goal: string;
  /** What it was measured beside, in the same run on the same machine; empty where the figure stands alone. */
  readonly beside: string;
  readonly ratio: string;
  /** `null`: the figure informs, no goal is set. */
  readonly reached: boolean | null;
}

export interface BenchOptions {
  /** Few calls, for a machine that also does other things: shows that it works, judges sizes only. */
  readonly short: boolean;
}

export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
export const times = (share: number): string => `${share.toFixed(1)} times`;
export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`;
export const perSecond = (value: number): string => `${value.toFixed(0)} /s`;
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The rows as a table of Markdown, readable on a terminal too. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'figure', 'goal', 'measured beside', 'ratio', ''];
  const lines = rows.map(({ name, figure, goal, beside, ratio, reached }) => [
    name,
    figure,
    goal,
    beside,
    ratio,
    reached === null ? '' : reached ? 'reached' : 'NOT REACHED',
  ]);
  const widths = head.map((_, column) => Math.max(3, ...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [row(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(row)].join('\n');
}
