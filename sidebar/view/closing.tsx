import { useState } from 'preact/hooks';
import { dayNumber } from '../../src/maths/day';
import { closingOf } from '../../src/model/closing';
import { dayOfIso } from '../../src/model/value';
import type { Book } from '../book';
import { reportsLacking } from '../monthSteps';
import type { Part } from '../planParts';
import { meantValue } from '../steps';
import { dateText, moneyText, signed } from '../value/shown';
import { useDesk } from './context';
import { Action, Panel } from './pieces';
import { Reason } from './reason';

/** Closing the months that are over, one by one; opening the last closed one again; and what has changed since. */
export function Closing({ part, book }: { readonly part: Part; readonly book: Book }) {
  const { store, state, terms, text } = useDesk();
  const [why, setWhy] = useState('');
  const [opening, setOpening] = useState(false);
  const { planYear, firstMonth } = terms;
  const rows = new Map(book.rows.map((row) => [row.id, row.values]));
  const closing = closingOf(
    part.tab,
    (record, field) => rows.get(record)?.[field] ?? null,
    dayOfIso(String(meantValue(state.opened, 'dataThrough') ?? '')) ?? null,
    planYear === undefined ? null : dayNumber(planYear, firstMonth, 1),
  );
  if (!closing) return null;
  const { toClose, closed, changed, unknown } = closing;
  const words = text.closing;
  const name = (month: number): string => text.monthNames[(terms.firstMonth - 1 + month) % 12] ?? '';
  const [next] = toClose;
  const [lacking] = next ? reportsLacking(part, state.opened?.present ?? []) : [];
  const last = closed[closed.length - 1];
  const isBusy = state.busy !== undefined;
  return (
    <>
      {changed.length > 0 && (
        <Panel tone="bad" title={words.changed(changed.length)}>
          <ul class="lines small">
            {changed.map(({ month, by }) => (
              <li key={month}>
                {words.by(
                  name(month),
                  text.withUnit(signed(moneyText(by, terms), by), text.money(terms.unit, terms.currency)),
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {unknown.length > 0 && (
        <p class="small">{words.unknown(unknown.map(({ month }) => name(month)).join(text.separator))}</p>
      )}
      {closed.length > 0 && (
        <p class="small">{words.closed(closed.map(({ month }) => name(month)).join(text.separator))}</p>
      )}
      <p class="small quiet">{toClose.length === 0 ? words.none : words.toClose(toClose.length)}</p>
      <p class="hint">{words.hint}</p>
      {lacking && (
        <Panel tone="warn" title={words.withoutReport(lacking.section.text[state.language].title)}>
          <Action main disabled={isBusy} onClick={() => void store.grid.generate({ section: lacking.section.id })}>
            {text.month.steps.generate(lacking.section.text[state.language].title)}
          </Action>
        </Panel>
      )}
      {next && (
        <Action
          main={!lacking}
          disabled={isBusy}
          onClick={() => void store.imports.closeMonth(closing.part, next.record)}
        >
          {words.close(name(next.month))}
        </Action>
      )}
      {last && !opening && (
        <Action disabled={isBusy} onClick={() => setOpening(true)}>
          {words.open(name(last.month))}
        </Action>
      )}
      {last && opening && (
        <div class="stack">
          <p class="small">{words.closedOn(name(last.month), dateText(last.on, state.language))}</p>
          <Reason label={words.why} text={why} onType={setWhy} />
          <Action
            disabled={isBusy || why.trim() === ''}
            onClick={() => {
              setOpening(false);
              setWhy('');
              void store.imports.closeMonth(closing.part, last.record, why.trim());
            }}
          >
            {words.open(name(last.month))}
          </Action>
        </div>
      )}
    </>
  );
}
