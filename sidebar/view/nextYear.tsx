import { useEffect, useState } from 'preact/hooks';
import type { StoreTold, Told } from '../../src/model/nextYear';
import { partOf, partOfRole, textOf } from '../planParts';
import type { NextYear, YearMade } from '../store/nextYear';
import { dateText } from '../value/shown';
import { useDesk } from './context';
import { MadeFile } from './generate';
import { Action, Head, Panel } from './pieces';

/** Stores that are told by name. */
const mostShown = 100;

/** What the next year's plan would begin with, and what not; then its workbook is made. */
export function NextYearView() {
  const { store, state, text } = useDesk();
  const [known, setKnown] = useState<NextYear | undefined>(undefined);
  const [made, setMade] = useState<YearMade | undefined>(undefined);
  const [isUnsure, setUnsure] = useState(false);
  const load = async (): Promise<void> => setKnown(await store.nextYear.read());
  useEffect(() => void load(), []);
  const words = text.nextYear;
  const working = state.busy !== undefined;
  async function make(sure = false): Promise<void> {
    if (!known || working) return;
    const answer = await store.nextYear.make(known, sure);
    if (answer?.status === 'unsure') setUnsure(true);
    setMade(answer);
  }
  return (
    <main>
      <Head title={known ? words.titled(known.planYear) : words.title} back={{ kind: 'overview' }} />
      {known === undefined && state.trouble === undefined && <p class="quiet">{text.common.loading}</p>}
      {known && made?.status === 'done' && (
        <>
          <MadeFile made={made} />
          {isUnsure && <ByHand />}
        </>
      )}
      {known && made?.status !== 'done' && (
        <>
          <p>{words.intro(known.region, known.planYear)}</p>
          <Stores told={known.told} year={known.planYear - 1} />
          {known.told.unknown.length > 0 && !known.isFollowed && <ToFollow onDone={load} />}
          <Others told={known.told} year={known.planYear - 1} />
          <section class="card" aria-label={words.notCarried}>
            <h2>{words.notCarried}</h2>
            <ul class="points small">
              {words.left.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          {made?.status === 'unsure' ? (
            <Panel tone="warn">
              <p>{words.unsure}</p>
              <Action main disabled={working} onClick={() => void make(true)}>
                {words.allTheSame}
              </Action>
              <ByHand />
            </Panel>
          ) : (
            <Action main disabled={working} onClick={() => void make()}>
              {words.go(known.planYear)}
            </Action>
          )}
          <p role="status" class="quiet">
            {working && text.generate.making}
          </p>
        </>
      )}
    </main>
  );
}

/** How the next year's spreadsheet gets a script that belongs to this one: nothing that we may do can put it there. */
function ByHand() {
  const words = useDesk().text.nextYear;
  return (
    <>
      <h3>{words.byHand}</h3>
      <ol class="points small">
        {words.steps.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p class="hint">{words.noCopy}</p>
    </>
  );
}

/** The stores that go on, on what figures of this year, and those that do not. */
function Stores({ told, year }: { readonly told: Told; readonly year: number }) {
  const { state, text } = useDesk();
  const words = text.nextYear;
  const { stores, closed, forecast, unknown, later, nameless, through } = told;
  const day = (on: string): string => dateText(on, state.language);
  const actual = stores - forecast.length - unknown.length - later;
  return (
    <section class="card" aria-label={words.stores(stores)}>
      <h2>{words.stores(stores)}</h2>
      <p class="small quiet">{through === null ? words.noData : words.dataThrough(day(through))}</p>
      {actual > 0 && <p class="small">{words.actual(actual, year)}</p>}
      <Named
        title={words.forecast(forecast.length, year)}
        outlets={forecast.map((one) => ({ ...one, more: words.monthsOf(one.knownMonths, one.months) }))}
      />
      {forecast.length > 0 && <p class="hint">{words.forecastHint}</p>}
      <Named title={words.unknown(unknown.length)} outlets={unknown} />
      <Named
        title={words.closed(closed.length)}
        outlets={closed.map((one) => ({ ...one, more: words.closedOn(day(one.on)) }))}
      />
      {later > 0 && <p class="small">{words.later(later, year)}</p>}
      {nameless > 0 && <p class="small bad">{words.nameless(nameless)}</p>}
    </section>
  );
}

/** How many stores, and which. */
function Named({
  title,
  outlets,
}: {
  readonly title: string;
  readonly outlets: readonly (StoreTold & { readonly more?: string })[];
}) {
  const { text } = useDesk();
  if (outlets.length === 0) return null;
  return (
    <details>
      <summary class="small">{title}</summary>
      <ul class="lines small">
        {outlets.slice(0, mostShown).map(({ key, name, more }) => (
          <li key={key}>
            {name === '' ? key : text.nextYear.named(key, name)}
            {more !== undefined && <span class="quiet"> · {more}</span>}
          </li>
        ))}
        {outlets.length > mostShown && <li class="quiet">{text.log.others(outlets.length - mostShown)}</li>}
      </ul>
    </details>
  );
}

/** Without the follow-up nothing is expected of a year that is not over. */
function ToFollow({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { store, state, text } = useDesk();
  const section = partOfRole('paces')?.section;
  if (!section) return null;
  const working = state.busy !== undefined;
  return (
    <Panel tone="warn">
      <p>{text.nextYear.notFollowed(section.text[state.language].title)}</p>
      <Action disabled={working} onClick={() => void store.grid.generate({ section: section.id }).then(onDone)}>
        {working ? text.overview.generatingPart : text.nextYear.follow}
      </Action>
    </Panel>
  );
}

/** What goes along besides the stores. */
function Others({ told, year }: { readonly told: Told; readonly year: number }) {
  const { state, text } = useDesk();
  const words = text.nextYear;
  const counts = Object.entries(told.records).flatMap(([id, count]) => {
    const part = partOf(id);
    return part ? [words.counted(textOf(part, state.language).title, count)] : [];
  });
  return (
    <section class="card" aria-label={words.others}>
      <h2>{words.others}</h2>
      <ul class="points small">
        {counts.length > 0 && <li>{counts.join(text.separator)}</li>}
        <li>{words.settings}</li>
        <li>{words.nowFigures}</li>
        {told.pastMonths !== null && <li>{words.history(year, told.pastMonths)}</li>}
      </ul>
    </section>
  );
}
