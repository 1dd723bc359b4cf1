import { useId, useMemo, useState } from 'preact/hooks';
import type { ProposedRespread, ProposedYear } from '../../src/app/respread';
import { faultWords } from '../../src/model/ruleText';
import type { Row } from '../book';
import { draftOf, wantedCell } from '../form/draft';
import { chosenRows, rowsChosen } from '../form/slip';
import { type Part, partOf, textOf } from '../planParts';
import { type Filter, rowsFound } from '../rows/find';
import { keysOf, titleOf } from '../rows/title';
import type { RespreadWish } from '../store/respread';
import { plainListing } from '../store/state';
import { moneyText, signed as withSign } from '../value/shown';
import { ChosenRows } from './chosenRows';
import { useDesk } from './context';
import { FieldInput } from './field';
import { Action, Head, Panel } from './pieces';
import { Reason } from './reason';

/** Stores whose years are shown; of more only how many. */
const mostShown = 40;

/** Working targets spread anew: what months gone lacked is carried forward, or the year comes to another total. */
export function RespreadView({ id }: { readonly id: string }) {
  const { state, text } = useDesk();
  const part = partOf(id);
  if (!part) return null;
  return (
    <main>
      <Head title={text.respread.title} back={{ kind: 'part', part: id }} />
      <p class="small quiet">{textOf(part, state.language).title}</p>
      {state.books[id] ? <Respread part={part} /> : <p class="quiet">{text.common.loading}</p>}
    </main>
  );
}

const acts = ['carry', 'change'] as const;
type Act = (typeof acts)[number];

function Respread({ part }: { readonly part: Part }) {
  const { store, state, terms, text } = useDesk();
  const words = text.respread;
  const { tab } = part;
  const id = useId();
  const book = state.books[tab.id] ?? { part: tab.id, rows: [], faults: [] };
  const listing = state.listings[tab.id] ?? plainListing;
  const slip = store.slips.of(tab.id, '#respread');
  const { total = '', reason = '' } = slip?.texts ?? {};
  const act: Act = slip?.texts.act === 'change' ? 'change' : 'carry';
  const left = useMemo(() => (slip ? chosenRows(slip).left : new Set<string>()), [slip]);
  const [shown, setShown] = useState<{ readonly of: string; readonly proposed: ProposedRespread } | undefined>();
  const found = useMemo(
    () => rowsFound(part, book, listing.filter, state.language),
    [book, listing.filter, state.language],
  );
  const rows = found.filter((row) => !left.has(row.id));
  const field = tab.fields.find((one) => one.id === tab.working?.most);
  const draft = draftOf(tab.id, { id: '', values: {}, typedOver: new Set() });
  const wanted = field && wantedCell(tab, { ...draft, edits: { [field.id]: total } }, field.id, terms);
  const amount = wanted && 'value' in wanted && typeof wanted.value === 'number' ? wanted.value : undefined;
  const wish: RespreadWish = {
    ...(rows.length < book.rows.length && { records: rows.map((row) => row.id) }),
    ...(act === 'change' && amount !== undefined && { total: amount }),
  };
  const of = JSON.stringify(wish);
  const proposed = shown?.of === of ? shown.proposed : undefined;
  const isReady = rows.length > 0 && (act === 'carry' || amount !== undefined);

  async function look(): Promise<void> {
    const answer = await store.respread.propose(wish);
    setShown(answer && { of, proposed: answer });
  }

  async function write(): Promise<void> {
    if (!proposed) return;
    if (reason.trim() === '') {
      document.getElementById(`${id}-reason`)?.focus();
      return;
    }
    const answer = await store.respread.write(wish, proposed, reason);
    if (answer) setShown({ of, proposed: answer });
    if (answer !== null) return;
    setShown(undefined);
    store.slips.clear(tab.id, '#respread');
  }

  function type(
    texts: Readonly<Record<string, string>>,
    filter: Filter = listing.filter,
    out: ReadonlySet<string> = left,
  ): void {
    store.slips.type(tab.id, '#respread', { act, total, reason, ...texts, ...rowsChosen(filter, out) });
  }

  /** What a store is known by, and its name as far as it is read. */
  const nameOf = (row: Row): string => text.status.join([...keysOf(part, row, terms), titleOf(part, row, terms)]);

  return (
    <>
      <fieldset class="stack" aria-label={words.title}>
        {acts.map((one) => (
          <label key={one} class="option">
            <input type="radio" name={`${id}-act`} checked={act === one} onChange={() => type({ act: one })} />
            <span>
              {words.acts[one]} <span class="small quiet">{words.means[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {book.rows.length > 1 && (
        <ChosenRows
          part={part}
          book={book}
          filter={listing.filter}
          found={found}
          left={left}
          said={words.stores(rows.length, book.rows.length)}
          nameOf={nameOf}
          onFilter={(filter) => {
            store.moving.list(tab.id, { filter });
            type({}, filter);
          }}
          onLeave={(next) => type({}, listing.filter, next)}
        />
      )}
      {act === 'change' && field && (
        <FieldInput
          field={field}
          cell={field.id}
          label={words.total(rows.length)}
          hint={words.totalHint}
          text={total}
          message={
            wanted && 'fault' in wanted
              ? faultWords(wanted.fault, state.language, () => words.total(rows.length))
              : undefined
          }
          suggestions={[]}
          onType={(typed) => type({ total: typed })}
        />
      )}
      {!proposed && (
        <Action main disabled={!isReady || state.busy !== undefined} onClick={() => void look()}>
          {words.look}
        </Action>
      )}
      {proposed && (
        <Panel tone="plain">
          <Shown proposed={proposed} isCarried={act === 'carry'} />
          {proposed.changes.length > 0 && (
            <>
              <Reason
                id={`${id}-reason`}
                label={words.reason}
                text={reason}
                onType={(typed) => type({ reason: typed })}
                required
              />
              <Action main disabled={state.busy !== undefined} onClick={() => void write()}>
                {words.go}
              </Action>
              {reason.trim() === '' && <p class="small quiet">{words.needsReason}</p>}
            </>
          )}
        </Panel>
      )}
    </>
  );
}

/** What it comes to: of one store its months, of several their years; the region's total below, and what is to be known. */
function Shown({ proposed, isCarried }: { readonly proposed: ProposedRespread; readonly isCarried: boolean }) {
  const { terms, text } = useDesk();
  const words = text.respread;
  const { years, region, amount, cells, notClosed, unknown, dropped, changes } = proposed;
  const [one] = years;
  const money = (value: number): string => moneyText(value, terms);
  const monthName = (month: number): string => text.monthNames[(terms.firstMonth - 2 + month) % 12] ?? '';
  const months = notClosed.map(monthName);
  // A single store's year stays; of several only what they come to together.
  const isShared = isCarried && years.some(({ before, after }) => Math.abs(after.year - before.year) >= 0.005);
  return (
    <>
      {changes.length === 0 ? <p>{words.nothing}</p> : <p>{words.amount(money(amount), cells)}</p>}
      {years.length === 1 && one && <h2 class="apart">{called(one)}</h2>}
      <table class="changes four">
        <thead>
          <tr>
            <td />
            <th scope="col">{text.proposed.from}</th>
            <th scope="col">{text.proposed.to}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        {years.length === 1 && one ? (
          <tbody>
            {one.after.months.map((target, month) => (
              <tr key={month}>
                <th scope="row">{monthName(month + 1)}</th>
                <Figures from={one.before.months[month] ?? 0} to={target} />
              </tr>
            ))}
          </tbody>
        ) : (
          years
            .slice(0, mostShown)
            .map((year) => (
              <Named key={year.record} label={called(year)} from={year.before.year} to={year.after.year} />
            ))
        )}
        {years.length === 1 && one && <Named label={words.year} from={one.before.year} to={one.after.year} />}
        <Named label={words.region} from={region.before} to={region.after} />
      </table>
      {years.length > mostShown && <p class="small quiet">{text.intake.andMore(years.length - mostShown)}</p>}
      <p class="small quiet">{words.signed(money(region.signed))}</p>
      <p class="small quiet">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
      {months.length > 0 && <p class="small">{words.notClosed(text.status.join(months))}</p>}
      {dropped !== 0 && changes.length > 0 && (
        <p class="small bad">{dropped > 0 ? words.dropped(money(dropped)) : words.droppedAhead(money(-dropped))}</p>
      )}
      {isShared && <p class="small">{words.shared}</p>}
      {unknown > 0 && <p class="small bad">{words.unknown(unknown)}</p>}
    </>
  );
}

const called = ({ name, key }: ProposedYear): string => name || key;

interface FiguresProps {
  readonly from: number;
  readonly to: number;
}

/** What is called by more than stands beside three figures: its name, and below it the figures. */
function Named({ label, ...figures }: FiguresProps & { readonly label: string }) {
  return (
    <tbody>
      <tr class="of">
        <th scope="rowgroup" colSpan={4}>
          {label}
        </th>
      </tr>
      <tr>
        <td />
        <Figures {...figures} />
      </tr>
    </tbody>
  );
}

/** A figure as it is, as it would be, and the difference. */
function Figures({ from, to }: FiguresProps) {
  const { terms } = useDesk();
  const moved = to - from;
  return (
    <>
      <td>{moneyText(from, terms)}</td>
      <td>
        <b>{moneyText(to, terms)}</b>
      </td>
      <td>{Math.abs(moved) < 0.005 ? '' : withSign(moneyText(moved, terms), moved)}</td>
    </>
  );
}
