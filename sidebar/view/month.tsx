import type { Due, Following, StorePace, StoresByStatus } from '../../src/app/following';
import type { Closing } from '../../src/model/closing';
import { statuses } from '../../src/model/pace';
import { actionFor, type MonthStep, monthStep, soldPart } from '../monthSteps';
import { meant, partOf, partOfRole, textOf } from '../planParts';
import { figuresOf } from '../steps';
import { dateText, moneyText, percentText, signed } from '../value/shown';
import { useDesk } from './context';
import { Icon } from './icons';
import { Action } from './pieces';

/** The month of a signed plan that is followed: how the region stands, its stores, and what is left to settle. */
export function MonthPicture({ following }: { readonly following: Following }) {
  const { state, terms, text } = useDesk();
  const words = text.month;
  const { region, through, toOpen } = following;
  if (!region) return null;
  const { achievement, gap, used, signedYear, year } = region;
  // Since it was signed the year has become another.
  const isAdjusted = year !== null && signedYear !== null && Math.abs(year - signedYear) >= 0.005;
  const money = (value: number | null): string => (value === null ? words.none : moneyText(value, terms));
  const difference = (value: number | null): string =>
    value === null ? words.none : signed(moneyText(value, terms), value);
  const plan = state.opened ? figuresOf(state.opened) : null;
  // The company's target counts on new stores too: those that are not followed yet as they are planned.
  const against = (target: number | null | undefined, more = 0): number | null =>
    used === null || target === null || target === undefined ? null : used + more - target;
  const byCompany = against(plan?.companyTarget, toOpen);
  // Too little is known to call it good or bad.
  const isSparse = following.pace === 'missing';
  const tone = (value: number | null): string => (value === null || isSparse ? '' : value < 0 ? 'bad' : 'good');
  return (
    <section class="card" aria-label={words.title}>
      <p class="small quiet">{through === null ? '' : words.through(dateText(through, state.language))}</p>
      <p class="unit">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
      {isSparse && (
        <p class="hint">{words.sparse(region.coverage === null ? words.none : percentText(region.coverage))}</p>
      )}
      <dl class="figures">
        <dt>{words.achievement}</dt>
        <dd>{achievement === null ? words.none : percentText(achievement)}</dd>
        <dt>{words.gap}</dt>
        <dd class={tone(gap)}>{difference(gap)}</dd>
        <dt>{toOpen > 0 ? words.forecastWithout : words.forecast}</dt>
        <dd>{money(used)}</dd>
        {isAdjusted && (
          <>
            <dt class="step">{words.againstWorking(money(year))}</dt>
            <dd class={`step ${tone(against(year))}`}>{difference(against(year))}</dd>
          </>
        )}
        <dt class="step">{words.againstSigned}</dt>
        <dd class={`step ${tone(against(signedYear))}`}>{difference(against(signedYear))}</dd>
        <dt class="step">{toOpen > 0 ? words.againstCompanyWith(money(toOpen)) : words.againstCompany}</dt>
        <dd class={`step ${tone(byCompany)}`}>{difference(byCompany)}</dd>
      </dl>
      <StatusBar counts={following.stores} />
      <Stores following={following} />
      <Months following={following} />
      {following.closing && <Closings closing={following.closing} />}
    </section>
  );
}

/** Stores by status: a bar, and the same in words. */
function StatusBar({ counts }: { readonly counts: StoresByStatus }) {
  const { text } = useDesk();
  const words = text.month;
  const shown = statuses.filter((status) => counts[status] > 0);
  if (shown.length === 0) return null;
  const all = shown.reduce((sum, status) => sum + counts[status], 0);
  return (
    <>
      <h2 class="apart">{words.stores(all)}</h2>
      <div class="statuses" aria-hidden="true">
        {shown.map((status) => (
          <span key={status} class={`status ${status}`} style={{ flexGrow: counts[status] }} />
        ))}
      </div>
      <ul class="legend small">
        {shown.map((status) => (
          <li key={status}>
            <span class={`dot ${status}`} aria-hidden="true" /> {words.status[status]} {counts[status]}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The stores to look at, each once: those with the largest gaps, and the red ones about which nothing is being done. */
function Stores({ following: { worst, unacted, unactedCount } }: { readonly following: Following }) {
  const { store, terms, text } = useDesk();
  const words = text.month;
  const part = partOfRole('outlets')?.tab.id ?? '';
  const open = new Set(unacted.map(({ record }) => record));
  const among = new Set(worst.map(({ record }) => record));
  const listed: readonly StorePace[] = [...worst, ...unacted.filter(({ record }) => !among.has(record))];
  if (listed.length === 0) return null;
  return (
    <>
      <h2 class="apart">{words.worst}</h2>
      {unactedCount > 0 && <p class="small bad">{words.unacted(unactedCount)}</p>}
      <ul class="links">
        {listed.map(({ record, name, gap, achievement }) => (
          <li key={record}>
            <button type="button" class="row-link" onClick={() => store.moving.go({ kind: 'record', part, record })}>
              <span class="grow">
                {name}
                {open.has(record) && <span class="small bad what">{words.noAction}</span>}
              </span>
              <span>
                {signed(moneyText(gap, terms), gap)}
                {achievement !== null && <span class="quiet"> · {percentText(achievement)}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Months that are over and lack figures. */
function Months({ following }: { readonly following: Following }) {
  const { terms, text } = useDesk();
  const words = text.month;
  if (following.months.length === 0) return null;
  return (
    <>
      <h2 class="apart">{words.incomplete}</h2>
      <ul class="points small">
        {following.months.map(({ month, lacking }) => (
          <li key={month}>{words.lacking(monthName(month, text.monthNames, terms.firstMonth), lacking)}</li>
        ))}
      </ul>
    </>
  );
}

/** What has changed in closed months, and those that are over and wait to be closed. */
function Closings({ closing: { part, toClose, changed } }: { readonly closing: Closing }) {
  const { store, terms, text } = useDesk();
  const words = text.closing;
  if (toClose.length + changed.length === 0) return null;
  const name = (month: number): string => monthName(month + 1, text.monthNames, terms.firstMonth);
  return (
    <>
      {changed.length > 0 && (
        <>
          <h2 class="apart">{words.changed(changed.length)}</h2>
          <ul class="points small">
            {changed.map(({ month, by }) => (
              <li key={month} class="bad">
                {words.by(name(month), signed(moneyText(by, terms), by))}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="links">
        <li>
          <button type="button" class="row-link" onClick={() => store.moving.go({ kind: 'part', part })}>
            <span class="grow">{toClose.length === 0 ? words.look : words.toClose(toClose.length)}</span>
          </button>
        </li>
      </ul>
    </>
  );
}

const monthName = (month: number, names: readonly string[], firstMonth: number): string =>
  names[(firstMonth - 2 + month) % 12] ?? String(month);

/** What is due in any part: overdue, and in the days to come. Each leads to its record. */
export function DueList({ following }: { readonly following: Following }) {
  const { text } = useDesk();
  const { due, overdue, soon } = following;
  if (due.length === 0) return null;
  return (
    <section class="due" aria-label={text.month.dueTitle}>
      <DueLines title={text.month.overdue(overdue)} lines={due.filter(({ isOverdue }) => isOverdue)} count={overdue} />
      <DueLines title={text.month.soon(soon)} lines={due.filter(({ isOverdue }) => !isOverdue)} count={soon} />
    </section>
  );
}

/** Lines of what is due that are shown; the rest behind a button would be a list of its own. */
const mostLines = 6;

function DueLines({
  title,
  lines,
  count,
}: {
  readonly title: string;
  readonly lines: readonly Due[];
  readonly count: number;
}) {
  const { store, state, text } = useDesk();
  if (lines.length === 0) return null;
  const shown = lines.slice(0, mostLines);
  return (
    <>
      <h2 class="apart">{title}</h2>
      <ul class="links">
        {shown.map(({ part: id, record, name, dueOn, owner, what, isOverdue }) => {
          const part = partOf(id);
          const of = part ? textOf(part, state.language).title : id;
          return (
            <li key={`${id} ${record}`}>
              <button
                type="button"
                class="row-link"
                onClick={() => store.moving.go({ kind: 'record', part: id, record })}
              >
                <span class="grow">
                  {name}
                  {of !== name && <span class="small quiet what">{of}</span>}
                  {what !== '' && <span class="small quiet what">{what}</span>}
                </span>
                <span class={isOverdue ? 'small bad' : 'small'}>
                  {dateText(dueOn, state.language)}
                  {owner !== '' && <span class="quiet who">{owner}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {count > shown.length && <p class="small quiet">{text.month.more(count - shown.length)}</p>}
    </>
  );
}

/** The one next thing to do about a signed plan. */
export function NextInMonth({ following }: { readonly following: Following }) {
  const { store, state, terms, text } = useDesk();
  const step = monthStep(state.opened?.present ?? [], following);
  if (step.step === 'done') {
    return (
      <p class="all-done">
        <Icon name="check" /> {text.month.steps.done}
      </p>
    );
  }
  return (
    <div class="next">
      <p class="small quiet">{text.overview.next}</p>
      <Action main icon="next" disabled={state.busy !== undefined} onClick={() => go(step, store)}>
        {labelOf(step)}
      </Action>
    </div>
  );

  function labelOf(wanted: Exclude<MonthStep, { readonly step: 'done' }>): string {
    const words = text.month.steps;
    switch (wanted.step) {
      case 'generate': {
        const part = partOf(wanted.part);
        return words.generate(part ? textOf(part, state.language).title : wanted.part);
      }
      case 'lacking':
        return words.lacking(monthName(wanted.month.month, text.monthNames, terms.firstMonth));
      case 'overdue':
        return words.overdue(wanted.due.name);
      case 'act':
        return words.act(wanted.store.name);
      default:
        return words[wanted.step];
    }
  }
}

function go(step: Exclude<MonthStep, { readonly step: 'done' }>, store: ReturnType<typeof useDesk>['store']): void {
  const terms = partOfRole('terms')?.tab.id ?? '';
  switch (step.step) {
    case 'generate':
      void store.grid.generate({ section: step.section });
      return;
    case 'through': {
      const cell = meant('dataThrough')?.field.id;
      store.moving.go({ kind: 'record', part: terms, record: terms, ...(cell === undefined ? {} : { cell }) });
      return;
    }
    case 'sold':
    case 'lacking':
      store.moving.go({ kind: 'import', part: soldPart?.tab.id ?? '' });
      return;
    case 'overdue':
      store.moving.go({ kind: 'record', part: step.due.part, record: step.due.record });
      return;
    case 'act':
      store.moving.go(actionFor(step.store.key));
      return;
  }
}
