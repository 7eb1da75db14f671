import {
  FIREARM_TYPES,
  charactersOf,
  differingComponents,
  frameFirst,
  readCalibre,
  readSerial,
  valueOf,
  type Component,
  type ImportMark,
  type Marking,
  type MarkReading,
  type Transliteration,
} from '@tracedesk/firearms';
import { stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { Answer, Plain } from './answer.js';
import type { PageContext } from './page-context.js';
import type { QuestionPart } from './question-part.js';
import { Id, Paragraph } from './words.js';

/** The firearm itself: what is said of it, and beside the calibre as read what it is taken for. */
export function FirearmFacts({ page, question: { firearm = {} } }: QuestionPart): VNode {
  const { t, language } = page;
  const { custody = {} } = firearm;
  return (
    <>
      <Answer page={page} name={t('field.type')} stated={firearm.type} needed>
        {(type) => (
          <>
            {t(`firearmType.${type}`)} ({t(`firearmClass.${FIREARM_TYPES[type]}`)}){' '}
            <Paragraph page={page}>{FIREARM_TYPES[type]}</Paragraph>
          </>
        )}
      </Answer>
      <Answer page={page} name={t('field.calibre')} stated={firearm.calibre} needed>
        {(calibre) => <CalibreWords page={page} raw={calibre} />}
      </Answer>
      <Plain name={t('field.make')}>{firearm.make && <bdi>{firearm.make}</bdi>}</Plain>
      <Plain name={t('field.model')}>{firearm.model && <bdi>{firearm.model}</bdi>}</Plain>
      <Plain name={t('field.action')}>{firearm.action && t(`firearmAction.${firearm.action}`)}</Plain>
      <Plain name={t('field.automatic')}>
        {firearm.automatic !== undefined && t(firearm.automatic ? 'form.yes' : 'form.no')}
      </Plain>
      <Plain name={t('field.countryOfManufacture')}>
        {firearm.countryOfManufacture && stateName(firearm.countryOfManufacture, language)}
        {firearm.countryBasis && ` (${t(`countryBasis.${firearm.countryBasis}`)})`}
      </Plain>
      <Plain name={t('field.yearOfManufacture')}>
        {firearm.yearOfManufacture && <Id>{String(firearm.yearOfManufacture)}</Id>}
      </Plain>
      <Plain name={t('field.originClass')}>{firearm.originClass && t(`originClass.${firearm.originClass}`)}</Plain>
      <Plain name={t('field.originalType')}>{firearm.originalType && <bdi>{firearm.originalType}</bdi>}</Plain>
      <Plain name={t('field.objectStatus')}>{custody.status && t(`objectStatus.${custody.status}`)}</Plain>
      <Plain name={t('field.exhibitNumber')}>{custody.exhibitNumber && <Id>{custody.exhibitNumber}</Id>}</Plain>
      <Plain name={t('field.laboratoryReport')}>{custody.laboratoryReport && <Id>{custody.laboratoryReport}</Id>}</Plain>
    </>
  );
}

/** Marks as read, each with how well it can be read. */
export function MarkingFacts({ page, question: { firearm = {} } }: QuestionPart): VNode {
  const { t } = page;
  return (
    <>
      <Plain name={t('field.markingScheme')}>{firearm.markingScheme && t(`markingScheme.${firearm.markingScheme}`)}</Plain>
      <Answer page={page} name={t('field.serialNumber')} stated={firearm.serialNumber} needed>
        {(serial) => (
          <>
            <ReadMark page={page} text={serial} reading={firearm.serialNumberReading ?? {}} />
            <InLatin page={page} serial={serial} />
          </>
        )}
      </Answer>
      {valueOf(firearm.serialNumber) === undefined && firearm.serialNumberReading && (
        <Plain name={t('field.obliteration')}>
          <ReadingWords page={page} reading={firearm.serialNumberReading} />
        </Plain>
      )}
      <Plain name={t('field.serialNumberPlace')}>
        {firearm.serialNumberPlace && t(`markingPlace.${firearm.serialNumberPlace}`)}
      </Plain>
      {(firearm.importMarks ?? []).map((mark, index) => (
        <Plain name={t('field.importMark', { number: index + 1 })}>
          <ImportMarkWords page={page} mark={mark} />
        </Plain>
      ))}
      {(firearm.markings ?? []).map((marking, index) => (
        <Plain name={t('field.marking', { number: index + 1 })}>
          <MarkingWords page={page} marking={marking} />
        </Plain>
      ))}
    </>
  );
}

/** Parts, the frame or receiver first, with the numbers that differ named as such. */
export function ComponentFacts({ page, question: { firearm = {} } }: QuestionPart): VNode {
  const { t } = page;
  const differing = differingComponents(firearm.serialNumber, firearm.components);
  return (
    <>
      {frameFirst(firearm.components).map((component) => (
        <Plain name={t(`component.${component.part}`)}>
          <ComponentWords page={page} component={component} differs={differing.includes(component)} />
        </Plain>
      ))}
    </>
  );
}

function CalibreWords({ page: { t }, raw }: { readonly page: PageContext; readonly raw: string }): VNode {
  const { calibre } = readCalibre(raw);
  const known = [
    calibre?.cip === undefined ? [] : [t('calibre.cip', { name: calibre.cip })],
    calibre?.saami === undefined ? [] : [t('calibre.saami', { name: calibre.saami })],
  ].flat();
  return (
    <>
      <Id>{raw}</Id>
      {calibre && (
        <span class="about">
          {t('calibre.takenFor')} <Id>{calibre.key}</Id>
          {known.length > 0 && ` (${known.join('; ')})`}
        </span>
      )}
    </>
  );
}

/** A number in letters that are not Latin: what it is looked for as, and how it was brought there. The reading itself stands above, as it is. */
export function InLatin({ page: { t }, serial }: { readonly page: PageContext; readonly serial: string }): VNode | null {
  const { scripts, normalised, transliteration } = readSerial(serial);
  if (scripts.every((script) => script === 'latin')) return null;
  const how = [
    ...(transliteration ? [t(BY_WHICH[transliteration])] : []),
    ...(scripts.includes('other') ? [t('serial.kept')] : []),
  ];
  return (
    <span class="about">
      {t('serial.inLatin')} <Id>{normalised}</Id> ({how.join('; ')})
    </span>
  );
}

const BY_WHICH = {
  'look-alikes': 'serial.byShape',
  'look-alikes, else GOST 7.79-2000 B': 'serial.byGost',
  'look-alikes, else ISO 843': 'serial.byIso843',
} as const satisfies Record<Transliteration, string>;

interface MarkProps {
  readonly page: PageContext;
  readonly text: string;
  readonly reading: MarkReading;
}

/** The text exactly as read; characters that are doubtful or unreadable are named below it, never by looks alone. */
function ReadMark({ page, text, reading }: MarkProps): VNode {
  const { t } = page;
  const unclear = charactersOf(text, reading).flatMap(({ character, legibility }, index) =>
    legibility === 'clear' ? [] : [t('mark.unclear', { place: index + 1, character, legibility: t(`legibility.${legibility}`) })],
  );
  return (
    <>
      <Id>{text}</Id>
      {unclear.length > 0 && <span class="about">{unclear.join('; ')}</span>}
      <ReadingWords page={page} reading={reading} />
    </>
  );
}

function ReadingWords({ page: { t }, reading }: { readonly page: PageContext; readonly reading: MarkReading }): VNode | null {
  const words = [
    reading.obliteration && t(`obliteration.${reading.obliteration}`),
    reading.recovered !== undefined && t(reading.recovered ? 'mark.recovered' : 'mark.notRecovered'),
    reading.recoveryMethod && t(`recoveryMethod.${reading.recoveryMethod}`),
    reading.method && t('mark.method', { method: t(`markingMethod.${reading.method}`) }),
  ].filter((word) => typeof word === 'string');
  return words.length === 0 ? null : <span class="about">{words.join('; ')}</span>;
}

function ImportMarkWords({ page, mark }: { readonly page: PageContext; readonly mark: ImportMark }): VNode {
  const { t, language } = page;
  const { name, place, state } = mark.importer ?? {};
  const importer = [name, place, state && stateName(state, language)].filter(Boolean).join(', ');
  return (
    <>
      {stateName(mark.state, language)} {mark.year !== undefined && <Id>{String(mark.year)}</Id>}{' '}
      {mark.text && <Id>{mark.text}</Id>}
      {importer !== '' && <bdi class="about">{t('mark.importer', { importer })}</bdi>}
    </>
  );
}

function MarkingWords({ page, marking }: { readonly page: PageContext; readonly marking: Marking }): VNode {
  const { t, language } = page;
  const { kind, text, place, state, year, addedAfterSeizure } = marking;
  const names = [t(`markingKind.${kind}`), t(`markingPlace.${place}`), state && stateName(state, language), year].filter(Boolean);
  return (
    <>
      <ReadMark page={page} text={text} reading={marking} /> ({names.join(', ')})
      {addedAfterSeizure && <span class="about">{t('mark.addedAfterSeizure')}</span>}
    </>
  );
}

interface ComponentProps {
  readonly page: PageContext;
  readonly component: Component;
  readonly differs: boolean;
}

function ComponentWords({ page, component, differs }: ComponentProps): VNode {
  const { t } = page;
  const { serialNumber, make, marks } = component;
  const number = valueOf(serialNumber);
  return (
    <>
      {number !== undefined && <ReadMark page={page} text={number} reading={component} />}
      {number !== undefined && <InLatin page={page} serial={number} />}
      {serialNumber && 'unknownBecause' in serialNumber && (
        <span dir="auto">{t('draft.unknown', { reason: serialNumber.unknownBecause })}</span>
      )}
      {differs && <strong class="about">{t('mark.differs')}</strong>}
      {make && <bdi class="about">{make}</bdi>}
      {marks && (
        <span class="about">
          <Id>{marks}</Id>
        </span>
      )}
    </>
  );
}
