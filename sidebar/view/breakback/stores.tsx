import { useMemo, useState } from 'preact/hooks';
import type { Given } from '../../../src/model/live';
import type { Proposal } from '../../../src/model/proposal';
import type { Book } from '../../book';
import { agreedAnew, promisedBy, sharedStores } from '../../breakback/stores';
import { fieldLabel, lists, meant, type Part, parts } from '../../planParts';
import { rowsFound } from '../../rows/find';
import { titleOf } from '../../rows/title';
import { plainListing } from '../../store/state';
import { typedValue } from '../../value/inputText';
import { moneyText } from '../../value/shown';
import { ChosenRows } from '../chosenRows';
import { useDesk } from '../context';
import { FieldInput } from '../field';
import { Pick } from '../pick';
import { Panel } from '../pieces';
import { Proposed } from '../proposed';
import { plannedTotals } from './totals';

interface Props {
  readonly input: Given;
  readonly total: number;
}

const promising = parts.find(({ tab }) => tab.promises !== undefined);

/** Stores give way: those found and ticked share what the others leave. */
export function Stores(props: Props) {
  const { state, text } = useDesk();
  const known = meant('agreedTarget');
  const book = known && state.books[known.tab.id];
  return (
    <section class="stack" aria-label={text.fill.stores.title}>
      <h2>{text.fill.stores.title}</h2>
      {!known || !book || book.rows.length === 0 ? (
        <p class="small quiet">{text.fill.stores.none}</p>
      ) : (
        <Shares part={known} book={book} {...props} />
      )}
    </section>
  );
}

interface SharesProps extends Props {
  readonly part: Part & { readonly field: NonNullable<ReturnType<typeof meant>>['field'] };
  readonly book: Book;
}

function Shares({ part, book, input, total }: SharesProps) {
  const { store, state, terms, text } = useDesk();
  const money = (value: number): string =>
    text.withUnit(moneyText(value, terms), text.money(terms.unit, terms.currency));
  const words = text.fill.stores;
  const { tab, field } = part;
  const listing = state.listings[tab.id] ?? plainListing;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [one, setOne] = useState('');
  const [figure, setFigure] = useState('');
  const [by, setBy] = useState<'plan' | 'promise'>('plan');
  const promised = useMemo(() => promisesOf(part, book, state.books[promising?.tab.id ?? '']), [book, state.books]);
  const found = useMemo(
    () => rowsFound(part, book, listing.filter, state.language),
    [book, listing.filter, state.language],
  );
  const typed = typedValue(field, figure, lists, terms);
  const amount = 'value' in typed && typeof typed.value === 'number' ? typed.value : undefined;
  const outcome = useMemo(() => {
    const free = new Set(found.filter(({ id }) => !left.has(id)).map(({ id }) => id));
    return sharedStores(input, {
      total,
      held: new Set(book.rows.filter(({ id }) => !free.has(id)).map(({ id }) => id)),
      typed: new Map(one !== '' && amount !== undefined ? [[one, amount]] : []),
      weights: by === 'promise' ? promised : new Map(),
    });
  }, [input, total, found, left, one, amount, by, promised]);
  const proposal = useMemo((): Proposal | undefined => {
    if ('fault' in outcome) return undefined;
    const changes = agreedAnew(outcome.stores).map(({ record, agreed, after }) => ({
      record,
      field: field.id,
      from: agreed,
      to: after,
    }));
    return { part: tab.id, changes, added: [], totals: plannedTotals(input, outcome.after) };
  }, [outcome]);

  const free = found.filter(({ id }) => !left.has(id)).length;
  return (
    <>
      <p class="small quiet">{words.intro}</p>
      <ChosenRows
        part={part}
        book={book}
        filter={listing.filter}
        found={found}
        left={left}
        said={words.free(free, book.rows.length - free)}
        nameOf={(row) => titleOf(part, row, terms)}
        onFilter={(filter) => store.moving.list(tab.id, { filter })}
        onLeave={setLeft}
      />
      {promised.size > 0 && (
        <Pick
          label={words.by}
          value={by}
          choices={[
            ['plan', words.byPlan],
            ['promise', words.byPromise],
          ]}
          onPick={(picked) => setBy(picked === 'promise' ? 'promise' : 'plan')}
        />
      )}
      <Pick
        label={words.one}
        value={one}
        choices={[['', words.noOne], ...book.rows.map((row) => [row.id, titleOf(part, row, terms)] as const)]}
        onPick={setOne}
      />
      {one !== '' && (
        <FieldInput
          field={field}
          cell={field.id}
          label={fieldLabel(part, field, state.language)}
          text={figure}
          suggestions={[]}
          onType={setFigure}
        />
      )}
      {'fault' in outcome && (
        <Panel tone="warn">
          <p role="alert">{'by' in outcome ? words.faults[outcome.fault](money(outcome.by)) : words.none}</p>
        </Panel>
      )}
      {proposal?.changes.length === 0 && <Panel tone="plain">{<p>{words.same}</p>}</Panel>}
      {proposal && !('fault' in outcome) && proposal.changes.length > 0 && (
        <Proposed
          proposal={proposal}
          rows={book.rows}
          go={words.go}
          onGo={() => void store.acts.apply(proposal, text.done.set(proposal.changes.length))}
        >
          <p>{words.will(money(outcome.amount), proposal.changes.length)}</p>
        </Proposed>
      )}
    </>
  );
}

/** What stores promise, by the ids of their records. */
function promisesOf(part: Part, book: Book, promises: Book | undefined): ReadonlyMap<string, number> {
  const key = part.tab.fields.find((one) => one.key)?.id ?? '';
  const { promises: of } = promising?.tab ?? {};
  return of ? promisedBy({ rows: book.rows, key }, promises?.rows ?? [], of) : new Map();
}
