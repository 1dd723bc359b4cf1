import { useState } from 'preact/hooks';
import type { Book, Row } from '../book';
import type { Part } from '../planParts';
import type { Filter } from '../rows/find';
import { useDesk } from './context';
import { Action } from './pieces';
import { Search } from './search';

/** Rows shown to be left out one by one; filters choose among more. */
const page = 100;

interface ChosenRowsProps {
  readonly part: Part;
  readonly book: Book;
  readonly filter: Filter;
  /** The rows that the filter finds. */
  readonly found: readonly Row[];
  /** Those of them that are left out, by their ids. */
  readonly left: ReadonlySet<string>;
  /** How many are chosen, in words. */
  readonly said: string;
  readonly nameOf: (row: Row) => string;
  readonly onFilter: (filter: Filter) => void;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

/** Chooses rows of a part: what search and filters find, less those that are unticked. */
export function ChosenRows({ part, book, filter, found, left, said, nameOf, onFilter, onLeave }: ChosenRowsProps) {
  const { text } = useDesk();
  const [limit, setLimit] = useState(page);

  function toggle(row: string): void {
    const next = new Set(left);
    if (!next.delete(row)) next.add(row);
    onLeave(next);
  }

  return (
    <>
      <Search part={part} book={book} filter={filter} onChange={onFilter} />
      <details class="chosen">
        <summary>
          <b role="status">{said}</b>
        </summary>
        <ul class="ticks">
          {found.slice(0, limit).map((row) => (
            <li key={row.id}>
              <label>
                <input type="checkbox" checked={!left.has(row.id)} onChange={() => toggle(row.id)} />
                <span>{nameOf(row)}</span>
              </label>
            </li>
          ))}
        </ul>
        {found.length > limit && (
          <Action onClick={() => setLimit(limit + page)}>
            {text.part.moreRows(Math.min(page, found.length - limit))}
          </Action>
        )}
      </details>
    </>
  );
}
