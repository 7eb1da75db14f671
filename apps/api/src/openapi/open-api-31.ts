import type { OpenAPIObject } from '@nestjs/swagger';

type Node = Readonly<Record<string, unknown>>;

/** Says in the words of OpenAPI 3.1 (JSON Schema) what the generator says in those of 3.0, and that unknown fields of input are refused. */
export function asOpenApi31(document: OpenAPIObject): OpenAPIObject {
  const rewritten = rewrite(document) as OpenAPIObject;
  for (const [name, schema] of Object.entries(rewritten.components?.schemas ?? {})) {
    if (name.endsWith('Dto')) Object.assign(schema, { additionalProperties: false });
  }
  return rewritten;
}

function rewrite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewrite);
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rewrite(member)]));
  return node['nullable'] === true ? withNull(node) : node;
}

/** `nullable` is no word of JSON Schema: null becomes a type, a member of the list, or an alternative. */
function withNull({ nullable: _, ...schema }: Node): Node {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const list = Array.isArray(schema['enum']) ? { enum: [...(schema['enum'] as unknown[]), null] } : {};
  return { ...schema, ...list, type: [schema['type'], 'null'] };
}
