import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ExactlyOneOf } from './exactly-one-of.decorator.js';
import {
  Flag,
  Line,
  ListOf,
  LocalDateField,
  Narrative,
  Nested,
  OneOf,
  PartialDateField,
  StateCodeField,
  Uuid,
  WholeNumber,
} from './fields.decorator.js';
import { validateForm, validateInput } from './validate-input.adapter.js';

class MarkingDto {
  @Line(20) text!: string;
}

@ExactlyOneOf('value', 'unknownBecause')
class StatedDto {
  @Line(20, { optional: true }) value?: string;
  @Line(20, { optional: true }) unknownBecause?: string;
}

class ExampleDto {
  @StateCodeField() state!: string;
  @Nested(() => StatedDto) ground!: StatedDto;
  @ListOf(() => MarkingDto, { max: 2 }) markings!: MarkingDto[];
  @ListOf(['a', 'b'], { max: 2, optional: true }) words?: string[];
  @OneOf(['routine', 'urgent'], { optional: true }) priority?: string;
  @WholeNumber({ min: 1, max: 100, optional: true }) limit?: number;
  @LocalDateField({ past: true, optional: true }) foundOn?: string;
  @Narrative(1000, { optional: true, nullable: true }) note?: string | null;
  @Flag({ optional: true }) overdue?: boolean;
  @Uuid({ optional: true }) id?: string;
}

const good = { state: 'QM', ground: { value: 'x' }, markings: [{ text: 'AB 12' }] };

function faults(change: object): string[] {
  const checked = validateInput(ExampleDto, { ...good, ...change });
  return checked.ok ? [] : checked.faults.map(({ field, code }) => `${field} ${code}`);
}

describe('checking what was sent', () => {
  it.each([[[]], [null], ['text'], [7], [undefined]])('refuses %j where an object belongs', (input) => {
    expect(validateInput(ExampleDto, input).ok).toBe(false);
  });

  it.each([
    [{ state: undefined }, 'state REQUIRED'],
    [{ state: null }, 'state NOT_A_STATE_CODE'],
    [{ state: 'qm' }, 'state NOT_A_STATE_CODE'],
    [{ state: ['QM'] }, 'state NOT_A_STATE_CODE'],
    [{ ground: undefined }, 'ground REQUIRED'],
    [{ ground: [] }, 'ground NOT_AN_OBJECT'],
    [{ ground: [{ value: 'x' }] }, 'ground NOT_AN_OBJECT'],
    [{ ground: null }, 'ground NOT_AN_OBJECT'],
    [{ ground: 'x' }, 'ground NOT_AN_OBJECT'],
    [{ ground: {} }, 'ground EXACTLY_ONE_OF'],
    [{ ground: { value: 'a', unknownBecause: 'b' } }, 'ground EXACTLY_ONE_OF'],
    [{ markings: {} }, 'markings NOT_A_LIST'],
    [{ markings: ['x'] }, 'markings NOT_AN_OBJECT'],
    [{ markings: [{ text: 'x' }, {}] }, 'markings.1.text REQUIRED'],
    [{ markings: [{ text: 'x'.repeat(21) }] }, 'markings.0.text TOO_LONG'],
    [{ markings: [{ text: '  ' }] }, 'markings.0.text BLANK'],
    [{ markings: [{ text: 'a\nb' }] }, 'markings.0.text CONTROL_CHARACTER'],
    [{ markings: [{ text: 'x' }, { text: 'x' }, { text: 'x' }] }, 'markings TOO_MANY'],
    [{ markings: [{ text: 'x', hidden: 1 }] }, 'markings.0.hidden UNKNOWN_FIELD'],
    [{ words: ['a', 'c'] }, 'words ITEM_NOT_ALLOWED'],
    [{ words: ['a', 'a'] }, 'words ITEM_TWICE'],
    [{ priority: 'whenever' }, 'priority NOT_ONE_OF'],
    [{ priority: null }, 'priority NOT_ONE_OF'],
    [{ limit: 0 }, 'limit OUT_OF_RANGE'],
    [{ limit: 1.5 }, 'limit NOT_A_WHOLE_NUMBER'],
    [{ limit: '5' }, 'limit NOT_A_WHOLE_NUMBER'],
    [{ foundOn: '2026-02-30' }, 'foundOn NOT_A_DATE'],
    [{ foundOn: '2026-2-3' }, 'foundOn NOT_A_DATE'],
    [{ foundOn: '9998-01-01' }, 'foundOn DATE_IN_FUTURE'],
    [{ overdue: 'true' }, 'overdue NOT_A_FLAG'],
    [{ id: 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11' }, 'id NOT_AN_ID'],
    [{ admin: true }, 'admin UNKNOWN_FIELD'],
  ])('refuses %j', (change, fault) => {
    expect(faults(change)).toEqual([fault]);
  });

  it('tells all faults at once', () => {
    expect(faults({ state: 1, priority: 2, limit: 3000 })).toHaveLength(3);
  });

  it('lets good input pass, with what may be missing missing or nothing', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ note: null, foundOn: '2024-02-29', words: ['b', 'a'] })).toEqual([]);
  });

  it('reads numbers, flags and single choices of a form', () => {
    const form = { state: 'QM', 'ground.value': 'x', 'markings.0.text': 'AB', words: 'a', limit: '5', overdue: 'on' };
    expect(validateForm(ExampleDto, form)).toMatchObject({ ok: true, value: { words: ['a'], limit: 5, overdue: true } });
  });
});

describe('a date', () => {
  class DatedDto {
    @LocalDateField({ past: true }) on!: string;
    @PartialDateField({ past: true, optional: true }) recordedOn?: string;
  }

  it('that a program sends is as 2026-03-06, in a body and in an address', () => {
    for (const options of [{}, { fromAddress: true } as const]) {
      expect(validateInput(DatedDto, { on: '6 March 2026' }, options)).toMatchObject({
        faults: [{ field: 'on', code: 'NOT_A_DATE' }],
      });
      expect(validateInput(DatedDto, { on: '2026-03-06', recordedOn: 'May 2009' }, options)).toMatchObject({
        faults: [{ field: 'recordedOn', code: 'NOT_A_PARTIAL_DATE' }],
      });
      expect(validateInput(DatedDto, { on: '2026-03-06', recordedOn: '2009-05' }, options).ok).toBe(true);
    }
  });

  it.each([
    ['6 March 2026', 'mai 2009', '2026-03-06', '2009-05'],
    ['06.03.2026', '1985', '2026-03-06', '1985'],
  ])('that a person writes into a form, %s or %s, is kept as %s and %s', (on, recordedOn, day, date) => {
    expect(validateForm(DatedDto, { on, recordedOn })).toMatchObject({ ok: true, value: { on: day, recordedOn: date } });
  });

  it.each([
    ['06/03/2026', 'NOT_A_DATE'],
    ['31 February 2026', 'NOT_A_DATE'],
    ['6 March 2999', 'DATE_IN_FUTURE'],
    ['6 March 1026', 'NOT_A_DATE'],
  ])('that a person writes as %s is refused: %s', (on, code) => {
    expect(validateForm(DatedDto, { on })).toMatchObject({ ok: false, faults: [{ field: 'on', code }] });
  });
});
