import { join } from 'node:path';
import { isSameSecret } from '@tracedesk/kernel';
import type { DeskConfig } from '../config/desk-config.dto.js';
import { secretIn } from '../embedded/secret-file.adapter.js';
import type { DeskLog } from '../logging/desk-log.service.js';

/** Where the operator's token lies unless `OPERATOR_TOKEN` gives one. */
export const OPERATOR_TOKEN_FILE = 'operator.token';

/** What an operator's own programs show to be told of the parts; made at the first start. Null where it can neither be read nor made: then nobody is told. */
export function operatorTokenOf(config: DeskConfig, log: DeskLog): string | null {
  if (config.operatorToken !== null) return config.operatorToken;
  try {
    return secretIn(join(config.keysDir, OPERATOR_TOKEN_FILE));
  } catch (error) {
    log.warn('health.parts_closed', {}, error);
    return null;
  }
}

/** Whether the header carries the token; compared in constant time. */
export function carriesToken(header: string | undefined, token: string | null): boolean {
  const sent = /^Bearer (\S{1,200})$/i.exec(header ?? '')?.[1];
  return token !== null && isSameSecret(token, sent);
}
