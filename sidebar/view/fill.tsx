import { useMemo, useState } from 'preact/hooks';
import type { Given } from '../../src/model/live';
import { inputOf, sources } from '../form/around';
import { lists, meant, partOfRole, parts } from '../planParts';
import { inputText, typedValue } from '../value/inputText';
import { Growth } from './breakback/growth';
import { Openings } from './breakback/openings';
import { Stores } from './breakback/stores';
import { useDesk } from './context';
import { FieldInput } from './field';
import { Action, Head, Panel } from './pieces';

/** What the views are about besides the region's sources. */
const besides = parts.filter(({ tab }) => tab.opens !== undefined || tab.promises !== undefined);

/** What the region is to come to, and what gives way: each way is shown as it would be, then one of them is set, with a way back. */
export function FillView() {
  const { store, state, text } = useDesk();
  const present = state.opened?.present ?? [];
  const needed = [...sources, ...besides.map(({ tab }) => tab.id)];
  const books = needed.map((part) => state.books[part]);
  const known = needed.every((part) => state.books[part] || !present.includes(part));
  const input = useMemo(() => (known ? inputOf(state.books) : undefined), [...books, known]);
  return (
    <main>
      <Head title={text.fill.title} back={{ kind: 'overview' }} />
      <p>{text.fill.intro}</p>
      {!known && <p class="quiet">{text.common.loading}</p>}
      {known && !input && <Panel tone="warn">{<p role="alert">{text.fill.faults.noYear}</p>}</Panel>}
      {input && <Ways input={input} />}
      <Action onClick={() => store.moving.go({ kind: 'part', part: partOfRole('ownerships')?.tab.id ?? '' })}>
        {text.fill.byHand}
      </Action>
    </main>
  );
}

function Ways({ input }: { readonly input: Given }) {
  const { terms, text } = useDesk();
  const field = meant('companyTarget')?.field;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const read = field && typed !== undefined ? typedValue(field, typed, lists, terms) : undefined;
  const total = read ? ('value' in read && typeof read.value === 'number' ? read.value : null) : input.companyTarget;
  return (
    <>
      {field && (
        <FieldInput
          field={field}
          cell={field.id}
          label={text.fill.total}
          hint={text.fill.totalHint}
          text={typed ?? inputText(field, input.companyTarget, terms)}
          suggestions={[]}
          onType={setTyped}
        />
      )}
      <Growth input={input} total={total} />
      {total !== null && <Openings input={input} total={total} />}
      {total !== null && <Stores input={input} total={total} />}
    </>
  );
}
