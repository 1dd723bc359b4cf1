import { useId, useState } from 'preact/hooks';
import type { Scalar } from '../../src/model/answer';
import { type Field, type Kind, numericKinds } from '../../src/model/field';
import { parsed } from '../../src/model/parse';
import { lists } from '../planParts';
import { looksLikeFraction } from '../value/inputText';
import { readText } from '../value/readText';
import { choiceText, shownText, unitText } from '../value/shown';
import { useDesk } from './context';
import { Icon } from './icons';
import type { Suggestion } from './inputs';

export interface FieldInputProps {
  readonly field: Field;
  readonly cell: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands in the input. */
  readonly text: string;
  /** What a formula gives where nothing is typed, undefined if only after saving; none for plain inputs. */
  readonly formula?: { readonly value: Scalar | undefined; readonly typedOver: boolean } | undefined;
  readonly message?: string | undefined;
  readonly suggestions?: readonly Suggestion[];
  /** One of many cells: a label and an input, no hint. */
  readonly small?: boolean;
  readonly onType: (text: string) => void;
}

/** What takes half a line: two of them stand beside each other. */
const short: ReadonlySet<Kind> = new Set<Kind>([...numericKinds, 'date', 'month']);

/** One input with its label above, its unit, its hint, and what is wrong with what is typed. */
export function FieldInput(props: FieldInputProps) {
  const { field, cell, label, hint, text, formula, message, small = false, onType } = props;
  const { terms, text: words } = useDesk();
  const id = useId();
  const [told, setTold] = useState(false);
  const unit = small ? '' : unitText(field, terms);
  const fraction =
    message === undefined && looksLikeFraction(field, text) ? words.form.fraction(text.trim()) : undefined;
  const readAs = message === undefined && !small ? readText(field, text, lists, terms) : undefined;
  const described = [
    hint !== undefined && `${id}-hint`,
    message !== undefined && `${id}-message`,
    readAs !== undefined && `${id}-read`,
  ].filter(Boolean);
  const attributes = {
    id,
    'data-cell': cell,
    'aria-invalid': message !== undefined,
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(field.required ? { 'aria-required': true } : {}),
  };
  if (field.kind === 'tick') {
    return (
      <div class={`field tick${told ? ' told' : ''}`}>
        <input
          {...attributes}
          type="checkbox"
          checked={text === 'true'}
          onChange={(event) => onType(String(event.currentTarget.checked))}
        />
        <span class="labelled">
          <label for={id}>{label}</label>
          {hint !== undefined && <Tell hint={hint} onTell={() => setTold(!told)} />}
        </span>
        {hint !== undefined && (
          <p class="hint help" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {message !== undefined && <Message id={`${id}-message`} text={message} />}
      </div>
    );
  }
  return (
    <div
      class={`field${small ? ' cell' : short.has(field.kind) && unit.length <= 3 ? ' short' : ''}${told ? ' told' : ''}`}
    >
      <span class="labelled">
        <label for={id}>
          {label}
          {formula && !small && (
            <span class="role" aria-hidden="true">
              ƒ
            </span>
          )}
          {field.required && (
            <span class="role" aria-hidden="true">
              *
            </span>
          )}
        </label>
        {hint !== undefined && <Tell hint={hint} onTell={() => setTold(!told)} />}
      </span>
      <div class={`input${message === undefined ? '' : ' wrong'}${formula?.typedOver ? ' over' : ''}`}>
        <Control {...props} attributes={attributes} unit={unit} />
        {unit !== '' && <span class="unit">{unit}</span>}
      </div>
      <div class="below">
        {message !== undefined && <Message id={`${id}-message`} text={message} />}
        {readAs !== undefined && (
          <p class="hint" id={`${id}-read`}>
            {words.form.readAs(readAs)}
          </p>
        )}
        {fraction !== undefined && <p class="hint">{fraction}</p>}
        {formula?.typedOver && !small && (
          <p class="hint over">
            {words.form.typedOver}{' '}
            <button type="button" class="text-button again" onClick={() => onType('')}>
              {words.form.restore}
            </button>
          </p>
        )}
        {hint !== undefined && (
          <p class="hint help" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/**
 * Shows what a field means, and hides it again. For the mouse alone: who goes by the keyboard is shown it with the field,
 * and who listens is told it with the field.
 */
function Tell({ hint, onTell }: { readonly hint: string; readonly onTell: () => void }) {
  return (
    <button type="button" class="tell" tabIndex={-1} aria-hidden="true" title={hint} onClick={onTell}>
      <Icon name="tell" size={14} />
    </button>
  );
}

function Message({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p class="wrong" id={id}>
      <Icon name="warn" size={14} /> {text}
    </p>
  );
}

interface ControlProps extends FieldInputProps {
  readonly attributes: Readonly<Record<string, string | boolean>>;
  readonly unit: string;
}

function Control(props: ControlProps) {
  const { field, attributes, text, formula, suggestions = [], small = false, onType } = props;
  const { terms, text: words } = useDesk();
  const placeholder = formula ? formulaText(formula.value) : '';
  function formulaText(value: Scalar | undefined): string {
    if (value === undefined) return small ? '' : words.form.afterSaving;
    // The percent sign stands behind the input already.
    return shownText(field, value, lists, terms).replace(/%$/, '');
  }
  const typing = {
    ...attributes,
    value: text,
    ...(placeholder === '' ? {} : { placeholder }),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => onType(event.currentTarget.value),
  };
  switch (field.kind) {
    case 'choice':
      return field.open ? <OpenChoice {...props} typing={typing} /> : <Choice {...props} />;
    case 'person':
    case 'month':
      return <Suggested typing={typing} suggestions={suggestions} />;
    case 'longText':
      return <textarea rows={3} {...typing} />;
    case 'date':
      return <DateInput {...props} typing={typing} placeholder={placeholder || words.form.dateExample} />;
    case 'text':
      return field.ref === undefined ? (
        <input type="text" autocomplete="off" {...typing} />
      ) : (
        <Suggested typing={typing} suggestions={suggestions} />
      );
    default:
      return <input type="text" inputMode="decimal" autocomplete="off" class="number" {...typing} />;
  }
}

function Choice({ field, attributes, text, formula, onType }: ControlProps) {
  const { state, text: words } = useDesk();
  const choices = lists.find((list) => list.id === field.list)?.choices ?? [];
  const byFormula = formula ? formula.value : null;
  const blank =
    byFormula === undefined
      ? words.form.afterSaving
      : byFormula === null
        ? words.form.blankChoice
        : words.form.byFormula(choiceText(field, String(byFormula), lists, state.language));
  const known = text === '' || choices.some(({ id }) => id === text);
  return (
    <select {...attributes} value={text} onChange={(event) => onType(event.currentTarget.value)}>
      <option value="">{blank}</option>
      {!known && <option value={text}>{text}</option>}
      {choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label[state.language]}
        </option>
      ))}
    </select>
  );
}

type Typing = Readonly<Record<string, unknown>>;

/** A text with suggestions; other text is as good. */
function Suggested({ typing, suggestions }: { readonly typing: Typing; readonly suggestions: readonly Suggestion[] }) {
  const id = useId();
  return (
    <>
      <input type="text" autocomplete="off" list={id} {...typing} />
      <datalist id={id}>
        {suggestions.map(({ value, label }) => (
          <option key={value} value={value} label={label} />
        ))}
      </datalist>
    </>
  );
}

/** A choice that takes other text too: shown by its label as long as nobody types. */
function OpenChoice({ field, text, suggestions = [], typing }: ControlProps & { readonly typing: Typing }) {
  const { state } = useDesk();
  const choices = lists.find((list) => list.id === field.list)?.choices ?? [];
  const shown = choiceText(field, text, lists, state.language);
  const labels = choices.map(({ label }): Suggestion => ({ value: label[state.language], label: undefined }));
  return <Suggested typing={{ ...typing, value: shown }} suggestions={[...labels, ...suggestions]} />;
}

/** A date typed as people write it, or picked from the calendar beside it. */
function DateInput({
  text,
  typing,
  placeholder,
  field,
  onType,
}: ControlProps & { readonly typing: Typing; readonly placeholder: string }) {
  const { text: words } = useDesk();
  const result = parsed(field, text, lists);
  const picked = 'value' in result && typeof result.value === 'string' ? result.value : '';
  return (
    <>
      <input type="text" autocomplete="off" {...typing} placeholder={placeholder} />
      <input
        type="date"
        class="picker"
        tabIndex={-1}
        aria-label={words.form.pickDate}
        title={words.form.pickDate}
        value={picked}
        max="2199-12-31"
        min="1900-01-01"
        onChange={(event) => event.currentTarget.value !== '' && onType(event.currentTarget.value)}
      />
    </>
  );
}
