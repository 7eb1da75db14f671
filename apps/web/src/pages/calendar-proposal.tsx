import type { HolidayDoubt, HolidayProposal } from '@tracedesk/deadlines/core';
import type { VNode } from 'preact';
import { CheckBoxes, TextField, valueIn, type FormView } from '../views/fields.js';
import type { PageContext } from '../views/page-context.js';

export interface ProposalProps {
  readonly page: PageContext;
  readonly form: FormView;
  /** What the package proposes for the country and year asked for; null: the country is missing there; absent: nobody asked. */
  readonly proposed: HolidayProposal | null | undefined;
  /** The Member States of the United Nations that the package has no list of, by name. */
  readonly lacking: readonly string[];
}

/** Holidays that a package proposes, always with their source and with what is doubtful about them. A person ticks what the law confirms. */
export function Proposal({ page, form, proposed, lacking }: ProposalProps): VNode {
  const { t, formats } = page;
  const country = valueIn(form, '_country');
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">{t('calendar.proposal')}</h2>
      <p>{t('calendar.proposal.about')}</p>
      <TextField
        form={form}
        name="_country"
        label={t('calendar.proposal.country')}
        hint={t('calendar.proposal.country.hint')}
        short
        exact
      />
      <TextField form={form} name="_year" label={t('calendar.proposal.year')} short exact />
      {proposed === null && (
        <p role="status">
          {t('calendar.proposal.missing', { country })} {t('calendar.proposal.lacking', { states: lacking.join(', ') })}
        </p>
      )}
      {proposed && (
        <>
          {proposed.doubts.length > 0 && (
            <div role="note">
              <p>{t('calendar.proposal.doubts')}</p>
              <ul>
                {proposed.doubts.map((doubt) => (
                  <li>{doubtText(page, doubt)}</li>
                ))}
              </ul>
            </div>
          )}
          <CheckBoxes
            form={form}
            name="_add"
            label={t('calendar.proposal.confirm')}
            choices={proposed.holidays.map(({ on, name }) => ({ value: `${on} ${name}`, label: `${formats.day(on)}: ${name}` }))}
          />
        </>
      )}
      <div class="buttons">
        <button class="second" name="_step" value="propose">
          {t('calendar.proposal.ask')}
        </button>
        {proposed && (
          <button class="second" name="_step" value="add">
            {t('calendar.proposal.add')}
          </button>
        )}
      </div>
    </section>
  );
}

function doubtText({ t, formats }: PageContext, doubt: HolidayDoubt): string {
  switch (doubt.doubt) {
    case 'half_day':
      return t('calendar.proposal.doubt.half_day', { day: formats.day(doubt.on), name: doubt.name });
    case 'moon':
      return t('calendar.proposal.doubt.moon', { names: doubt.names.join('; ') });
    case 'ethiopic':
      return t('calendar.proposal.doubt.ethiopic', { names: doubt.names.join('; ') });
    case 'fixed_moon':
      return t('calendar.proposal.doubt.fixed_moon', { names: doubt.names.join('; ') });
    case 'ended':
      return t('calendar.proposal.doubt.ended', { names: doubt.names.join('; ') });
    case 'parts':
      return t('calendar.proposal.doubt.parts', { count: doubt.parts.length, parts: doubt.parts.join(', ') });
  }
}
