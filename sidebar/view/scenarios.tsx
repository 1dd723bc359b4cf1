import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { beforeSlot, type Scenario, slots } from '../../src/model/scenario';
import { fieldLabel, lists, type Part, partOfRole, textOf } from '../planParts';
import { words as wordsIn } from '../text';
import { changeTexts } from '../value/change';
import { dateText, shownText, signed } from '../value/shown';
import type { Terms } from '../value/terms';
import { useDesk } from './context';
import { Action, Head, Panel } from './pieces';

/** What stands on each scenario's card. */
const mostTold = ['plannedTotal', 'shortBy', 'averageGrowth'];
const signedResult = 'shortBy';

/** What the plan came to, with the decimals that figures have; of the gap its sign. */
function resultText(field: Field, value: Scalar, terms: Terms): string {
  if (value === null) return wordsIn[terms.language].overview.none;
  const shown = shownText(field, value, lists, terms);
  return field.id === signedResult && typeof value === 'number' ? signed(shown, value) : shown;
}

const nameOf = ({ name }: Scenario): string => (name === null || name === undefined ? '' : String(name));

/** Scenarios: keeping the plan as it is, comparing it with what was kept, and putting that in its place. */
export function ScenariosView() {
  const { store, state, terms, text } = useDesk();
  const part = partOfRole('alternatives');
  const [isRead, setRead] = useState(false);
  const [chosen, choose] = useState<number | undefined>(undefined);
  const isThere = part !== undefined && state.opened?.present.includes(part.tab.id) === true;
  const words = text.scenarios;
  const load = async (): Promise<void> => setRead(await store.scenarios.read());
  useEffect(() => {
    if (isThere) void load();
  }, [isThere]);
  if (!part) return null;
  const all = isRead ? Array.from({ length: slots + 1 }, (_, slot) => store.scenarios.of(slot)) : [];
  return (
    <main>
      <Head title={textOf(part, state.language).title} back={{ kind: 'overview' }} />
      <p class="small">{words.intro}</p>
      {!isThere && (
        <Action
          main
          disabled={state.busy !== undefined}
          onClick={() => void store.grid.generate({ section: part.section.id })}
        >
          {state.busy === undefined ? words.begin : text.overview.generatingPart}
        </Action>
      )}
      {isThere && !isRead && state.unread === undefined && <p class="quiet">{text.common.loading}</p>}
      {isRead && (
        <>
          <Card part={part} scenario={store.scenarios.now()} title={words.now} />
          {all.map((scenario, slot) =>
            nameOf(scenario) === '' ? null : (
              <Card key={slot} part={part} scenario={scenario} title={nameOf(scenario)} told={chosen !== slot}>
                {chosen === slot ? (
                  <Comparison part={part} slot={slot} scenario={scenario} onDone={() => choose(undefined)} />
                ) : (
                  <Action label={words.compareWith(nameOf(scenario))} onClick={() => choose(slot)}>
                    {words.compare}
                  </Action>
                )}
              </Card>
            ),
          )}
          <p class="unit">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
          <Save all={all} heads={textOf(part, state.language).values ?? []} />
          <p class="small">
            <button type="button" class="text-button" onClick={() => void store.grid.toRow(part.tab.id)}>
              {words.inGrid}
            </button>
          </p>
        </>
      )}
    </main>
  );
}

const fieldsOf = (part: Part, ids: readonly string[]): readonly Field[] =>
  ids.flatMap((id) => part.tab.fields.find((field) => field.id === id) ?? []);

interface CardProps {
  readonly part: Part;
  readonly scenario: Scenario;
  readonly title: string;
  /** Whether its figures stand there: not where they are compared below. */
  readonly told?: boolean;
  readonly children?: ComponentChildren;
}

/** What a scenario comes to. */
function Card({ part, scenario, title, told = true, children }: CardProps) {
  const { state, terms, text } = useDesk();
  const { savedOn } = scenario;
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      {typeof savedOn === 'string' && (
        <p class="small quiet">{text.scenarios.savedOn(dateText(savedOn, state.language))}</p>
      )}
      {told && (
        <dl class="figures">
          {fieldsOf(part, mostTold).map((field) => (
            <Fragment key={field.id}>
              <dt>{fieldLabel(part, field, state.language)}</dt>
              <dd>{resultText(field, scenario[field.id] ?? null, terms)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}

interface ComparisonProps {
  readonly part: Part;
  readonly slot: number;
  readonly scenario: Scenario;
  readonly onDone: () => void;
}

/** The plan now beside a scenario: results, then the drivers that differ; and the button that applies them. */
function Comparison({ part, slot, scenario, onDone }: ComparisonProps) {
  const { store, state, terms, text } = useDesk();
  const words = text.scenarios;
  const now = store.scenarios.now();
  const changes = useMemo(() => store.scenarios.changesOf(slot), [slot, scenario, now]);
  const isClosed = state.opened?.signing?.opened === null;
  const fields = part.tab.fields.filter(({ holds }) => holds !== undefined);
  const results = fields.filter(
    ({ id, holds }) => holds?.is === 'result' && ((scenario[id] ?? null) !== null || (now[id] ?? null) !== null),
  );
  const drivers = fields.filter(
    ({ id, holds }) => holds?.is !== 'result' && (scenario[id] ?? null) !== null && scenario[id] !== now[id],
  );
  const lines = (some: readonly Field[]) =>
    some.map((field) => {
      const values = [now[field.id] ?? null, scenario[field.id] ?? null] as const;
      const [from, to] =
        field.holds?.is === 'result'
          ? values.map((value) => resultText(field, value, terms))
          : changeTexts(field, values, terms);
      return (
        <tr key={field.id}>
          <th scope="row">{fieldLabel(part, field, state.language)}</th>
          <td>{from}</td>
          <td>
            <b>{to}</b>
          </td>
        </tr>
      );
    });
  async function apply(): Promise<void> {
    if (await store.scenarios.apply(slot, changes)) onDone();
  }
  return (
    <>
      <table class="changes">
        <thead>
          <tr>
            <th scope="colgroup">{words.results}</th>
            <th scope="col">{words.now}</th>
            <th scope="col">{words.other}</th>
          </tr>
        </thead>
        <tbody>{lines(results)}</tbody>
      </table>
      {drivers.length > 0 && (
        <table class="changes">
          <thead>
            <tr>
              <th scope="colgroup">{words.drivers}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.other}</th>
            </tr>
          </thead>
          <tbody>{lines(drivers)}</tbody>
        </table>
      )}
      {changes.size === 0 ? (
        <p class="small">{words.same}</p>
      ) : isClosed ? (
        <Panel tone="warn">{<p>{words.closed}</p>}</Panel>
      ) : (
        <>
          <p class="hint">{words.hint}</p>
          <Action main disabled={state.busy !== undefined} onClick={() => void apply()}>
            {state.busy ? words.applying : words.apply(nameOf(scenario))}
          </Action>
        </>
      )}
      <Action onClick={onDone}>{text.common.close}</Action>
    </>
  );
}

interface SaveProps {
  readonly all: readonly Scenario[];
  readonly heads: readonly string[];
}

/** Keeps the plan as it is, under a name, in one of the columns. */
function Save({ all, heads }: SaveProps) {
  const { store, state, text } = useDesk();
  const words = text.scenarios;
  const id = useId();
  const [name, setName] = useState('');
  const [wished, setSlot] = useState<number | undefined>(undefined);
  const own = all.slice(0, beforeSlot);
  const typed = name.trim();
  const known = own.findIndex((scenario) => nameOf(scenario) === typed && typed !== '');
  const free = own.findIndex((scenario) => nameOf(scenario) === '');
  const slot = wished ?? (known >= 0 ? known : Math.max(0, free));
  const replaced = nameOf(own[slot] ?? {});
  async function save(): Promise<void> {
    if (!(await store.scenarios.save(slot, typed))) return;
    setName('');
    setSlot(undefined);
    await store.scenarios.read();
  }
  return (
    <section class="card" aria-label={words.keep}>
      <h2>{words.keep}</h2>
      <div class="field">
        <label for={`${id}-name`}>{words.name}</label>
        <div class="input">
          <input
            id={`${id}-name`}
            type="text"
            autocomplete="off"
            maxLength={40}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
      </div>
      <p class="line small">
        {words.names.map((one) => (
          <button key={one} type="button" class="text-button" onClick={() => setName(one)}>
            {one}
          </button>
        ))}
      </p>
      <div class="field">
        <label for={`${id}-slot`}>{words.column}</label>
        <select id={`${id}-slot`} value={slot} onChange={(event) => setSlot(Number(event.currentTarget.value))}>
          {own.map((scenario, index) => (
            <option key={index} value={index}>
              {nameOf(scenario) === ''
                ? words.free(heads[index] ?? '')
                : words.taken(heads[index] ?? '', nameOf(scenario))}
            </option>
          ))}
        </select>
      </div>
      {replaced !== '' && <p class="small bad">{words.replaces(replaced)}</p>}
      <Action main disabled={state.busy !== undefined || typed === ''} onClick={() => void save()}>
        {words.go}
      </Action>
    </section>
  );
}
