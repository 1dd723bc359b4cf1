import { useMemo } from 'preact/hooks';
import type { Proposal } from '../../src/model/proposal';
import { type Fill, type FillOutcome, requiredFill } from '../fill';
import { inputOf, sources } from '../form/around';
import { meant, partOfRole } from '../planParts';
import { signed } from '../value/shown';
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

const isClosed = ({ growths }: Fill): boolean => growths.every(({ from, to }) => from === to);

function FillProposal({ fill }: { readonly fill: Fill }) {
  const { store, text } = useDesk();
  const { growths, gapBefore, gapAfter, following, fixed, points } = fill;
  const [known, gap] = [meant('growth'), meant('gap')];
  const proposal = useMemo(
    (): Proposal => ({
      part: known?.tab.id ?? '',
      changes: growths.map(({ ownership, from, to }) => ({
        record: ownership,
        field: known?.field.id ?? '',
        from,
        to,
      })),
      added: [],
      totals: [{ part: gap?.tab.id ?? '', field: gap?.field.id ?? '', before: gapBefore, after: gapAfter }],
    }),
    [fill],
  );

  if (isClosed(fill)) return <Panel tone="plain">{<p>{text.fill.closed}</p>}</Panel>;
  return (
    <Proposed
      proposal={proposal}
      go={text.fill.go}
      onGo={() => void store.acts.apply(proposal, text.done.filled)}
      notes={
        <>
          {gapAfter > 0 && <p class="small quiet">{text.fill.rounding}</p>}
          {following + fixed > 0 && <p class="small">{text.fill.following(following)}</p>}
          {fixed > 0 && <p class="small">{text.fill.fixed(fixed)}</p>}
        </>
      }
    >
      {gapBefore > 0 && points < 0 && <p class="bad">{text.fill.lowers}</p>}
      <p>{text.fill.will(pointsText(points))}</p>
    </Proposed>
  );
}
