import { useId, useMemo, useState } from 'preact/hooks';
import type { Field } from '../../src/model/field';
import { type Book, isRead, type Row } from '../book';
import { fieldLabel, lists, type Part, partOf, textOf, visible } from '../planParts';
import { isFiltered } from '../rows/find';
import { figureOf, rowsListed } from '../rows/listed';
import { factFields, keysOf, namingOf, titleOf } from '../rows/title';
import { plainListing } from '../store/state';
import { shownText } from '../value/shown';
import { Closing } from './closing';
import { useDesk } from './context';
import { LastIndex } from './lastIndex';
import { Action, Head, IconButton } from './pieces';
import { Search } from './search';

/** Rows shown at first, and added by each "show more": a sidebar of thousands of rows stays quick. */
const page = 50;

/** The rows of a table, or of fixed rows, to find one and open it. */
export function PartView({ id }: { readonly id: string }) {
  const { store, state, text } = useDesk();
  const part = partOf(id);
  const book = state.books[id];
  if (!part) return null;
  const { title } = textOf(part, state.language);
  return (
    <main>
      <Head title={title} back={{ kind: 'overview' }}>
        <IconButton icon="row" label={text.overview.thisRow} onClick={() => void store.grid.thisRow()} />
      </Head>
      {book ? <Rows part={part} book={book} /> : <p class="quiet">{text.common.loading}</p>}
    </main>
  );
}

function Rows({ part, book }: { readonly part: Part; readonly book: Book }) {
  const { store, state, terms, text } = useDesk();
  const { tab } = part;
  const listing = state.listings[tab.id] ?? plainListing;
  const [limit, setLimit] = useState(page);
  const figure = useMemo(() => figureOf(part, listing), [part, listing]);
  const rows = useMemo(() => rowsListed(part, book, listing, state.language), [book, listing]);
  const isTable = tab.shape === 'table';
  const figures = figure !== undefined && rows.some((row) => (row.values[figure.id] ?? null) !== null);
  // What was chosen for more rows, or elsewhere, can be seen and taken back.
  const chosen = isFiltered(listing.filter) || listing.order !== 'none' || listing.figure !== undefined;
  const few = book.rows.length <= 12 && !chosen;
  const isEmpty = isTable && book.rows.length === 0;
  return (
    <>
      {isEmpty && <Empty part={part} />}
      <div class="tools" role="toolbar" aria-label={textOf(part, state.language).title}>
        {isTable && !tab.working && (
          <Action icon="plus" onClick={() => store.moving.go({ kind: 'new', part: tab.id })}>
            {text.part.add}
          </Action>
        )}
        {isTable && !tab.working && tab.fields.some((field) => field.key) && (
          <Action icon="upload" main={isEmpty} onClick={() => store.moving.go({ kind: 'import', part: tab.id })}>
            {text.part.importFile}
          </Action>
        )}
        {isTable && book.rows.length > 1 && (
          <Action icon="several" onClick={() => store.moving.go({ kind: 'several', part: tab.id })}>
            {text.part.several}
          </Action>
        )}
        {tab.working && isEmpty && (
          <Action main onClick={() => void store.grid.generate({ section: part.section.id })}>
            {text.respread.list}
          </Action>
        )}
        {tab.working && book.rows.length > 0 && (
          <Action icon="target" onClick={() => store.moving.go({ kind: 'respread', part: tab.id })}>
            {text.respread.title}
          </Action>
        )}
        {tab.role === 'ownerships' && (
          <Action icon="target" onClick={() => store.moving.go({ kind: 'fill' })}>
            {text.part.fill}
          </Action>
        )}
      </div>
      {tab.closes && <Closing part={part} book={book} />}
      {tab.sold?.isLastYear && <LastIndex part={part} book={book} />}
      {!few && (
        <>
          <Search
            part={part}
            book={book}
            filter={listing.filter}
            onChange={(filter) => {
              setLimit(page);
              store.moving.list(tab.id, { filter });
            }}
          />
          <Looks part={part} figure={figure} />
        </>
      )}
      {book.rows.length > 0 && (
        <div class="line small quiet">
          <p role="status">
            {isFiltered(listing.filter)
              ? text.part.found(rows.length, book.rows.length)
              : text.part.all(book.rows.length)}
            {book.faults.length > 0 && <span class="bad"> · {text.part.faultsHere(book.faults.length)}</span>}
          </p>
          {figures && <p class="value">{figureWords()}</p>}
        </div>
      )}
      {rows.length === 0 && !isEmpty && <p class="quiet">{text.part.nothing}</p>}
      {rows.length > 0 && (
        <ul class="rows">
          {rows.slice(0, limit).map((row) => (
            <RowLine key={row.id} part={part} row={row} figure={figure} faulty={isFaulty(book, row)} />
          ))}
        </ul>
      )}
      {rows.length > limit && (
        <Action onClick={() => setLimit(limit + page)}>
          {text.part.moreRows(Math.min(page, rows.length - limit))}
        </Action>
      )}
    </>
  );

  /** What stands beside the rows: its name where nobody chooses it, and the unit of money. */
  function figureWords(): string {
    if (!figure) return '';
    const unit = figure.kind === 'money' ? text.money(terms.unit, terms.currency) : '';
    if (!few) return unit === '' ? '' : text.moneyIn(unit);
    const label = fieldLabel(part, figure, state.language);
    return unit === '' ? label : text.form.withUnit(label, unit);
  }
}

const isFaulty = (book: Book, row: Row): boolean => book.faults.some(({ record }) => record === row.id);

/** Which figure stands beside the rows, and in which order they stand. */
function Looks({ part, figure }: { readonly part: Part; readonly figure: Field | undefined }) {
  const { store, state, text } = useDesk();
  const id = useId();
  const listing = state.listings[part.tab.id] ?? plainListing;
  const { title, key } = namingOf(part);
  const fields = visible(part.tab).filter((field) => field.cells === undefined && field !== title && field !== key);
  return (
    <div class="pair">
      <div class="field">
        <label for={`${id}-figure`}>{text.part.show}</label>
        <select
          id={`${id}-figure`}
          value={figure?.id ?? ''}
          onChange={(event) => store.moving.list(part.tab.id, { figure: event.currentTarget.value })}
        >
          {fields.map((field) => (
            <option key={field.id} value={field.id}>
              {fieldLabel(part, field, state.language)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-order`}>{text.part.sort}</label>
        <select
          id={`${id}-order`}
          value={listing.order}
          onChange={(event) => {
            const order = (['none', 'up', 'down'] as const).find((known) => known === event.currentTarget.value);
            store.moving.list(part.tab.id, { order: order ?? 'none' });
          }}
        >
          {(['none', 'up', 'down'] as const).map((order) => (
            <option key={order} value={order}>
              {text.part.sorts[order]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

/** A table that holds nothing yet: what it is for, and a row as one will look. The first step stands below it. */
function Empty({ part }: { readonly part: Part }) {
  const { state, text } = useDesk();
  const { empty } = textOf(part, state.language);
  if (!empty) return <p class="quiet">{text.part.empty}</p>;
  return (
    <>
      <p>{empty.purpose}</p>
      <div class="made-up" role="note" aria-label={text.part.madeUp}>
        <span class="line">
          <span class="name">{empty.name}</span>
          <span class="value">{empty.figure}</span>
        </span>
        <span class="small">{[text.part.madeUp, empty.facts].filter(Boolean).join(' · ')}</span>
      </div>
    </>
  );
}

interface RowLineProps {
  readonly part: Part;
  readonly row: Row;
  readonly figure: Field | undefined;
  readonly faulty: boolean;
}

function RowLine({ part, row, figure, faulty }: RowLineProps) {
  const { store, text } = useDesk();
  return (
    <li>
      <button
        type="button"
        class="row"
        onClick={() => store.moving.go({ kind: 'record', part: part.tab.id, record: row.id })}
      >
        <RowWords part={part} row={row} figure={figure} />
        {faulty && <span class="small bad">{text.part.toCorrect}</span>}
      </button>
    </li>
  );
}

/** A row in words: what it is called, its keys, its choices, and one figure. */
export function RowWords({ part, row, figure }: Omit<RowLineProps, 'faulty'>) {
  const { terms } = useDesk();
  const wordsOf = (field: Field): string => shownText(field, row.values[field.id] ?? null, lists, terms);
  const facts = factFields(part)
    .filter((field) => field !== figure)
    .map(wordsOf);
  const words = [...keysOf(part, row, terms), ...facts].filter(Boolean).slice(0, 4);
  return (
    <>
      <span class="line">
        <span class="name">{titleOf(part, row, terms)}</span>
        {figure && <span class="value">{isRead(row, figure.id) ? wordsOf(figure) : '…'}</span>}
      </span>
      {words.length > 0 && <span class="small quiet clip">{words.join(' · ')}</span>}
    </>
  );
}
