import { dateWritten, dayWritten } from '@tracedesk/kernel';
import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { useLabel } from './told-labels.js';
import { Paragraph } from './words.js';

/** What stands in a form: as saved, or as just sent and to be corrected. Names are flat, as the browser sends them. */
export interface FormView {
  readonly page: PageContext;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** What is wrong, by field. */
  readonly faults: ReadonlyMap<string, string>;
}

export interface FieldProps {
  readonly form: FormView;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly paragraph?: string;
  readonly optional?: boolean;
  /** The question above says it already: the label is there for those who do not see it. */
  readonly repeated?: boolean;
  /** The question that the field belongs to, where its own label does not say it. */
  readonly about?: string;
}

/** The element id of a field, which the error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

export function valueIn(form: FormView, name: string): string {
  const value = form.values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function valuesIn(form: FormView, name: string): readonly string[] {
  const value = form.values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly about?: string;
  readonly paragraph?: string;
}

export function TextField(
  props: FieldProps & {
    readonly short?: boolean;
    readonly exact?: boolean;
    readonly autocomplete?: string;
    readonly list?: string;
  },
): VNode {
  const { form, name, short = false, exact = false } = props;
  return (
    <Labelled {...props}>
      <input
        id={fieldId(name)}
        name={name}
        type="text"
        class={[short && 'short', exact && 'id'].filter(Boolean).join(' ') || undefined}
        dir={exact ? 'ltr' : 'auto'}
        value={valueIn(form, name)}
        autocomplete={props.autocomplete ?? 'off'}
        list={props.list}
        spellcheck={!exact}
        autocapitalize={exact ? 'none' : 'sentences'}
        {...described(props)}
      />
    </Labelled>
  );
}

/**
 * A day as people write it, or, of a record, as much of a date as it gives. Beside it stands how the desk reads what is there: it keeps
 * `2026-03-06`, whatever was written.
 */
export function DateField(props: Omit<FieldProps, 'hint'> & { readonly ofRecord?: boolean }): VNode {
  const { form, name, ofRecord = false } = props;
  const { t, formats } = form.page;
  const read = (ofRecord ? dateWritten : dayWritten)(valueIn(form, name));
  const hints = [
    t(ofRecord ? 'form.recordedDateHint' : 'form.dateHint'),
    ...(read === null ? [] : [t('form.dateRead', { date: formats.recorded(read) })]),
  ];
  return <TextField {...props} hint={hints.join(' ')} short />;
}

/** Never shows again what was typed. */
export function PasswordField(props: FieldProps): VNode {
  return (
    <Labelled {...props}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type="password"
        class="short"
        autocomplete="current-password"
        {...described(props)}
      />
    </Labelled>
  );
}

export function TextArea(props: FieldProps & { readonly rows?: number }): VNode {
  const { form, name, rows = 4 } = props;
  return (
    <Labelled {...props}>
      <textarea id={fieldId(name)} name={name} rows={rows} dir="auto" {...described(props)}>
        {valueIn(form, name)}
      </textarea>
    </Labelled>
  );
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

export function SelectField(
  props: FieldProps & { readonly choices: readonly (Choice | ChoiceGroup)[]; readonly blank?: string },
): VNode {
  const { form, name, choices, blank = form.page.t('form.choose') } = props;
  const chosen = valueIn(form, name);
  const option = ({ value, label }: Choice): VNode => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  );
  return (
    <Labelled {...props} choices={choices.flatMap((choice) => ('choices' in choice ? choice.choices : choice))}>
      <select id={fieldId(name)} name={name} {...described(props)}>
        <option value="">{blank}</option>
        {choices.map((choice) =>
          'choices' in choice ? <optgroup label={choice.label}>{choice.choices.map(option)}</optgroup> : option(choice),
        )}
      </select>
    </Labelled>
  );
}

export function Radios(
  props: FieldProps & { readonly choices: readonly Choice[]; readonly children?: ComponentChildren },
): VNode {
  return <Choices {...props} type="radio" />;
}

export function CheckBoxes(props: FieldProps & { readonly choices: readonly Choice[] }): VNode {
  return <Choices {...props} type="checkbox" />;
}

function Choices(
  props: FieldProps & {
    readonly type: 'radio' | 'checkbox';
    readonly choices: readonly Choice[];
    readonly children?: ComponentChildren;
  },
): VNode {
  const { form, name, label, type, choices, children } = props;
  useLabel(props);
  const chosen = valuesIn(form, name);
  return (
    <fieldset class={form.faults.has(name) ? 'field wrong' : 'field'} {...described(props)}>
      <legend>
        {label} <Marks {...props} />
      </legend>
      <Hints {...props} />
      {choices.map(({ value, label: words, about, paragraph }, index) => (
        <div class="choice">
          <input
            type={type}
            id={index === 0 ? fieldId(name) : `${fieldId(name)}-${value}`}
            name={name}
            value={value}
            checked={chosen.includes(value)}
          />
          <label for={index === 0 ? fieldId(name) : `${fieldId(name)}-${value}`}>
            {words} {paragraph && <Paragraph page={form.page}>{paragraph}</Paragraph>}
            {about && <span class="about">{about}</span>}
          </label>
        </div>
      ))}
      {children}
    </fieldset>
  );
}

/**
 * An answer that is given, or whose absence is explained (ITI 17: "to the extent possible"). Two radios and a field under each:
 * the style sheet hides the field of the answer not chosen; without it both are there and the radio decides.
 */
export function Stated(props: FieldProps & { readonly children: ComponentChildren }): VNode {
  const { form, name, label, children } = props;
  const { t } = form.page;
  const reason = `${name}.unknownBecause`;
  const answer = statedChoice(form, name);
  const id = fieldId(name);
  const fault = form.faults.get(name);
  return (
    <fieldset class={fault === undefined ? 'field stated' : 'field stated wrong'} {...described(props)}>
      <legend>
        {label} <Marks {...props} />
      </legend>
      <Hints {...props} />
      <div class="choice">
        <input type="radio" id={id} name={`_${name}`} value="known" checked={answer === 'known'} />
        <label for={id}>{t('form.known')}</label>
      </div>
      <div class="if-known">{children}</div>
      <div class="choice">
        <input type="radio" id={`${id}-unknown`} name={`_${name}`} value="unknown" checked={answer === 'unknown'} />
        <label for={`${id}-unknown`}>{t('form.unknownBecause')}</label>
      </div>
      <div class="if-unknown">
        <TextArea form={form} name={reason} label={t('form.unknownReason')} rows={2} about={label} />
      </div>
    </fieldset>
  );
}

/** What was chosen: as just sent, else by what is saved. A new question offers the answer first. */
function statedChoice(form: FormView, name: string): 'known' | 'unknown' {
  const sent = valueIn(form, `_${name}`);
  if (sent === 'known' || sent === 'unknown') return sent;
  return valueIn(form, `${name}.unknownBecause`) === '' ? 'known' : 'unknown';
}

function Labelled(props: FieldProps & { readonly choices?: readonly Choice[]; readonly children: ComponentChildren }): VNode {
  useLabel({ ...props, label: props.about === undefined ? props.label : `${props.about}: ${props.label}` });
  return (
    <div class={props.form.faults.has(props.name) ? 'field wrong' : 'field'}>
      <label for={fieldId(props.name)} class={props.repeated ? 'unseen' : undefined}>
        {props.label} <Marks {...props} />
      </label>
      <Hints {...props} />
      {props.children}
    </div>
  );
}

function Marks({ form: { page }, optional, paragraph }: FieldProps): VNode {
  return (
    <>
      {optional && <span class="optional">{page.t('form.optional')}</span>}{' '}
      {paragraph && <Paragraph page={page}>{paragraph}</Paragraph>}
    </>
  );
}

function Hints({ form, name, hint }: FieldProps): VNode {
  const fault = form.faults.get(name);
  return (
    <>
      {hint && (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${fieldId(name)}-fault`}>
          <span class="unseen">{form.page.t('form.errorPrefix')}</span> {fault}
        </p>
      )}
    </>
  );
}

function described({ form, name, hint }: FieldProps): Readonly<Record<string, string>> {
  const fault = form.faults.has(name);
  const by = [hint && `${fieldId(name)}-hint`, fault && `${fieldId(name)}-fault`].filter(Boolean).join(' ');
  return { ...(by === '' ? {} : { 'aria-describedby': by }), ...(fault ? { 'aria-invalid': 'true' } : {}) };
}
