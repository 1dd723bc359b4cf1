import { useMemo } from 'preact/hooks';
import type { Proposal } from '../../src/model/proposal';
import { type Fill, type FillOutcome, requiredFill } from '../fill';
import { inputOf, sources } from '../form/around';
import { meant, type Part, partOfRole, rowLabel } from '../planParts';
import { moneyText, percentText, signed } from '../value/shown';
import { useDesk } from './context';
import { Action, Head, Panel } from './pieces';
import { Proposed } from './proposed';

/** Growth that closes the gap: what it would set is said first, then set in one request, with a way back. */
export function FillView() {
  const { store, state, text } = useDesk();
  const present = state.opened?.present ?? [];
  const books = sources.map((part) => state.books[part]);
  const known = sources.every((part) => state.books[part] || !present.includes(part));
  const outcome = useMemo((): FillOutcome | { readonly fault: 'noYear' } | undefined => {
    if (!known) return undefined;
    const input = inputOf(state.books);
    return input ? requiredFill(input) : { fault: 'noYear' };
  }, [...books, known]);
  return (
    <main>
      <Head title={text.fill.title} back={{ kind: 'overview' }} />
      <p>{text.fill.intro}</p>
      {outcome === undefined && <p class="quiet">{text.common.loading}</p>}
      {outcome && 'fault' in outcome && (
        <Panel tone="warn">{<p role="alert">{text.fill.faults[outcome.fault]}</p>}</Panel>
      )}
      {outcome && 'fill' in outcome && <FillProposal fill={outcome.fill} />}
      <Action onClick={() => store.moving.go({ kind: 'part', part: partOfRole('ownerships')?.tab.id ?? '' })}>
        {text.fill.byHand}
      </Action>
    </main>
  );
}

/** Percentage points with the decimals they need: `+3.27`. */
const pointsText = (points: number): string =>
  signed(String(Number((points * 100).toFixed(9))).replace('-', '−'), points);

/** A growth with the decimals it needs, two at least. */
function growthText(growth: number): string {
  const short = percentText(growth);
  const exact = Number((growth * 100).toFixed(9));
  return Number(short.replace('−', '-').replace(/[,%]/g, '')) === exact ? short : `${String(exact).replace('-', '−')}%`;
}

const isClosed = ({ points, growths }: Fill): boolean => points === 0 && growths.every(({ from }) => from !== null);

function FillProposal({ fill }: { readonly fill: Fill }) {
  const { state, terms, text } = useDesk();
  const { growths, gapBefore, gapAfter, following, fixed, points } = fill;
  const known = meant('growth');
  if (!known) return null;
  const { field } = known;
  const part: Part = known;
  const money = (value: number): string => signed(moneyText(value, terms), value);

  const proposal: Proposal = {
    part: part.tab.id,
    changes: growths.map(({ ownership, from, to }) => ({ record: ownership, field: field.id, from, to })),
    totals: [{ field: 'gap', before: gapBefore, after: gapAfter }],
  };

  if (isClosed(fill)) return <Panel tone="plain">{<p>{text.fill.closed}</p>}</Panel>;
  return (
    <Proposed proposal={proposal} go={text.fill.go} done={text.done.filled}>
      {gapBefore > 0 && points < 0 && <p class="bad">{text.fill.lowers}</p>}
      <p>{text.fill.will(pointsText(points))}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{text.fill.from}</th>
            <th scope="col">{text.fill.to}</th>
          </tr>
        </thead>
        <tbody>
          {growths.map(({ ownership, from, to }) => (
            <tr key={ownership}>
              <th scope="row">{rowLabel(part, ownership, state.language, terms.firstMonth)}</th>
              <td>{from === null ? text.overview.none : growthText(from)}</td>
              <td>
                <b>{growthText(to)}</b>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{text.fill.gap}</th>
            <td>{money(gapBefore)}</td>
            <td>
              <b>{remainder(gapAfter)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="small quiet">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>
      {gapAfter > 0 && <p class="small quiet">{text.fill.rounding}</p>}
      {following + fixed > 0 && <p class="small">{text.fill.following(following)}</p>}
      {fixed > 0 && <p class="small">{text.fill.fixed(fixed)}</p>}
    </Proposed>
  );

  /** What would show as 0.00 is written out in the currency's unit. */
  function remainder(gap: number): string {
    if (gap === 0) return '0';
    return gap < terms.unit / 100 ? text.withUnit(signed(String(gap), gap), text.money(1, terms.currency)) : money(gap);
  }
}
