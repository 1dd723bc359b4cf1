import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Field } from '../../src/model/field';
import type { Language } from '../../src/model/language';
import type { Around } from '../../src/model/live';
import { faultWords } from '../../src/model/ruleText';
import { isTypable } from '../../src/model/tab';
import type { Row } from '../book';
import { aroundOf, sources } from '../form/around';
import { type Draft, draftFaults, isDirty } from '../form/draft';
import { draftFigures, draftRow } from '../form/live';
import { actionFor, tasksPart } from '../monthSteps';
import {
  fieldLabel,
  fieldText,
  meant,
  namedBy,
  type Part,
  partOf,
  partOfRole,
  roleIn,
  textOf,
  visible,
} from '../planParts';
import { figureOf } from '../rows/listed';
import { titleOf } from '../rows/title';
import { plainListing, type View } from '../store/state';
import type { Words } from '../text';
import { Cells } from './cells';
import { useDesk, usePulse } from './context';
import { FieldInput } from './field';
import { Figure } from './figure';
import { Follow } from './follow';
import { Foot } from './foot';
import { Groups } from './groups';
import { figuresNamed, inputTextOf, recordNamed, suggestionsFor } from './inputs';
import { Neighbours } from './neighbours';
import { RowWords } from './part';
import { Action, Head, IconButton, Question } from './pieces';
import { StoreMonths } from './storeMonths';
import { Troubles } from './troubles';

/** The form of one record: its inputs in the order of the tab, with what is computed from them beside them. */
export function RecordForm({ view }: { readonly view: Extract<View, { kind: 'record' | 'new' }> }) {
  const { store, state, terms, text } = useDesk();
  const part = partOf(view.part);
  if (!part) return null;
  const { tab } = part;
  const back: View = tab.shape === 'record' ? { kind: 'overview' } : { kind: 'part', part: tab.id };
  const book = state.books[tab.id];
  const draft = state.draft?.part === tab.id ? state.draft : undefined;
  // Of a large table only what its list needs is known until all of the record is read.
  const row = draft?.base ?? book?.rows.find(({ id }) => view.kind === 'record' && id === view.record);
  if (!row) {
    const missing = book !== undefined && !state.stale.has(tab.id);
    return (
      <main>
        <Head title={textOf(part, state.language).title} back={back} />
        <p class="quiet">{missing ? text.form.wasRemoved : text.common.loading}</p>
      </main>
    );
  }
  return (
    <main key={row.id}>
      <div class="top">
        <Head
          title={view.kind === 'new' ? newTitle(part, state.language, text) : titleOf(part, row, terms)}
          back={back}
        >
          {view.kind === 'record' && (
            <IconButton
              icon="clock"
              label={text.log.history}
              onClick={() => store.moving.go({ kind: 'log', part: tab.id, record: row.id })}
            />
          )}
          {view.kind === 'record' && tab.shape === 'table' && (
            <IconButton
              icon="bin"
              label={text.form.remove}
              disabled={state.busy !== undefined || draft?.saving === true}
              onClick={() => void store.acts.remove(tab.id, [row.id])}
            />
          )}
        </Head>
        {view.kind === 'record' && (
          <div class="line reach">
            {tab.shape === 'record' ? <span /> : <Neighbours part={part} record={row.id} />}
            <Follow part={tab.id} record={row.id} />
          </div>
        )}
      </div>
      {draft ? <Form part={part} draft={draft} view={view} /> : <Listed part={part} row={row} />}
    </main>
  );
}

/** What heads the form of a record that is being added. */
export const newTitle = (part: Part, language: Language, { form }: Words): string =>
  textOf(part, language).isNew ?? form.isNew;

/** A record as its list shows it, while the rest of it is read. */
function Listed({ part, row }: { readonly part: Part; readonly row: Row }) {
  const { state, text } = useDesk();
  return (
    <>
      <p class="row listed">
        <RowWords part={part} row={row} figure={figureOf(part, state.listings[part.tab.id] ?? plainListing)} />
      </p>
      <p class="quiet" role="status">
        {text.common.loading}
      </p>
    </>
  );
}

interface FormProps {
  readonly part: Part;
  readonly draft: Draft;
  readonly view: Extract<View, { kind: 'record' | 'new' }>;
}

function Form({ part, draft, view }: FormProps) {
  const { store, state, terms, text } = useDesk();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { tab } = part;
  const row = useMemo(() => draftRow(tab, draft, terms), [draft.base, draft.edits, terms.unit]);
  const around = useAround(part, draft, row);
  // What is known only after saving may stand in the record that the form names by now.
  const named = figuresNamed(tab, row.values, state.books);
  const computed = draftFigures(tab, draft, row, around, terms);
  const figures = Object.fromEntries(
    Object.entries(computed).map(([key, figure]) => [key, figure ?? named[key] ?? figure]),
  );
  const faults = draftFaults(tab, draft, terms, state.books[tab.id]?.rows);

  useEffect(() => {
    if (view.kind !== 'record' || view.cell === undefined) return;
    focusCell(form.current, view.cell);
  }, []);

  usePulse((isSeen) => store.pulse.saved(tab.id, draft.base.id, isSeen));

  const [asking, setAsking] = useState<{ readonly from: number; readonly to: number } | undefined>(undefined);
  const canSave = !draft.saving && draft.clashes.length === 0 && (draft.isNew || isDirty(tab, draft, terms));
  async function submit(agreed = false): Promise<void> {
    if (!canSave) return;
    setTried(true);
    const years = agreed ? undefined : yearsChanged();
    if (years) {
      setAsking(years);
      return;
    }
    const [first] = faults.keys();
    if (first !== undefined) {
      focusCell(form.current, first);
      // The record that has it already may be gone by now.
      if (faults.get(first)?.rule === 'unique') void store.reading.read(tab.id, true);
    } else if (await store.forms.save()) setTried(false);
  }

  /** Another plan year for a plan that holds stores: what stands in it was meant for the one before. */
  function yearsChanged(): { readonly from: number; readonly to: number } | undefined {
    const field = meant('planYear')?.field.id;
    if (tab.role !== 'terms' || field === undefined) return undefined;
    const outlets = partOfRole('outlets')?.tab.id;
    const isFilled = state.checked.some(({ part: one, records }) => one === outlets && records > 0);
    const [from, to] = [draft.base.values[field], row.values[field]];
    return isFilled && typeof from === 'number' && typeof to === 'number' && from !== to ? { from, to } : undefined;
  }

  function labelOf(id: string): string {
    const field = tab.fields.find((candidate) => candidate.id === id);
    return field ? fieldLabel(part, field, state.language) : id;
  }

  const message = (key: string): string | undefined => {
    const fault = faults.get(key);
    const isTyped = draft.edits[key] !== undefined && fault?.rule !== 'needed';
    const shown = fault && (tried || isTyped || fault.rule === 'notBefore');
    if (shown || (fault?.rule === 'needed' && draft.edits[key] === ''))
      return faultWords(fault, state.language, labelOf);
    const { refused } = draft;
    if (refused[key] !== undefined) return refused[key];
    return draft.edits[key] === undefined ? storedFault(key) : undefined;
  };

  /** What is wrong with what stands in the workbook. */
  function storedFault(key: string): string | undefined {
    const found = state.books[part.tab.id]?.faults.find(
      (fault) => fault.record === draft.base.id && fault.field === key,
    );
    if (!found || (found.rule === 'needed' && !tried)) return undefined;
    return faultWords(found, state.language, labelOf);
  }

  return (
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
      {hasMoney(tab) && <p class="small quiet">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>}
      <Troubles part={part} draft={draft} />
      {tab.role === 'outlets' && !draft.isNew && <StoreMonths row={draft.base} />}
      {tab.role === 'outlets' && !draft.isNew && <StoreLinks tab={tab} row={draft.base} />}
      <Groups part={part}>
        {(field) => (
          <FieldBlock key={field.id} part={part} field={field} draft={draft} figures={figures} message={message} />
        )}
      </Groups>
      {asking && (
        <Question
          title={text.form.changeYear(String(asking.from), String(asking.to))}
          body={text.form.yearChanged(String(asking.to - 1))}
          onCancel={() => setAsking(undefined)}
        >
          {asking.to === asking.from + 1 && (
            <Action
              main
              onClick={() => {
                setAsking(undefined);
                store.forms.type(meant('planYear')?.field.id ?? '', String(asking.from));
                store.moving.go({ kind: 'nextYear' });
              }}
            >
              {text.form.startYear(String(asking.to))}
            </Action>
          )}
          <Action
            main={asking.to !== asking.from + 1}
            onClick={() => {
              setAsking(undefined);
              void submit(true);
            }}
          >
            {text.form.changeIt}
          </Action>
          <Action onClick={() => setAsking(undefined)}>{text.form.keepYear}</Action>
        </Question>
      )}
      <Foot part={part} draft={draft} region={around.region} faulty={tried ? faults.size : 0} canSave={canSave} />
    </form>
  );
}

/** The ways from a store's form: to its page, and, where actions are kept, to a new one about it. */
function StoreLinks({ tab, row }: { readonly tab: Part['tab']; readonly row: Row }) {
  const { store, state, text } = useDesk();
  const key = row.values[tab.fields.find((field) => field.key)?.id ?? ''];
  if (typeof key !== 'string' || key === '') return null;
  const canAct = tasksPart !== undefined && (state.opened?.present ?? []).includes(tasksPart.tab.id);
  const isRed = state.following?.unacted.some((one) => one.record === row.id) ?? false;
  return (
    <>
      {canAct && (
        <p class="small">
          {isRed && <span class="bad">{text.month.redUnacted} </span>}
          <button type="button" class="text-button" onClick={() => store.moving.go(actionFor(key))}>
            {text.month.act}
          </button>
        </p>
      )}
      <p class="small">
        <button
          type="button"
          class="text-button"
          onClick={() => store.moving.go({ kind: 'storePages', store: key, record: row.id })}
        >
          {text.storePages.openOne}
        </button>
      </p>
    </>
  );
}

const hasMoney = (tab: Part['tab']): boolean => visible(tab).some(({ kind }) => kind === 'money');

/** Computing thousands of stores takes longer than a keystroke may: then the figures follow when typing pauses. */
const manyRows = 600;

function useAround(part: Part, draft: Draft, row: ReturnType<typeof draftRow>): Around {
  const { state } = useDesk();
  const { books } = state;
  const read = sources.map((source) => books[source]);
  const many = read.reduce((rows, book) => rows + (book?.rows.length ?? 0), 0) > manyRows;
  const [settled, setSettled] = useState(row);
  useEffect(() => {
    if (!many) return;
    const timer = setTimeout(() => setSettled(row), 250);
    return () => clearTimeout(timer);
  }, [row, many]);
  const used = !many || settled.id !== draft.base.id ? row : settled;
  return useMemo(
    () => aroundOf(books, { part: part.tab.id, row: used, before: draft.base }),
    [...read, used, draft.base],
  );
}

function focusCell(form: HTMLFormElement | null, cell: string): void {
  const inputs = [...(form?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  const input = inputs.find((element) => element.dataset.cell === cell);
  for (let closed = input?.closest('details'); closed; closed = closed.parentElement?.closest('details'))
    closed.open = true;
  input?.focus();
}

interface BlockProps {
  readonly part: Part;
  readonly field: Field;
  readonly draft: Draft;
  readonly figures: ReturnType<typeof draftFigures>;
  readonly message: (key: string) => string | undefined;
}

function FieldBlock({ part, field, draft, figures, message }: BlockProps) {
  const { store, state, terms } = useDesk();
  const role = roleIn(part.tab, field, draft.base.id);
  const label = fieldLabel(part, field, state.language);
  const { note } = fieldText(part, field, state.language);
  if (field.cells !== undefined)
    return <Cells {...{ part, field, draft, figures, message, role, label, note: note ?? undefined }} />;
  if (!isTypable(role)) return <Figure label={label} note={note} field={field} value={figures[field.id]} />;
  const text = inputTextOf(part.tab, field, draft, field.id, terms);
  const input = (
    <FieldInput
      field={field}
      cell={field.id}
      label={label}
      hint={note}
      text={text}
      formula={role === 'default' ? { value: figures[field.id], typedOver: text.trim() !== '' } : undefined}
      message={message(field.id)}
      suggestions={suggestionsFor(field, state, terms)}
      onType={(typed) => store.forms.type(field.id, typed)}
    />
  );
  return field.ref === undefined ? (
    input
  ) : (
    <>
      {input}
      <Named field={field} text={text} />
    </>
  );
}

/** The way to the record that a field names, or that there is none. */
function Named({ field, text }: { readonly field: Field; readonly text: string }) {
  const { store, state, terms, text: words } = useDesk();
  const known = namedBy(field);
  const found = recordNamed(field, text, state.books);
  if (!known || found === undefined) return null;
  if (found === 'missing') return <p class="hint">{words.form.unknownRecord(textOf(known, state.language).title)}</p>;
  return (
    <button
      type="button"
      class="text-button named"
      onClick={() => store.moving.go({ kind: 'record', part: known.tab.id, record: found.id })}
    >
      {words.form.openRecord(titleOf(known, found, terms))}
    </button>
  );
}
