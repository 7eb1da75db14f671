/** The parts of the bench, in the order of the page, each with the heading of its section. */
export const PARTS = {
  starting: 'Starting',
  working: 'Working',
  deadlines: 'Deadlines',
  serials: 'Serial numbers',
  strangers: 'Strangers',
} as const;
export type Part = keyof typeof PARTS;

export interface Measured {
  readonly part: Part;
  readonly table: string;
}

/** The page with the sections of what was measured written anew; each other part keeps its own, with the commit and machine it was measured on. */
export function figuresPage(page: string, measured: readonly Measured[], provenance: string): string {
  const kept = sectionsOf(page);
  const sections = Object.entries(PARTS).flatMap(([part, title]) => {
    const table = measured.find((one) => one.part === part)?.table;
    const text = table === undefined ? kept.get(title) : `${provenance}\n\n${table}`;
    return text === undefined ? [] : [`## ${title}\n\n${text}`];
  });
  return [HEAD, ...sections, METHOD].join('\n\n') + '\n';
}

function sectionsOf(page: string): ReadonlyMap<string, string> {
  const [, ...sections] = `\n${page}`.split(/\n## /);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title.trim(), lines.join('\n').trim()];
    }),
  );
}

const HEAD = `# Figures

Written by \`npm run bench -- --write\`: each part with the commit and the machine on which it was measured last.`;

const METHOD = `## How they are measured

To repeat them: \`npm run bench\` on an idle machine; one part alone by its name, as \`npm run bench -- serials --write\`.

- **Start, cold**: from the command that \`npm start\` executes, in a copy without \`dist\` and without data, to \`/health/ready\`: build, initdb, migrations, demonstration. **Warm**: the same again.
- **Memory at rest**: the proportional set sizes of the desk's process and of everything it started, seconds after it is ready.
- **Submit**: complete drafts, their check read, submitted by eight clients that keep their connections, in turns with the baseline. The **baseline** is
  plain pg in its own process: the statements that one submission really sent (with those that look up the session), recorded from the desk, sent again unprepared for
  other drafts over a pool of the same size, with new ids and the same bytes. That each of its acts left a request and an entry is checked.
- **List, read**: median over HTTP of one client, beside plain pg sending the same statements one by one.
- **Serial number**: numbers generated from a seed, each misread once, looked for by their keys: no machine changes these figures. Two registers: letters and digits as of one
  maker, and eight digits filled up with zeros. Precision counts what is found in the weakest class as well.
- **A stranger’s body**: while one connection without an account sends the largest body of a kind again and again, another asks for the least answer there is
  every 5 ms. The figure is its longest wait, less the longest when nobody sends.
- **First page**: everything a browser without cache fetches (the redirect, the document, style sheets, scripts, icons), bytes as sent, without headers.
- **Lateness**: deadlines that fall due every 20 ms, their wake-ups given to the outbox as a move gives them, a whole worker in this process. Another connection
  looks every 10 ms which misses are committed and entered; the figure is its business time less the due time, so it is never too small.
- **Drain**: one sweep of deadlines due at the same instant, until the last is committed with its flag, its audit entry and two notice jobs. In turns with
  **plain BullMQ** on a Redis of its own: as many jobs that do nothing, added before the clock starts, one worker, sixteen at a time.
- **One million pending**: one every three seconds from five minutes ahead, so that a reconciliation adds the most wake-ups it ever adds. The sweep that finds nothing is the
  median of 200; the reconciliation alone is timed, from the query to the last wake-up added.

The deadlines' part alone is \`npm run bench -- deadlines\`, on an own PostgreSQL that waits for its disk. It fails unless there are exactly as many misses and entries as
deadlines, and twice as many notices.

The ratios carry over to other machines, the absolute figures do not.`;
