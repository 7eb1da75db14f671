// Configuration: read once, at the start.
export { DATABASE_ROLES, DatabaseAccess, type DatabasePasswords, type DatabaseRole } from './config/database-access.js';
export { DeskConfig, type LogLevel } from './config/desk-config.dto.js';
export { ConfigError, readConfig, type Environment } from './config/read-config.adapter.js';
export { configSummary } from './config/config-summary.adapter.js';
export { isLoopback } from './config/loopback.js';
export { projectFolder } from './config/project-folder.adapter.js';

// Logging: event names and ids.
export { DeskLog, type LogIds } from './logging/desk-log.service.js';
export { NestLog } from './logging/nest-log.adapter.js';

// HTTP: strict bodies, problem details, headers.
export { BODY_LIMIT_BYTES, createHttpApp, type HttpAppOptions } from './http/create-http-app.adapter.js';
export { DenialException, respond } from './http/denial.exception.js';
export { MalformedInput, type MalformedCode } from './http/malformed-input.js';
export { DENIAL_STATUS, statusOf, type FieldFault, type Problem } from './http/problem.js';
export { addressOf } from './http/asking-address.adapter.js';
export { Acquaintance, TAKES_STRANGERS } from './http/body-admission.adapter.js';
export { ProblemPages, ProblemTexts, type TextWanted } from './http/problem-texts.adapter.js';
export {
  etagOf,
  idempotencyKeyFrom,
  IdempotencyKeyHeader,
  IfMatch,
  requestHash,
  versionFrom,
} from './http/request-headers.decorator.js';
export { readStrictForm, unflatten, type FlatForm } from './http/strict-form.js';
export { readStrictJson } from './http/strict-json.js';

export { readUpload, TAKES_MULTIPART, type Upload, type UploadedFile, type UploadLimits } from './http/multipart.adapter.js';

// Validation: each decorator is the rule and its line in the API document.
export { ExactlyOneOf } from './http/validation/exactly-one-of.decorator.js';
export {
  Flag,
  Line,
  ListOf,
  LocalDateField,
  MailboxField,
  Narrative,
  Nested,
  OneOf,
  PartialDateField,
  Reference,
  StateCodeField,
  Uuid,
  WholeNumber,
} from './http/validation/fields.decorator.js';
export type { FieldOptions } from './http/validation/rule.decorator.js';
export { validateForm, validateInput, type Checked } from './http/validation/validate-input.adapter.js';
export { DeskValidationPipe } from './http/validation/validation.pipe.js';

// Tables: what spreadsheets write, and what survives them.
export type { Cell } from './tables/marked-cell.js';
export { readTable, type RowFault, type RowFaultCode } from './tables/read-table.js';
export { tableTextOf, type TableTextCode } from './tables/table-text.js';
export { writeTable } from './tables/write-table.adapter.js';

// Queues: places for doorbells.
export {
  QUEUE_NAMES,
  Queues,
  type Job,
  type JobHandler,
  type JobOptions,
  type JobPayload,
  type QueueHealth,
  type QueueName,
} from './queues/queues.js';

export { openPostgresQueues, prepareQueueSchema } from './queues/postgres-place.adapter.js';
export { openRedisQueues } from './queues/redis-place.adapter.js';

// Health: which parts are in use and how they fare.
export { Health, type HealthReport, type PartCheck, type PartReport } from './health/health.service.js';
export { installHealthRoutes } from './health/health-routes.adapter.js';
// The database: one transaction, one State, one time; nothing ambient.
export { DatabaseModule, type DatabaseModuleAsyncOptions, type DatabaseModuleOptions } from './database/database.module.js';
export { DatabaseError, isUniqueViolation, sqlStateOf, type DatabaseErrorCode } from './database/database-error.js';
export { type DatabaseOptions } from './database/connections.adapter.js';
export { DenialJournal } from './database/denial-journal.service.js';
export { DeskDatabase } from './database/desk-database.service.js';
export { IdempotencyKeys } from './database/idempotency-keys.service.js';
export { type ProcessRole } from './database/roles.js';
export { type Once, type ProcessTx, type Subject, type Tx } from './database/transaction.adapter.js';
export { UnitOfWork } from './database/unit-of-work.service.js';

// Setting a database up, and refusing one that is not ours.
export { bootstrapDatabase } from './database/bootstrap.adapter.js';
export { ownedByDoor } from './database/door-function.js';
export {
  checkDatabase,
  migrateDatabase,
  prepareDatabase,
  type DeskMigration,
  type InstallationKind,
  type Preparation,
  type Prepared,
} from './database/installation.adapter.js';
export { PLATFORM_MIGRATIONS } from './migrations/index.js';

// Protected content: sealed per record, opened per State.
export { ProtectedParts, type Parts } from './sealing/protected-parts.service.js';
export { SealingError, type SealingErrorCode } from './sealing/sealing-error.js';
export { StateKeys } from './sealing/state-keys.service.js';
export { RecordKey } from './sealing/record-key.adapter.js';
export { WorkerKey } from './sealing/worker-key.service.js';

// The outbox: jobs are added after the commit.
export { Outbox, type OutboxRow } from './outbox/outbox.service.js';
export { OutboxRelay } from './outbox/outbox-relay.service.js';

// Servers of our own: they run beside the desk and end with it.
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded/embedded-postgres.adapter.js';
export { findRedis, startPrivateRedis, type PrivateRedis } from './embedded/private-redis.adapter.js';
export { lockFolder, type FolderLock } from './embedded/folder-lock.adapter.js';
export { readSecretFile, secretIn } from './embedded/secret-file.adapter.js';
export { StartError, type StartErrorCode } from './embedded/start-error.js';

// Running: a program of the desk from its start to its end.
export { joinGround, openGround, type Ground } from './running/ground.adapter.js';
export { openQueues, type OpenQueues } from './running/open-queues.adapter.js';
export { prepareDesk, startPart, tellAndExit, type Part, type Started } from './running/start-part.adapter.js';
// Zone data: which release days are counted with, and how newer ones are brought.
export { keepZoneData, ownZoneData, ZoneDataError } from './zones/zone-data.adapter.js';
export { isNewerZoneData } from './zones/zone-data-version.js';
export { PlatformModule, type PlatformParts } from './platform.module.js';
