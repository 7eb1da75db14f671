import { Administration1795910500001 } from './administration.migration.js';
import { OwnOutboxRows1795910461002 } from './own-outbox-rows.migration.js';
import { CodeVersions1795910460001 } from './code-versions.migration.js';
import { IdempotencyColumns1795910460002 } from './idempotency-columns.migration.js';
import { IdempotencyKeys1795219200004 } from './idempotency-keys.migration.js';
import { Installation1795219200001 } from './installation.migration.js';
import { Outbox1795219200003 } from './outbox.migration.js';
import { OutboxKeptUntilDone1795564828001 } from './outbox-kept-until-done.migration.js';
import { Sealing1795219200002 } from './sealing.migration.js';
import { WriteProbe1795910450001 } from './write-probe.migration.js';

/** The tables every room stands on. */
export const PLATFORM_MIGRATIONS = [
  Installation1795219200001,
  Sealing1795219200002,
  Outbox1795219200003,
  IdempotencyKeys1795219200004,
  OutboxKeptUntilDone1795564828001,
  WriteProbe1795910450001,
  CodeVersions1795910460001,
  IdempotencyColumns1795910460002,
  OwnOutboxRows1795910461002,
  Administration1795910500001,
] as const;
