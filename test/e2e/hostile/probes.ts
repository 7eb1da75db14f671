import type { Schema } from './operations.js';

/** A body that is wrong in one place, and the field that has to be named for it. */
export interface Probe {
  readonly says: string;
  readonly field: string;
  readonly body: unknown;
}

const UUID = '0199a7a0-0000-7000-8000-000000000001';

/** A body that the schema allows, with everything in it. */
export function validBody(schema: Schema): unknown {
  if (schema.properties) {
    const names = Object.keys(schema.properties).filter((name) => name !== 'unknownBecause');
    return Object.fromEntries(names.map((name) => [name, validBody(schema.properties?.[name] as Schema)]));
  }
  if (schema.items) return [validBody(schema.items)];
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'uuid') return UUID;
  if (schema.format === 'date') return '2020-01-31';
  if (schema.pattern?.includes('[A-Z]')) return 'QM';
  if (typeIs(schema, 'integer')) return schema.minimum ?? 1;
  if (typeIs(schema, 'boolean')) return true;
  return 'words';
}

/** Every body that is wrong in one place: each field of each object, whatever stands where something else should. */
export function probesOf(schema: Schema): readonly Probe[] {
  const base = validBody(schema);
  return placesIn(schema, []).flatMap(({ path, schema: place, required }) => {
    const field = path.join('.');
    const put = (says: string, value: unknown, at = path): Probe => ({
      says: `${field}: ${says}`,
      field: at.join('.'),
      body: changed(base, at, value),
    });
    return [
      ...wrongValues(place).map(([says, value]) => put(says, value)),
      ...(required ? [put('nothing', undefined)] : []),
      ...(place.properties ? [put('an unknown field', 1, [...path, 'unheardOf'])] : []),
    ];
  });
}

/** Bodies that may or may not be right: an object with nothing in it, an object that is not there. */
export function thinBodiesOf(schema: Schema): readonly { readonly says: string; readonly body: unknown }[] {
  const base = validBody(schema);
  return placesIn(schema, [])
    .filter(({ schema: place }) => place.properties)
    .flatMap(({ path }) => [
      { says: `${path.join('.')} is {}`, body: changed(base, path, {}) },
      { says: `${path.join('.')} is not there`, body: changed(base, path, undefined) },
    ]);
}

/** Values of a query parameter, a header or a path that no schema of this kind allows. */
export function wrongTexts(schema: Schema): readonly string[] {
  return wrongValues(schema).flatMap(([, value]) =>
    typeof value === 'string' || (typeof value === 'number' && !isFreeText(schema)) ? [String(value)] : [],
  );
}

/** In an address a number is as good a text as any other. */
function isFreeText({ enum: words, format, pattern, ...schema }: Schema): boolean {
  return typeIs(schema, 'string') && words === undefined && format === undefined && pattern === undefined;
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
  readonly required: boolean;
}

function placesIn(schema: Schema, path: Place['path']): readonly Place[] {
  if (schema.items?.properties) return placesIn(schema.items, [...path, 0]);
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const place = { path: [...path, name], schema: property, required: schema.required?.includes(name) ?? false };
    return [place, ...placesIn(property, place.path)];
  });
}

function wrongValues(schema: Schema): readonly (readonly [string, unknown])[] {
  const nothing = typeIs(schema, 'null') ? [] : ([['null', null]] as const);
  if (schema.properties) return [...nothing, ['a list', []], ['text', 'text'], ['a number', 7]];
  if (schema.items) {
    const one = validBody(schema.items);
    return [
      ...nothing,
      ['an object', {}],
      ['text', 'text'],
      ['a list of lists', [[]]],
      ['a list of null', [null]],
      ['too many', Array((schema.maxItems ?? 0) + 1).fill(one)],
    ];
  }
  if (typeIs(schema, 'boolean')) return [...nothing, ['text', 'perhaps'], ['a number', 1], ['an object', {}]];
  if (typeIs(schema, 'integer')) {
    const beyond = [(schema.minimum ?? 0) - 1, (schema.maximum ?? 0) + 1, 1.5, 1e308];
    return [...nothing, ['text', 'many'], ['a list', [1]], ...beyond.map((value) => ['beyond its limits', value] as const)];
  }
  return [
    ...nothing,
    ['a number', 7],
    ['a list', ['a']],
    ['an object', { a: 1 }],
    ['blank', ' '],
    ['control characters', 'a\u0007b'],
    ...wrongWords(schema),
  ];
}

function wrongWords({ enum: words, format, pattern, maxLength }: Schema): readonly (readonly [string, unknown])[] {
  if (words) return [['a word that is none of them', 'unheard_of']];
  if (format === 'uuid')
    return [
      ['no id', 'x'],
      ['an id in capitals', UUID.toUpperCase().replace('0199', 'ABCD')],
      ['a path', '../../etc/passwd'],
      ['SQL', "' or 1=1 --"],
    ];
  if (format === 'date')
    return [
      ['no date', 'tomorrow'],
      ['a day there never was', '2023-02-29'],
      ['a day with a time', '2023-02-28T00:00:00Z'],
    ];
  if (format === 'date-time')
    return [
      ['no instant', 'yesterday'],
      ['an instant without an offset', '2026-01-01T00:00:00'],
      ['a day there never was', '2026-13-45T99:99:99Z'],
    ];
  if (pattern?.includes('[A-Z]'))
    return [
      ['small letters', 'qm'],
      ['too many letters', 'QMQMQ'],
      ['letters of another alphabet', 'ＱＭ'],
    ];
  return maxLength === undefined ? [] : [['too long', 'x'.repeat(maxLength + 1)]];
}

function typeIs(schema: Schema, type: string): boolean {
  return Array.isArray(schema.type) ? schema.type.includes(type) : schema.type === type;
}

function changed(base: unknown, path: Place['path'], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(base)) return base.map((item: unknown, index) => (index === name ? changed(item, rest, value) : item));
  const object = base as Record<string, unknown>;
  return { ...object, [name]: changed(object[name] ?? {}, rest, value) };
}
