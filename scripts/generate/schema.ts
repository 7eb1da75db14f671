import { prepareDatabase } from '@tracedesk/platform';
import { cloneTemplate } from '@tracedesk/testing/database';
import pg from 'pg';
import { everyMigration, startTestDatabaseServer } from '../../libs/testing/src/test-database-server.js';
import { code, GENERATED, table } from './markdown.js';
import { readSchema, type FunctionFacts, type RoleFacts, type SchemaFacts, type TableFacts } from './schema-facts.js';

/** The database as migrations really make it on a new server: tables, rights, row security, functions and roles, asked of PostgreSQL itself. */
export async function schemaPage(): Promise<string> {
  const stop = await startTestDatabaseServer();
  try {
    return pageOf(await factsOfNewServer());
  } finally {
    await stop();
  }
}

async function factsOfNewServer(): Promise<SchemaFacts> {
  const database = await cloneTemplate({ bare: true });
  const { access } = database;
  await prepareDatabase({ access, kind: 'server', migrations: await everyMigration() });
  const client = new pg.Client({ connectionString: access.administratorUrl });
  await client.connect();
  try {
    return await readSchema(client);
  } finally {
    await client.end();
    await database.drop();
  }
}

function pageOf({ roles, tables, functions }: SchemaFacts): string {
  return `# The database

${GENERATED}

What the migrations of all rooms make on a new server, as PostgreSQL tells it. Everything lies in the schema \`desk\`. A row policy without a role is for every role; a
table that forces row security does so for its owner as well.

## Roles

${table(['role', 'signs in', 'beyond row security', 'member of', 'settings'], roles.map(roleRow))}

## Tables

${tables.map(tableSection).join('\n\n')}

## Functions

${functions.map(functionSection).join('\n\n')}
`;
}

function roleRow(role: RoleFacts): readonly string[] {
  return [
    code(role.name),
    role.signsIn ? 'yes' : 'no',
    role.superuser || role.bypasses ? 'YES' : 'no',
    role.memberOf.map(code).join(' '),
    role.settings.map(code).join(' '),
  ];
}

function tableSection(facts: TableFacts): string {
  const security = facts.forced
    ? 'Row security is forced.'
    : facts.secured
      ? 'Row security holds, the owner excepted.'
      : 'No row security.';
  const blocks = [
    `### ${facts.name}`,
    table(
      ['column', 'type', 'null', 'default'],
      facts.columns.map((column) => [
        column.name,
        column.type,
        column.nullable ? 'yes' : '',
        column.default ? code(column.default) : '',
      ]),
    ),
    list('Constraints', facts.constraints),
    list('Indexes', facts.indexes),
    list('Triggers', facts.triggers),
    security,
    facts.policies.length === 0
      ? ''
      : table(
          ['policy', 'for', 'to', 'sees', 'writes'],
          facts.policies.map(({ name, command, roles, using, check }) => [
            name,
            command,
            roles.map(code).join(' '),
            clause(using),
            clause(check),
          ]),
        ),
    table(
      ['granted to', 'rights'],
      facts.grants.map(({ role, rights }) => [code(role), rights]),
    ),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function functionSection({ signature, returns, owner, definer, grantedTo, definition }: FunctionFacts): string {
  const runsAs = definer ? `Runs as its owner, ${code(owner)}` : `Owned by ${code(owner)}, runs as its caller`;
  return `### ${signature}

Returns ${code(returns)}. ${runsAs}. Executed by: ${grantedTo.map(code).join(' ') || 'its owner only'}.

\`\`\`sql
${definition.trim()}
\`\`\``;
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, '', ...lines.map((line) => `- ${code(line)}`)].join('\n');
}

function clause(expression: string | null): string {
  return expression === null ? '' : code(expression.replace(/\s+/g, ' '));
}
