import { useEffect, useId, useState } from 'preact/hooks';
import { partOfRole } from '../planParts';
import type { View } from '../store/state';
import type { PagesKnown, PagesMade } from '../store/storePages';
import { dateText } from '../value/shown';
import { useDesk } from './context';
import { Icon } from './icons';
import { Action, Head, Panel } from './pieces';

/** All stores of the region, in the list of supervisors; no one is called so. */
const everyone = '\u0000';

/** A page for each store of a supervisor, or for one store: made as a file of its own, with the ways to print it. */
export function StorePagesView({ view }: { readonly view: Extract<View, { readonly kind: 'storePages' }> }) {
  const { store, state, text } = useDesk();
  const words = text.storePages;
  const id = useId();
  const [known, setKnown] = useState<PagesKnown | undefined>(undefined);
  const [chosen, choose] = useState<string | undefined>(undefined);
  const [made, setMade] = useState<PagesMade | undefined>(undefined);
  useEffect(() => void store.storePages.read().then(setKnown), []);
  const working = state.busy !== undefined;
  const of = chosen ?? known?.supervisors[0]?.name ?? everyone;
  const whose = known?.supervisors.find(({ name }) => name === of);
  const count = whose?.stores ?? known?.stores ?? 0;
  const isShared = view.store === undefined && whose?.isShared === true;
  const starts = known && view.store === undefined ? startsOf(count, known.most) : [0];
  async function make(from: number): Promise<void> {
    if (view.store !== undefined) setMade(await store.storePages.make({ store: view.store }));
    else
      setMade(await store.storePages.make({ ...(of !== everyone && { supervisor: of }), ...(from > 0 && { from }) }));
  }
  const outlets = partOfRole('outlets')?.tab.id ?? '';
  const back: View =
    view.record === undefined ? { kind: 'overview' } : { kind: 'record', part: outlets, record: view.record };
  return (
    <main>
      <Head title={view.store === undefined ? words.title : words.titleOf(view.store)} back={back} />
      <p class="small">{words.intro}</p>
      {known === undefined && state.trouble === undefined && <p class="quiet">{text.common.loading}</p>}
      {known && view.store === undefined && (
        <div class="field">
          <label for={id}>{words.of}</label>
          <select
            id={id}
            value={of}
            onChange={(event) => {
              choose(event.currentTarget.value);
              setMade(undefined);
            }}
          >
            {known.supervisors.map(({ name, stores }) => (
              <option key={name} value={name}>
                {words.stores(name === '' ? words.none : name, stores)}
              </option>
            ))}
            <option value={everyone}>{words.stores(words.all, known.stores)}</option>
          </select>
        </div>
      )}
      {known && (
        <p class="small quiet">
          {known.isFollowed && known.through !== null
            ? words.through(dateText(known.through, state.language))
            : words.planned}
        </p>
      )}
      {isShared && <Panel tone="warn">{<p>{words.shared(of)}</p>}</Panel>}
      {known && !isShared && starts.length > 1 && <p class="small">{words.several(known.most)}</p>}
      {known && !isShared && (
        <div class="stack">
          {starts.map((from) => (
            <Action key={from} main disabled={working} onClick={() => void make(from)}>
              {starts.length > 1
                ? words.goSome(from + 1, Math.min(count, from + known.most))
                : words.go(view.store === undefined ? count : 1)}
            </Action>
          ))}
        </div>
      )}
      <p role="status" class="quiet">
        {working && text.generate.making}
      </p>
      {made && <Made made={made} />}
    </main>
  );
}

/** After how many stores each of the files begins. */
const startsOf = (count: number, most: number): readonly number[] =>
  Array.from({ length: Math.max(1, Math.ceil(count / most)) }, (_, file) => file * most);

/** The file: as PDF, as .xlsx, and itself. */
function Made({ made }: { readonly made: PagesMade }) {
  const { text } = useDesk();
  const words = text.storePages;
  const link = { target: '_blank', rel: 'noopener noreferrer' } as const;
  return (
    <section class="card" aria-label={made.title}>
      <p role="status">
        <Icon name="check" /> {words.made(made.title, made.pages)}
      </p>
      {made.lacking !== null && <Panel tone="bad">{<p>{made.lacking}</p>}</Panel>}
      <div class="stack">
        <a class="button main" href={made.pdf} {...link}>
          {words.pdf}
        </a>
        <a class="button" href={made.xlsx} {...link}>
          {words.xlsx}
        </a>
        <a class="button" href={made.url} {...link}>
          {text.generate.openFile}
        </a>
      </div>
      <p class="hint">{words.hint}</p>
    </section>
  );
}
