import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  demonstrationPasswordIn,
  DeskProcess,
  ending,
  fieldsOf,
  heading,
  playScenario,
  readScenario,
  ScenarioFileError,
  stepLines,
  type Scenario,
  type Target,
} from '@tracedesk/testing';

const USAGE = `Plays scenarios through the public API.

  npm run scenario -- FILE... [--against URL] [--password-file FILE] [--private]

  --against URL         play at this demonstration
  --password-file FILE  where the demonstration's password is (default: DATA_DIR/demonstration.json)
  --private             start a demonstration for this run, in a temporary folder, and remove it afterwards

Without --against, a demonstration that answers on 127.0.0.1:PORT (3000) is used; if none does, a private one is started.
Exit code: 0 all passed, 1 something was not as told, 2 a file cannot be played or no desk can be reached.
`;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
});

async function main(args: string[]): Promise<0 | 1 | 2> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      against: { type: 'string' },
      'password-file': { type: 'string' },
      private: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true || positionals.length === 0) {
    (values.help === true ? process.stdout : process.stderr).write(USAGE);
    return values.help === true ? 0 : 2;
  }
  const scenarios = await readAll(positionals);
  if (!scenarios) return 2;
  const desk = await deskFor(values.against, values['password-file'], values.private === true);
  const stopped = (): void => void desk.stop().finally(() => process.exit(130));
  process.once('SIGINT', stopped);
  process.once('SIGTERM', stopped);
  try {
    return await playAll(scenarios, desk.target);
  } finally {
    await desk.stop();
  }
}

/** Every file is read before the first is played: a fault in the last one costs nobody a wait. */
async function readAll(files: readonly string[]): Promise<Scenario[] | null> {
  const scenarios: Scenario[] = [];
  let faulty = false;
  for (const file of files) {
    try {
      scenarios.push(readScenario(await readFile(file, 'utf8'), file));
    } catch (error) {
      if (!(error instanceof ScenarioFileError) && !isFileError(error)) throw error;
      faulty = true;
      process.stderr.write(`${error.message}\n`);
    }
  }
  return faulty ? null : scenarios;
}

async function playAll(scenarios: readonly Scenario[], target: Target): Promise<0 | 1> {
  const failed: string[] = [];
  for (const scenario of scenarios) {
    process.stdout.write(`${heading(scenario, target.origin)}\n`);
    let number = 0;
    const played = await playScenario(scenario, target, (step) => process.stdout.write(`${stepLines(step, ++number)}\n`));
    process.stdout.write(`${ending(played)}\n`);
    if (!played.passed) failed.push(`${scenario.id} (${basename(scenario.file)})`);
  }
  if (scenarios.length > 1) {
    process.stdout.write(
      `${scenarios.length - failed.length} of ${scenarios.length} scenarios passed${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}.\n`,
    );
  }
  return failed.length === 0 ? 0 : 1;
}

interface DeskInUse {
  readonly target: Target;
  stop(): Promise<unknown>;
}

async function deskFor(against: string | undefined, passwordFile: string | undefined, ownDesk: boolean): Promise<DeskInUse> {
  const origin = against?.replace(/\/$/, '') ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;
  const file = passwordFile ?? join(resolve(process.env['DATA_DIR'] ?? '.data'), 'demonstration.json');
  if (against !== undefined || (!ownDesk && existsSync(file) && (await isDesk(origin)))) {
    return { target: { origin, password: await passwordIn(file) }, stop: () => Promise.resolve() };
  }
  process.stdout.write(`${ownDesk ? '' : `No demonstration answers at ${origin}. `}Starting one for this run.\n\n`);
  const desk = await DeskProcess.start();
  return { target: { origin: desk.origin, password: await desk.demonstrationPassword() }, stop: () => desk.stop() };
}

/** Whether a desk answers there. That it is a demonstration shows in its password file, and in its clock once it is moved. */
async function isDesk(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  const health = fieldsOf(await answer?.json().catch(() => null));
  return 'live' in health && 'ready' in health;
}

async function passwordIn(file: string): Promise<string> {
  return demonstrationPasswordIn(file).catch(() => {
    throw new Error(`The demonstration's password is not in ${file}. Set DATA_DIR to its data folder, or give --password-file.`);
  });
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error;
}
