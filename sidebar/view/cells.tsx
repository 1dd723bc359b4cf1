import { useId, useMemo, useState } from 'preact/hooks';
import { sum } from '../../src/maths/figure';
import { spread } from '../../src/maths/spread';
import type { Field, Role } from '../../src/model/field';
import type { Proposal } from '../../src/model/proposal';
import { cellKeys, isTypable } from '../../src/model/tab';
import type { Row } from '../book';
import { type Draft, totalKey, wantedCell } from '../form/draft';
import type { Shown } from '../form/live';
import { sharedByOthers } from '../form/others';
import { cellLabels, lists, type Part } from '../planParts';
import { meantValue } from '../steps';
import { inputText, typedValue } from '../value/inputText';
import { shownText, signed, unitText } from '../value/shown';
import { useDesk } from './context';
import { Correct } from './correct';
import { FieldInput } from './field';
import { inputTextOf } from './inputs';
import { Proposed } from './proposed';

interface CellsProps {
  readonly part: Part;
  readonly field: Field;
  readonly draft: Draft;
  readonly figures: Shown;
  readonly message: (key: string) => string | undefined;
  readonly role: Role;
  readonly label: string;
  readonly note: string | undefined;
}

const totalled: ReadonlySet<string> = new Set(['money', 'count', 'months', 'number', 'index']);

/** A field of several cells: its cells beside each other under one heading, folded where the workbook fills them. */
export function Cells(props: CellsProps) {
  const { part, field, draft, figures, message, role, label, note } = props;
  const { store, state, terms, text } = useDesk();
  const keys = cellKeys(field);
  const labels = cellLabels(part, field, state.language, terms.firstMonth);
  const numbers = numbersOf(field, figures);
  // Now and a target do not add up; the months of a year do.
  const total = field.monthly && totalled.has(field.kind) ? sum(numbers) : null;
  const share = field.shares === undefined ? undefined : figures[field.shares];
  const shared = typeof share === 'number' ? share : null;
  const shownTotal = total === null ? '' : text.form.cellsFilled(shownText(field, total, lists, terms));
  /** What the workbook is yet to compute leaves the heading to say so. */
  const cellText = (key: string): string => shownText(field, figures[key] ?? null, lists, terms) || text.overview.none;
  const isOpen = keys.some((key) => figures[key] === undefined);
  const messages = [...new Set([field.id, ...keys].flatMap((key) => message(key) ?? []))];
  const unit = unitText(field, terms);
  // A day does not stand whole in a third of the form.
  const grid = keys.length === 2 || field.kind === 'date' ? 'grid two' : 'grid';
  // What a person fills in or compares stands open; twelve months that are only computed fold.
  const [open, setOpen] = useState(isTypable(role) || role === 'imported' || keys.length === 2);
  return (
    <details class="cells" open={open || messages.length > 0} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{unit === '' ? label : text.form.withUnit(label, unit)}</span>
        <span class="small quiet">{isOpen ? text.form.afterSaving : shownTotal}</span>
      </summary>
      {note !== undefined && <p class="hint">{note}</p>}
      {!isTypable(role) ? (
        <dl class={grid}>
          {keys.map((key, index) => (
            <div key={key}>
              <dt class="small quiet">{labels[index]}</dt>
              <dd>{cellText(key)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <fieldset class={grid}>
          <legend class="hidden">{label}</legend>
          {keys.map((key, index) => {
            const typed = inputTextOf(part.tab, field, draft, key, terms);
            return (
              <FieldInput
                key={key}
                small
                field={field}
                cell={key}
                label={labels[index] ?? key}
                text={typed}
                formula={role === 'default' ? { value: figures[key], typedOver: typed.trim() !== '' } : undefined}
                message={message(key)}
                onType={(value) => store.forms.type(key, value)}
              />
            );
          })}
        </fieldset>
      )}
      {role === 'imported' && field.monthly && !draft.isNew && <Correct part={part} field={field} row={draft.base} />}
      {message(field.id) !== undefined && <p class="wrong">{message(field.id)}</p>}
      {role === 'default' && keys.some((key) => inputTextOf(part.tab, field, draft, key, terms) !== '') && (
        <p class="hint over">
          {text.form.typedOver}{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => {
              for (const key of keys) store.forms.type(key, '');
            }}
          >
            {text.form.restore}
          </button>
        </p>
      )}
      {isTypable(role) && field.shares !== undefined && <Spread {...props} total={shared ?? total} />}
    </details>
  );
}

const known = (figures: Shown): Row['values'] =>
  Object.fromEntries(Object.entries(figures).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

/** What the form shows in each cell of a field, as far as it is a number. */
const numbersOf = (field: Field, figures: Shown): readonly (number | null)[] =>
  cellKeys(field).map((key) => {
    const value = figures[key];
    return typeof value === 'number' ? value : null;
  });

/** How a total is split: evenly, by the season index of the settings, or over the months that nobody has typed. */
type Way = 'evenly' | 'bySeason' | 'others';

/** A total split over the twelve months. */
function Spread({ part, field, draft, figures, total }: CellsProps & { readonly total: number | null }) {
  const { store, state, terms, text } = useDesk();
  const { form } = text;
  const id = useId();
  const [way, setWay] = useState<Way | undefined>(undefined);
  const shown = draft.edits[totalKey(field.id)] ?? inputText(field, total, terms);
  const rounding = meantValue(state.opened, 'roundingUnit');
  const unit = field.kind === 'money' && typeof rounding === 'number' ? rounding : 1;
  // Months that someone has typed keep what they have where the others are to make up for them.
  const kept = cellKeys(field).map((key, index) =>
    inputTextOf(part.tab, field, draft, key, terms).trim() === '' ? null : (numbersOf(field, figures)[index] ?? null),
  );
  const isPartly = kept.some((month) => month !== null) && kept.includes(null);
  const off = total === null ? 0 : total - (sum(numbersOf(field, figures)) ?? 0);
  const proposal = useMemo(() => way && proposed(way), [way, shown, unit, draft.edits, draft.base, state.opened]);

  function weightsOf(chosen: Way): readonly number[] {
    return cellKeys(field).map((_, month) => {
      const index = meantValue(state.opened, 'seasonIndex', { cell: month + 1 });
      return chosen === 'bySeason' && typeof index === 'number' ? index : 1;
    });
  }

  function shares(amount: number, chosen: Way): readonly number[] | undefined {
    if (chosen === 'others') {
      const standing = numbersOf(field, figures).map((figure) => Math.max(0, figure ?? 0));
      return sharedByOthers(amount, kept, standing, weightsOf('bySeason'), unit);
    }
    const parts = spread(amount, weightsOf(chosen), unit);
    return Array.isArray(parts) ? parts : undefined;
  }

  /** The months from what the form holds to their shares of the total; none if it cannot be split. */
  function proposed(chosen: Way): Proposal | 'unsplittable' {
    const result = typedValue({ ...field, role: 'input' }, shown, lists, terms);
    const amount = 'value' in result && typeof result.value === 'number' ? result.value : undefined;
    const parts = amount === undefined || amount < 0 ? undefined : shares(amount, chosen);
    if (parts === undefined) return 'unsplittable';
    const from = cellKeys(field).map((key) => {
      const wanted = wantedCell(part.tab, draft, key, terms);
      return 'value' in wanted ? wanted.value : null;
    });
    return {
      part: part.tab.id,
      changes: [{ record: draft.base.id, field: field.id, from, to: parts }],
      added: [],
      totals: [{ field: field.id, before: sum(numbersOf(field, figures)), after: amount ?? null }],
    };
  }

  // Cells that nobody has typed into stand at what their formulas come to in the form.
  const standing: Row = { ...draft.base, values: { ...draft.base.values, ...known(figures) } };

  function apply(accepted: Proposal): void {
    store.forms.apply(accepted, text.done.spread);
    store.forms.untype(totalKey(field.id));
    setWay(undefined);
  }

  return (
    <div class="spread">
      <label for={id}>{form.spread}</label>
      <div class="input">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          class="number"
          value={shown}
          onInput={(event) => store.forms.type(totalKey(field.id), event.currentTarget.value)}
        />
      </div>
      {isPartly && Math.abs(off) >= 0.005 && (
        <div class="others">
          <p class="small bad">{form.monthsOff(signed(shownText(field, off, lists, terms), off))}</p>
          <button type="button" class="button" aria-pressed={way === 'others'} onClick={() => setWay('others')}>
            {form.spreadOthers}
          </button>
        </div>
      )}
      <div class="buttons">
        <button type="button" class="button" aria-pressed={way === 'evenly'} onClick={() => setWay('evenly')}>
          {form.spreadEvenly}
        </button>
        <button type="button" class="button" aria-pressed={way === 'bySeason'} onClick={() => setWay('bySeason')}>
          {form.spreadBySeason}
        </button>
      </div>
      {proposal === 'unsplittable' && (
        <p class="wrong" role="alert">
          {form.spreadFault}
        </p>
      )}
      {typeof proposal === 'object' && (
        <Proposed alone rows={[standing]} proposal={proposal} go={form.spreadApply} onGo={() => apply(proposal)} />
      )}
    </div>
  );
}
