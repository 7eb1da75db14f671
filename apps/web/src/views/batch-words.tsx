import { stateName } from '@tracedesk/language';
import type { FirearmsOfGroup, ListedFirearm } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Id } from './words.js';

type Named = Pick<FirearmsOfGroup, 'make' | 'model' | 'importMark'>;

/** What the firearms of a group have in common, in words. */
export function groupName({ t, language }: PageContext, { make, model, importMark }: Named): string {
  const name =
    make !== null && model !== null
      ? `${make} ${model}`
      : make !== null
        ? t('batch.group.modelUnknown', { make })
        : model !== null
          ? t('batch.group.makeUnknown', { model })
          : t('batch.group.unknown');
  if (importMark === null) return `${name}, ${t('batch.group.noImport')}`;
  const state = stateName(importMark.state, language);
  const mark =
    importMark.year === null
      ? t('batch.group.importedOnce', { state })
      : t('batch.group.imported', { state, year: String(importMark.year) });
  return `${name}, ${mark}`;
}

export function SerialNumber({
  page,
  firearm,
}: {
  readonly page: PageContext;
  readonly firearm: ListedFirearm | undefined;
}): VNode {
  const serial = firearm?.serialNumber;
  if (serial && 'value' in serial) return <Id>{serial.value}</Id>;
  return <span class="hint">{page.t('batch.serialUnknown')}</span>;
}
