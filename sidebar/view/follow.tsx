import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './context';
import { Icon } from './icons';

/** Whether the grid goes along with the records that are opened; a person's choice for as long as the sidebar is open. */
let follows = false;

/** How long a record is looked at before the grid goes to it, in milliseconds: who leafs through many goes to the last. */
const pause = 400;

/** Shows the record's row in the grid, and each next one's until it is pressed again. */
export function Follow({ part, record }: { readonly part: string; readonly record: string }) {
  const { store, text } = useDesk();
  const [on, setOn] = useState(follows);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => void store.grid.toRow(part, record), pause);
    return () => clearTimeout(timer);
  }, [on, part, record]);
  return (
    <button
      type="button"
      class="text-button follow small"
      aria-pressed={on}
      onClick={() => {
        follows = !on;
        setOn(follows);
      }}
    >
      <Icon name="row" size={16} /> {text.form.follow}
    </button>
  );
}
