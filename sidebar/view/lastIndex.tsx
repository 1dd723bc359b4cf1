import { useEffect, useMemo, useState } from 'preact/hooks';
import { keyOf } from '../../src/model/key';
import type { Proposal } from '../../src/model/proposal';
import { type Book, fieldValue, typedCell } from '../book';
import { lastIndex } from '../lastIndex';
import { pastPart as past } from '../monthSteps';
import { meant, type Part, textOf } from '../planParts';
import { festivalWindows } from '../steps';
import { useDesk } from './context';
import { Action, Panel } from './pieces';
import { Proposed } from './proposed';

const index = meant('seasonIndex');

/** Last year's sales of the stores offer a season index: shown, put into the settings, taken back. */
export function LastIndex({ part, book }: { readonly part: Part; readonly book: Book }) {
  const { text } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (book.rows.length === 0 || !part.tab.sold || !index || !past) return null;
  if (!isOpen) return <Action onClick={() => setOpen(true)}>{text.lastIndex.look}</Action>;
  return <Offer part={part} book={book} />;
}

function Offer({ part, book }: { readonly part: Part; readonly book: Book }) {
  const { store, state, terms, text } = useDesk();
  const words = text.lastIndex;
  const { sold } = part.tab;
  const outlets = sold?.against.tab ?? '';
  const years = past?.tab.id ?? '';
  const settings = index?.tab.id ?? '';
  useEffect(() => {
    void (async () => {
      await store.reading.read(part.tab.id, false, 'all');
      for (const id of [outlets, years, settings])
        await store.reading.read(id, false, id === outlets ? wanted() : 'all');
    })();
  }, [part]);
  const [listed, gone, own] = [state.books[outlets], state.books[years], state.books[settings]];
  const { planYear, firstMonth } = terms;
  const outcome = useMemo(() => {
    const fields = past?.tab.pastYears;
    if (!sold || !fields || !listed || !gone || planYear === undefined) return undefined;
    const key = keyOf(part.tab)?.fields[0]?.id ?? '';
    return lastIndex({
      sold,
      key,
      rows: book.rows,
      outlets: listed.rows,
      past: gone.rows,
      fields,
      planYear,
      firstMonth,
      windows: festivalWindows(state.opened),
    });
  }, [sold, book, listed, gone, planYear, firstMonth, state.opened]);
  const row = own?.rows[0];
  const proposal = useMemo((): Proposal | undefined => {
    if (!index || !row || !outcome || 'lacking' in outcome) return undefined;
    const { tab, field } = index;
    const from = fieldValue(field, (cell) => typedCell(tab, field, row, cell));
    const change = { record: row.id, field: field.id, from, to: [...outcome.index] };
    return { part: tab.id, changes: [change], added: [], totals: [] };
  }, [row, outcome]);
  if (planYear === undefined) return <p class="wrong">{words.noYear}</p>;
  if (!outcome || !index) return <p class="quiet">{text.common.loading}</p>;
  if ('lacking' in outcome) {
    const names = outcome.lacking.map((month) => text.monthNames[(firstMonth - 1 + month) % 12] ?? '');
    return <Panel tone="warn">{<p>{words.lacking(names.join(text.separator))}</p>}</Panel>;
  }
  if (!proposal) return <p class="quiet">{text.common.loading}</p>;
  const { isAware, years: from, without } = outcome;
  return (
    <section class="stack" aria-label={words.look}>
      <Proposed proposal={proposal} alone go={words.go} onGo={() => void store.acts.apply(proposal, words.done)}>
        <p>{words.from(from)}</p>
        <p class="small">{isAware ? words.aware : words.plain}</p>
        {without > 0 && <p class="small">{words.without(without)}</p>}
        {past && <p class="small quiet">{words.orHistory(textOf(past, state.language).title)}</p>}
      </Proposed>
    </section>
  );

  function wanted(): readonly string[] {
    if (!sold) return [];
    return [sold.against.key, sold.against.from, sold.against.through];
  }
}
