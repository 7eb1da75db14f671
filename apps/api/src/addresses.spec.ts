import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from './index.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
}

/** Names that the desk gave, taken back as they are. */
const GIVEN_BY_THE_DESK = ['cursor', 'reference'];

describe('an address of the interface', () => {
  it('takes no free words: what was read on a weapon would stand in the logs of every proxy', async () => {
    const { paths } = await openApiDocument();
    const taken = Object.entries(paths).flatMap(([path, operations]) =>
      Object.values(operations as Record<string, { readonly parameters?: readonly Parameter[] }>).flatMap(({ parameters = [] }) =>
        parameters
          .filter((parameter) => parameter.in === 'query')
          .map(({ name, schema = {} }) => ({ where: `${path} ${name}`, name, schema })),
      ),
    );
    expect(taken.length).toBeGreaterThan(10);
    expect(
      taken.filter(({ name, schema }) => isFree(schema) && !GIVEN_BY_THE_DESK.includes(name)).map(({ where }) => where),
    ).toEqual([]);
  });
});

function isFree({ type, enum: listed, pattern, format, items }: Schema): boolean {
  if (items) return isFree(items);
  return (
    type !== 'integer' && type !== 'number' && type !== 'boolean' && !listed && pattern === undefined && format === undefined
  );
}
