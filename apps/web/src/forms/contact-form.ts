import type { ContactPoint } from '@tracedesk/directory/core';
import type { FlatForm } from '@tracedesk/platform';

/** Lists that the form writes one to a line. */
const LINES = ['channels', 'deputies'] as const;
/** What an emptied field means: nothing, said out loud. A field that is left out would stay as it was. */
const NOTHING = { telephone: null, opensAt: null, closesAt: null, validUntil: null, channels: [], deputies: [], workingDays: [] };

/** What a contact point's form says, in the shape of its DTO. */
export function contactInput(form: FlatForm): Record<string, unknown> {
  const said = Object.entries(form).filter(([name, value]) => !name.startsWith('_') && value !== '');
  const lines = LINES.filter((name) => typeof form[name] === 'string' && form[name] !== '').map(
    (name) => [name, linesIn(String(form[name]))] as const,
  );
  return { ...NOTHING, ...Object.fromEntries(said), ...Object.fromEntries(lines) };
}

/** A contact point as its form shows it. */
export function contactForm(office: ContactPoint): FlatForm {
  const { email, telephone, languages, channels, workingDays, opensAt, closesAt, deputies, scope, validUntil } = office;
  return {
    office: office.office,
    email,
    telephone: telephone ?? '',
    languages,
    channels: channels.join('\n'),
    workingDays: workingDays.map(String),
    opensAt: opensAt ?? '',
    closesAt: closesAt ?? '',
    deputies: deputies.join('\n'),
    scope,
    validUntil: validUntil ?? '',
  };
}

function linesIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
