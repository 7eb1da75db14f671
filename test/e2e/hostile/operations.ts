import { openApiDocument } from '@tracedesk/app-api';

/** A JSON Schema as the API document writes it; only what the probes look at. */
export interface Schema {
  readonly $ref?: string;
  /** Beside a description a reference stands alone in such a list. */
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly example?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
  readonly parameters: readonly Parameter[];
  /** The DTO of its body, resolved; undefined where it takes none. */
  readonly body: Schema | undefined;
}

type Document = Awaited<ReturnType<typeof openApiDocument>>;

/** Every operation the document names: a new route is probed without anybody thinking of it. */
export async function operationsOfDocument(): Promise<readonly Operation[]> {
  const document = await openApiDocument();
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]) => ({
      id: described.operationId,
      method: method.toUpperCase(),
      path,
      isPublic: described.security?.length === 0,
      parameters: described.parameters ?? [],
      body: bodyOf(described, document),
    })),
  );
}

interface Described {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

function bodyOf({ requestBody }: Described, document: Document): Schema | undefined {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && resolved(schema, document);
}

/** The schema with everything it refers to in its place. */
function resolved(schema: Schema, document: Document): Schema {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = document.components?.schemas?.[name];
    if (!target) throw new Error(`The document refers to ${schema.$ref}, which it does not have.`);
    return resolved(target, document);
  }
  if (schema.allOf) return schema.allOf.reduce<Schema>((whole, one) => ({ ...whole, ...resolved(one, document) }), schema);
  return {
    ...schema,
    ...(schema.items && { items: resolved(schema.items, document) }),
    ...(schema.properties && {
      properties: Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, resolved(one, document)])),
    }),
  };
}
