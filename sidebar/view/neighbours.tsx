import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Part } from '../planParts';
import { rowsListed } from '../rows/listed';
import { plainListing } from '../store/state';
import { useDesk } from './context';
import { IconButton } from './pieces';

/** The rows before and after this one, in the order of the list that one came from. */
export function Neighbours({ part, record }: { readonly part: Part; readonly record: string }) {
  const { store, state, text } = useDesk();
  const { tab } = part;
  const book = state.books[tab.id];
  const id = tab.id;
  const found = useMemo(
    () => (book ? rowsListed(part, book, state.listings[id] ?? plainListing, state.language) : []),
    [book, state.listings[id]],
  );
  const all = found.some((row) => row.id === record) ? found : (book?.rows ?? []);
  const index = all.findIndex((row) => row.id === record);
  const to = (step: number): void => {
    const row = all[index + step];
    const by = step < 0 ? 'previous' : 'next';
    if (row) store.moving.go({ kind: 'record', part: id, record: row.id, by });
  };
  // Whoever goes through the rows with the keyboard stays on the button.
  const buttons = useRef<HTMLElement>(null);
  const { view } = state;
  useEffect(() => {
    if (view.kind !== 'record' || view.by === undefined) return;
    const [previous, next] = buttons.current?.querySelectorAll('button') ?? [];
    (view.by === 'previous' ? previous : next)?.focus();
  }, []);
  if (index < 0) return null;
  return (
    <nav ref={buttons} class="neighbours" aria-label={text.form.neighbours}>
      <IconButton icon="up" label={text.form.previous} disabled={index <= 0} onClick={() => to(-1)} />
      <span class="small quiet">{text.form.place(index + 1, all.length)}</span>
      <IconButton icon="down" label={text.form.next} disabled={index >= all.length - 1} onClick={() => to(1)} />
    </nav>
  );
}
