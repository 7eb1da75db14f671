import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['zoneinfo64', 'timezoneTypes', 'metaZones', 'windowsZones'];

/** Kathmandu as it is: local mean time, then +05:30, then +05:45. */
const KATHMANDU = [20476, 0, 19800, 0, 20700, 0];

/** ICU's four files as this Node holds them within itself; no package carries them. Throws loudly where a Node was built without ICU data. */
export function zoneFilesOfNode(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of bundlesInNode()) writeFileSync(join(folder, `${name}.res`), bytes);
}

/** The same as a release of 2031 might be, in which Kathmandu has been at +07:00 since it last changed its clocks. */
export function zoneFilesOf2031(folder: string): void {
  zoneFilesOfNode(folder);
  const file = join(folder, 'zoneinfo64.res');
  const bytes = readFileSync(file);
  overwrite(bytes, Buffer.from(process.versions.tz ?? '', 'utf16le'), Buffer.from('2031a', 'utf16le'));
  overwrite(bytes, int32s(KATHMANDU), int32s([...KATHMANDU.slice(0, 4), 25200, 0]));
  writeFileSync(file, bytes);
}

function overwrite(bytes: Buffer, found: Buffer, by: Buffer): void {
  const at = bytes.indexOf(found);
  if (at === -1 || found.length !== by.length)
    throw new Error('The zone data of this Node are not as the spec knows them: mend zone-files.ts.');
  by.copy(bytes, at);
}

function int32s(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeInt32LE(number, index * 4));
  return bytes;
}

/** ICU's data lie in the program as one package: a header with the mark CmnD, a table of names and offsets, the entries. */
function bundlesInNode(): ReadonlyMap<string, Buffer> {
  const program = readFileSync(process.execPath);
  for (let mark = program.indexOf('CmnD'); mark !== -1; mark = program.indexOf('CmnD', mark + 1)) {
    const header = mark - 12;
    if (program.readUInt16LE(header + 2) !== 0x27da) continue;
    const found = entriesOf(program, header + program.readUInt16LE(header));
    if (NAMES.every((name) => found.has(name))) return found;
  }
  throw new Error(
    'This Node holds no ICU data of its own (built with system-icu?): the zone data cannot be tried. Use an official build.',
  );
}

function entriesOf(program: Buffer, table: number): ReadonlyMap<string, Buffer> {
  const count = program.readUInt32LE(table);
  const found = new Map<string, Buffer>();
  for (let index = 0; index < count - 1 && count < 100_000; index += 1) {
    const [name, data, next] = [4 + 8 * index, 8 + 8 * index, 16 + 8 * index].map(
      (at) => table + program.readUInt32LE(table + at),
    ) as [number, number, number];
    const text = program.toString('latin1', name, program.indexOf(0, name));
    const wanted = NAMES.find((one) => text.endsWith(`/${one}.res`));
    if (wanted !== undefined) found.set(wanted, program.subarray(data, next));
  }
  return found;
}
