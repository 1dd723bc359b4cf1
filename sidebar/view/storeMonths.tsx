import { useEffect } from 'preact/hooks';
import type { Row } from '../book';
import { soldPart, workingPart } from '../monthSteps';
import { monthsOf, monthUnderWay, standingOf } from '../rows/monthsOf';
import { dateText, moneyText } from '../value/shown';
import { useDesk } from './context';

/** A store's twelve months, target and actual: a table whose rows are also a chart. */
export function StoreMonths({ row }: { readonly row: Row }) {
  const { store, state, terms, text } = useDesk();
  const part = soldPart?.tab.id ?? '';
  const figure = soldPart?.tab.sold?.figure ?? '';
  const isThere = state.opened?.present.includes(part) ?? false;
  const working = workingPart?.tab.id ?? '';
  const isFollowed = state.opened?.present.includes(working) ?? false;
  useEffect(() => {
    if (isThere) void store.reading.read(part, false, [figure]);
    if (isThere && isFollowed) void store.reading.read(working, false, [workingPart?.tab.working?.months ?? '']);
  }, [isThere, isFollowed, part]);
  const months = monthsOf(row, state.books[part], state.books[working]);
  if (!months?.some(({ actual }) => actual !== null)) return null;
  const most = Math.max(1, ...months.flatMap(({ target, actual }) => [target ?? 0, actual ?? 0]));
  const width = (value: number | null): string => `${(Math.max(0, value ?? 0) / most) * 100}%`;
  const shown = (value: number | null): string => (value === null ? '' : moneyText(value, terms));
  const words = text.month;
  const through = state.following?.through ?? null;
  const partly = monthUnderWay(through, terms.firstMonth);
  return (
    <details class="group" open>
      <summary>
        <h2>{words.months}</h2>
      </summary>
      <table class="months">
        <thead>
          <tr>
            <th scope="col" class="cell name quiet">
              {words.month}
            </th>
            <th scope="col" class="cell quiet">
              {words.target}
            </th>
            <th scope="col" class="cell quiet">
              {words.actual}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {months.map(({ target, actual }, index) => {
            const name = text.monthNames[(terms.firstMonth - 1 + index) % 12] ?? '';
            const standing = standingOf({ target, actual }, partly === index + 1);
            return (
              <tr key={name}>
                <th scope="row" class="cell name">
                  {name}
                </th>
                <td class="cell">{shown(target)}</td>
                <td class="cell">
                  {shown(actual)}
                  {partly === index + 1 && actual !== null && '*'}
                </td>
                <td class="bars" aria-hidden="true">
                  <span class="length target" style={{ width: width(target) }} />
                  <span class={`length ${standing}`} style={{ width: width(actual) }} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {partly !== undefined && through !== null && (
        <p class="small quiet">{words.partly(dateText(through, state.language))}</p>
      )}
    </details>
  );
}
