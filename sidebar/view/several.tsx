import { useId, useMemo } from 'preact/hooks';
import { type Proposal, replaced } from '../../src/model/proposal';
import { faultWords } from '../../src/model/ruleText';
import { hasRead } from '../book';
import { draftOf, wantedCell } from '../form/draft';
import { chosenRows, rowsChosen } from '../form/slip';
import { fieldLabel, fieldText, lists, type Part, partOf, textOf } from '../planParts';
import { type Filter, rowsFound } from '../rows/find';
import { changesTo, settable } from '../rows/several';
import { titleOf } from '../rows/title';
import { totalsOf } from '../rows/totals';
import { plainListing } from '../store/state';
import { shownText } from '../value/shown';
import { ChosenRows } from './chosenRows';
import { useDesk } from './context';
import { FieldInput } from './field';
import { suggestionsFor } from './inputs';
import { Action, Head, Panel, Progress } from './pieces';
import { Proposed } from './proposed';

/** One field of many rows, in one request: the rows found, less those that are unticked. */
export function SeveralView({ id }: { readonly id: string }) {
  const { state, text } = useDesk();
  const part = partOf(id);
  if (!part) return null;
  return (
    <main>
      <Head title={text.several.title} back={{ kind: 'part', part: id }} />
      <p class="small quiet">{textOf(part, state.language).title}</p>
      {state.books[id] ? <Several part={part} /> : <p class="quiet">{text.common.loading}</p>}
    </main>
  );
}

function Several({ part }: { readonly part: Part }) {
  const { store, state, terms, text } = useDesk();
  const { tab } = part;
  const id = useId();
  const book = state.books[tab.id] ?? { part: tab.id, rows: [], faults: [] };
  const listing = state.listings[tab.id] ?? plainListing;
  const slip = store.slips.of(tab.id, '#several');
  const { field: fieldId = '', value: typed } = slip?.texts ?? {};
  const left = useMemo(() => (slip ? chosenRows(slip).left : new Set<string>()), [slip]);
  const found = useMemo(
    () => rowsFound(part, book, listing.filter, state.language),
    [book, listing.filter, state.language],
  );
  const rows = found.filter((row) => !left.has(row.id));
  const field = settable(tab).find((candidate) => candidate.id === fieldId);
  const label = field ? fieldLabel(part, field, state.language) : '';

  const known = field !== undefined && hasRead(book, [field.id]);

  // One draft stands for all of the rows: the value is typed, checked and worded as in a form.
  const draft = draftOf(tab.id, { id: '', values: {}, typedOver: new Set() });
  const wanted = field && wantedCell(tab, { ...draft, edits: { [field.id]: typed ?? '' } }, field.id, terms);
  const value = wanted && 'value' in wanted ? wanted.value : undefined;
  const changes = useMemo(
    () => (field && known && value !== undefined && typed !== undefined ? changesTo(tab, rows, field, value) : []),
    [field, known, value, rows.length, book, left, listing.filter, typed],
  );
  const replacing = replaced(changes);
  const proposal = useMemo(
    (): Proposal => ({ part: tab.id, changes, added: [], totals: totalsOf(tab, book.rows, changes) }),
    [changes, book],
  );

  async function apply(): Promise<void> {
    if (await store.acts.apply(proposal, text.done.set(changes.length))) choose({ value: undefined });
  }

  /** What is typed, and what it is for: the field, and the rows as they are chosen now. */
  function choose(next: {
    readonly field?: string;
    readonly value?: string | undefined;
    readonly filter?: Filter;
    readonly left?: ReadonlySet<string>;
  }): void {
    const {
      field: wanted,
      value,
      filter,
      left: out,
    } = { field: fieldId, value: typed, filter: listing.filter, left, ...next };
    const chosen = rowsFound(part, book, filter, state.language).filter((row) => !out.has(row.id)).length;
    // As it was chosen when it was typed: what others change since is seen by it.
    const was = { rows: chosen };
    const texts = { field: wanted, ...(value === undefined ? {} : { value }), ...rowsChosen(filter, out) };
    store.slips.type(tab.id, '#several', texts, was);
  }

  return (
    <>
      <p>{text.several.fromFilter}</p>
      <ChosenRows
        part={part}
        book={book}
        filter={listing.filter}
        found={found}
        left={left}
        said={text.several.chosen(rows.length)}
        nameOf={(row) => titleOf(part, row, terms)}
        onFilter={(filter) => {
          store.moving.list(tab.id, { filter });
          choose({ filter });
        }}
        onLeave={(next) => choose({ left: next })}
      />
      <div class="field">
        <label for={`${id}-field`}>{text.several.field}</label>
        <select
          id={`${id}-field`}
          value={fieldId}
          onChange={(event) => {
            const { value } = event.currentTarget;
            choose({ field: value, value: undefined });
            if (value !== '') void store.reading.read(tab.id, false, [value]);
          }}
        >
          <option value="">{text.several.pick}</option>
          {settable(tab).map((candidate) => (
            <option key={candidate.id} value={candidate.id}>
              {fieldLabel(part, candidate, state.language)}
            </option>
          ))}
        </select>
      </div>
      {field && (
        <FieldInput
          key={field.id}
          field={field}
          cell={field.id}
          label={text.several.value}
          hint={fieldText(part, field, state.language).note}
          text={typed ?? ''}
          message={
            wanted && 'fault' in wanted && typed !== undefined
              ? faultWords(wanted.fault, state.language, () => label)
              : undefined
          }
          suggestions={suggestionsFor(field, state, terms)}
          onType={(value) => choose({ value })}
        />
      )}
      {field && typed === undefined && !field.required && (
        <button type="button" class="text-button" onClick={() => choose({ value: '' })}>
          {field.role === 'default' ? text.several.restoreAll : text.several.clearAll}
        </button>
      )}
      {typed !== undefined && typeof slip?.was.rows === 'number' && slip.was.rows !== rows.length && (
        <p class="small bad">{text.kept.otherRows(slip.was.rows, rows.length)}</p>
      )}
      {field && !known && <p class="quiet">{text.common.loading}</p>}
      {known && value !== undefined && typed !== undefined && changes.length === 0 && (
        <Panel tone="plain">{<p>{text.several.nothingToDo}</p>}</Panel>
      )}
      {changes.length > 0 && (
        <Proposed proposal={proposal} go={text.several.go(changes.length)} onGo={() => void apply()}>
          <p>{effect()}</p>
          {replacing > 0 && value !== null && <p class="small bad">{text.several.replaces(replacing)}</p>}
        </Proposed>
      )}
      {state.busy && state.busy.of > 0 && (
        <Progress {...state.busy} label={text.several.blocks(state.busy.done, state.busy.of)} />
      )}
      <hr />
      <Action
        icon="bin"
        disabled={rows.length === 0 || state.busy !== undefined}
        onClick={() =>
          void store.acts.remove(
            tab.id,
            rows.map((row) => row.id),
          )
        }
      >
        {text.several.remove(rows.length)}
      </Action>
    </>
  );

  function effect(): string {
    if (!field || value === undefined) return '';
    if (value !== null) return text.several.will(label, shownText(field, value, lists, terms), changes.length);
    return field.role === 'default'
      ? text.several.willRestore(label, changes.length)
      : text.several.willClear(label, changes.length);
  }
}
