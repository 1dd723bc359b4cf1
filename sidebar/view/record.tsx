import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Field } from '../../src/model/field';
import { changedCells, type Draft, draftFaults, isDirty, isSettled } from '../form/draft';
import { faultWords } from '../form/fault';
import { draftFigures, draftRow, draftWorld } from '../form/live';
import type { World } from '../live/world';
import { cellOf, fieldLabel, fieldText, lists, type Part, partOf, roleIn, textOf, visible } from '../plan';
import { rowsFound } from '../rows/find';
import { titleOf } from '../rows/title';
import { plainListing, type View } from '../store/state';
import { moneyText, percentText, shownText, signed } from '../value/shown';
import { Cells } from './cells';
import { useDesk } from './context';
import { FieldInput } from './field';
import { inputTextOf, peopleNames } from './inputs';
import { Action, Head, IconButton, Panel } from './pieces';

/** The form of one record: its inputs in the order of the tab, with what is computed from them beside them. */
export function RecordForm({ view }: { readonly view: Extract<View, { kind: 'record' | 'new' }> }) {
  const { state, text } = useDesk();
  const part = partOf(view.part);
  const { draft } = state;
  if (!part) return null;
  const back: View = part.tab.shape === 'record' ? { kind: 'overview' } : { kind: 'part', part: view.part };
  if (draft?.part !== view.part) {
    const missing = state.books[view.part] !== undefined && !state.stale.has(view.part);
    return (
      <main>
        <Head title={textOf(part, state.language).title} back={back} />
        <p class="quiet">{missing ? text.form.wasRemoved : text.common.loading}</p>
      </main>
    );
  }
  return <Form key={draft.base.id} part={part} draft={draft} view={view} back={back} />;
}

interface FormProps {
  readonly part: Part;
  readonly draft: Draft;
  readonly view: Extract<View, { kind: 'record' | 'new' }>;
  readonly back: View;
}

function Form({ part, draft, view, back }: FormProps) {
  const { store, state, terms, text } = useDesk();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { tab } = part;
  const row = useMemo(() => draftRow(tab, draft, terms), [draft.base, draft.edits, terms.unit]);
  const world = useWorld(part, draft, row);
  const figures = draftFigures(tab, draft, row, world);
  const faults = draftFaults(tab, draft, terms);
  const names = peopleNames(state.books);

  useEffect(() => {
    if (view.kind !== 'record' || view.cell === undefined) return;
    focusCell(form.current, view.cell);
  }, []);

  async function submit(): Promise<void> {
    setTried(true);
    const [first] = faults.keys();
    if (first !== undefined) focusCell(form.current, first);
    else if (await store.forms.save()) setTried(false);
  }

  const message = (key: string): string | undefined => {
    const fault = faults.get(key);
    const shown = fault && (tried || (draft.edits[key] !== undefined && fault.code !== 'required'));
    if (shown || (fault?.code === 'required' && draft.edits[key] === '')) return faultWords(fault, text);
    const { refused } = draft;
    if (refused[key] !== undefined) return refused[key];
    return draft.edits[key] === undefined ? storedFault(key) : undefined;
  };

  /** What is wrong with what stands in the workbook. */
  function storedFault(key: string): string | undefined {
    const found = state.books[part.tab.id]?.faults.find(
      (fault) => fault.record === draft.base.id && fault.cell === key,
    );
    if (!found) return undefined;
    if (found.code === 'blank') return tried ? text.faults.required : undefined;
    if (found.code === 'error') return text.faults.error(String(draft.base.values[key] ?? ''));
    return found.code === 'twice' ? text.faults.twice : text.faults.unfit;
  }

  return (
    <main>
      <Head title={view.kind === 'new' ? text.form.isNew : titleOf(part, draft.base, terms)} back={back} />
      {view.kind === 'record' && <Neighbours part={part} draft={draft} />}
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key === 's')) {
            event.preventDefault();
            void submit();
          }
        }}
      >
        <Troubles part={part} draft={draft} />
        {visible(tab).map((field) => (
          <FieldBlock
            key={field.id}
            part={part}
            field={field}
            draft={draft}
            figures={figures}
            message={message}
            names={names}
          />
        ))}
        <Foot part={part} draft={draft} world={world} faulty={tried ? faults.size : 0} />
      </form>
    </main>
  );
}

/** Computing thousands of stores takes longer than a keystroke may: then the figures follow when typing pauses. */
const manyStores = 600;

function useWorld(part: Part, draft: Draft, row: ReturnType<typeof draftRow>): World | undefined {
  const { state } = useDesk();
  const { books } = state;
  const stores = books.stores?.rows.length ?? 0;
  const [settled, setSettled] = useState(row);
  useEffect(() => {
    if (stores <= manyStores) return;
    const timer = setTimeout(() => setSettled(row), 250);
    return () => clearTimeout(timer);
  }, [row, stores]);
  const used = stores <= manyStores || settled.id !== draft.base.id ? row : settled;
  return useMemo(
    () => draftWorld(books, part.tab.id, used),
    [books.settings, books.baseline, books.stores, books.summary, used],
  );
}

function focusCell(form: HTMLFormElement | null, cell: string): void {
  const inputs = [...(form?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  const input = inputs.find((element) => element.dataset.cell === cell);
  const closed = input?.closest('details');
  if (closed) closed.open = true;
  input?.focus();
}

interface BlockProps {
  readonly part: Part;
  readonly field: Field;
  readonly draft: Draft;
  readonly figures: ReturnType<typeof draftFigures>;
  readonly message: (key: string) => string | undefined;
  readonly names: readonly string[];
}

function FieldBlock({ part, field, draft, figures, message, names }: BlockProps) {
  const { store, state, terms } = useDesk();
  const role = roleIn(part.tab, field, draft.base.id);
  const label = fieldLabel(part, field, state.language);
  const { note } = fieldText(part, field, state.language);
  if (field.cells !== undefined)
    return <Cells {...{ part, field, draft, figures, message, role, label, note: note ?? undefined }} />;
  if (role === 'computed') return <Figure label={label} note={note} field={field} value={figures[field.id] ?? null} />;
  const text = inputTextOf(part.tab, field, draft, field.id, terms);
  return (
    <FieldInput
      field={field}
      cell={field.id}
      label={label}
      hint={note}
      text={text}
      formula={role === 'default' ? { value: figures[field.id] ?? null, typedOver: text.trim() !== '' } : undefined}
      message={message(field.id)}
      names={names}
      onType={(typed) => store.forms.type(field.id, typed)}
    />
  );
}

interface FigureProps {
  readonly label: string;
  readonly note: string | undefined;
  readonly field: Field;
  readonly value: string | number | boolean | null;
}

/** A computed figure; how it is computed unfolds. */
export function Figure({ label, note, field, value }: FigureProps) {
  const { terms, text } = useDesk();
  const shown = shownText(field, value, lists, terms) || text.overview.none;
  if (note === undefined) {
    return (
      <p class="figure">
        <span>{label}</span>
        <output>{shown}</output>
      </p>
    );
  }
  return (
    <details class="figure">
      <summary>
        <span>{label}</span>
        <output>{shown}</output>
      </summary>
      <p class="hint">{note}</p>
    </details>
  );
}

/** The rows before and after this one, in the order of the list that one came from. */
function Neighbours({ part, draft }: { readonly part: Part; readonly draft: Draft }) {
  const { store, state, text } = useDesk();
  const { tab } = part;
  const book = state.books[tab.id];
  const id = tab.id;
  const found = useMemo(
    () => (book ? rowsFound(part, book, (state.listings[id] ?? plainListing).filter, state.language) : []),
    [book, state.listings[id]],
  );
  const all = found.some((row) => row.id === draft.base.id) ? found : (book?.rows ?? []);
  const index = all.findIndex((row) => row.id === draft.base.id);
  const to = (step: number): void => {
    const row = all[index + step];
    if (row) store.moving.go({ kind: 'record', part: id, record: row.id });
  };
  return (
    <div class="tools" role="toolbar" aria-label={titleOf(part, draft.base, store.hub.terms())}>
      {tab.shape !== 'record' && index >= 0 && (
        <>
          <IconButton icon="up" label={text.form.previous} disabled={index <= 0} onClick={() => to(-1)} />
          <span class="small quiet">{text.form.place(index + 1, all.length)}</span>
          <IconButton icon="down" label={text.form.next} disabled={index >= all.length - 1} onClick={() => to(1)} />
        </>
      )}
      <span class="grow" />
      <IconButton icon="row" label={text.form.toRow} onClick={() => void store.grid.toRow(id, draft.base.id)} />
      {tab.shape === 'table' && (
        <IconButton
          icon="bin"
          label={text.form.remove}
          disabled={state.busy !== undefined || draft.saving}
          onClick={() => void store.acts.remove(id, [draft.base.id])}
        />
      )}
    </div>
  );
}

/** What keeps the form from being saved, and what to do about it. */
function Troubles({ part, draft }: { readonly part: Part; readonly draft: Draft }) {
  const { store, text } = useDesk();
  const { trouble } = draft;
  if (draft.clashes.length > 0) return <Clashes part={part} draft={draft} />;
  if (trouble?.kind === 'gone') {
    return (
      <Panel tone="bad" title={text.form.remove}>
        <p>{text.form.gone}</p>
        <div class="stack">
          {part.tab.shape === 'table' && <Action onClick={store.forms.addAgain}>{text.form.addAgain}</Action>}
          <Action onClick={store.forms.giveUp}>{text.form.giveUp}</Action>
        </div>
      </Panel>
    );
  }
  if (trouble?.kind === 'invalid') return <Panel tone="bad">{<p role="alert">{trouble.message}</p>}</Panel>;
  return null;
}

function Clashes({ part, draft }: { readonly part: Part; readonly draft: Draft }) {
  const { store, state, terms, text } = useDesk();
  const { conflict } = text;
  return (
    <Panel tone="bad" title={conflict.title}>
      <p role="alert">{conflict.body}</p>
      {draft.clashes.map(({ cell, theirs, mine, choice }) => {
        const found = cellOf(part.tab, cell);
        if (!found) return null;
        const role = roleIn(part.tab, found.field, draft.base.id);
        const shown = (value: typeof theirs): string =>
          value === null
            ? role === 'default'
              ? conflict.formula
              : conflict.blank
            : shownText(found.field, value, lists, terms);
        const label = fieldLabel(part, found.field, state.language);
        return (
          <fieldset key={cell} class="clash">
            <legend>{found.field.cells === undefined ? label : `${label} ${found.index + 1}`}</legend>
            {(['theirs', 'mine'] as const).map((side) => (
              <label key={side} class="option">
                <input
                  type="radio"
                  name={`clash-${cell}`}
                  checked={choice === side}
                  onChange={() => store.forms.choose(cell, side)}
                />
                <span>
                  <span class="small quiet">{conflict[side]}</span>
                  <span class="value">{shown(side === 'theirs' ? theirs : mine)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <Action main disabled={!isSettled(draft)} onClick={() => void store.forms.saveChoices()}>
        {conflict.save}
      </Action>
    </Panel>
  );
}

interface FootProps {
  readonly part: Part;
  readonly draft: Draft;
  readonly world: World | undefined;
  readonly faulty: number;
}

/** Always in sight: the region with what is typed, how the form stands, and the button that saves it. */
function Foot({ part, draft, world, faulty }: FootProps) {
  const { store, state, terms, text } = useDesk();
  const { form } = text;
  const dirty = draft.isNew || isDirty(part.tab, draft, terms);
  const changed = changedCells(part.tab, draft, terms).length > 0;
  const typable = part.tab.fields.some(
    (field) => !field.hidden && roleIn(part.tab, field, draft.base.id) !== 'computed',
  );
  const region = world?.region;
  const status = statusWords();
  function statusWords(): { readonly words: string; readonly bad: boolean } {
    if (faulty > 0) return { words: form.fixFirst(faulty), bad: true };
    if (draft.saving) return { words: form.saving, bad: false };
    switch (draft.trouble?.kind) {
      case 'busy':
        return { words: text.trouble.busyStill, bad: true };
      case 'offline':
      case 'failed':
        return { words: text.trouble[draft.trouble.kind], bad: true };
      case 'conflict':
        return { words: text.conflict.title, bad: true };
    }
    if (changed) return { words: form.unsaved, bad: false };
    if (!state.savedAt) return { words: '', bad: false };
    const time = state.savedAt.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    return { words: form.saved(time), bad: false };
  }
  return (
    <footer class="foot">
      {region && region.gap !== null && (
        <p class="region small" aria-live="off">
          <span>{form.regionNow}</span>
          <span>
            {form.gapNow} <b>{signed(moneyText(region.gap, terms), region.gap)}</b>
            {region.rows.all.plannedGrowth !== null && ` · ${percentText(region.rows.all.plannedGrowth)}`}
          </span>
        </p>
      )}
      <p class={status.bad ? 'small bad' : 'small quiet'} role="status">
        {status.words}
      </p>
      {typable && (
        <div class="buttons">
          <button type="submit" class="button main" disabled={draft.saving || !dirty || draft.clashes.length > 0}>
            {draft.isNew ? form.add : form.save}
          </button>
          {changed && !draft.saving && !draft.isNew && <Action onClick={store.forms.revert}>{form.revert}</Action>}
        </div>
      )}
    </footer>
  );
}
