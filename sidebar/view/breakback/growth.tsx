import { useMemo, useState } from 'preact/hooks';
import { type Ownership, ownerships } from '../../../src/maths/store';
import type { Given } from '../../../src/model/live';
import type { Proposal } from '../../../src/model/proposal';
import { type Fill, requiredFill } from '../../fill';
import { meant, partOfRole, rowLabel } from '../../planParts';
import { signed } from '../../value/shown';
import { useDesk } from '../context';
import { Pick } from '../pick';
import { Panel } from '../pieces';
import { Proposed } from '../proposed';
import { plannedTotals } from './totals';

interface Props {
  readonly input: Given;
  /** What the region is to come to. */
  readonly total: number | null;
}

/** Percentage points with the decimals they need: `+3.27`. */
const pointsText = (points: number): string =>
  signed(String(Number((points * 100).toFixed(9))).replace('-', '−'), points);

const isClosed = ({ growths }: Fill): boolean => growths.every(({ from, to }) => from === to);

/** Growth gives way: of both ownerships by the same points, or of one. */
export function Growth({ input, total }: Props) {
  const { state, terms, text } = useDesk();
  const [which, setWhich] = useState<Ownership | 'both'>('both');
  const moving = which === 'both' ? ownerships : [which];
  const outcome = useMemo(() => requiredFill({ ...input, companyTarget: total }, moving), [input, total, which]);
  const part = partOfRole('ownerships');
  const nameOf = (ownership: Ownership): string =>
    part ? rowLabel(part, ownership, state.language, terms.firstMonth) : ownership;
  return (
    <section class="stack" aria-label={text.fill.growth.title}>
      <h2>{text.fill.growth.title}</h2>
      <Pick
        label={text.fill.growth.which}
        value={which}
        choices={[['both', text.fill.growth.both], ...ownerships.map((one) => [one, nameOf(one)] as const)]}
        onPick={(picked) => setWhich(ownerships.find((one) => one === picked) ?? 'both')}
      />
      {'fault' in outcome && <Panel tone="warn">{<p role="alert">{text.fill.faults[outcome.fault]}</p>}</Panel>}
      {'fill' in outcome && isClosed(outcome.fill) && <Panel tone="plain">{<p>{text.fill.closed}</p>}</Panel>}
      {'fill' in outcome && !isClosed(outcome.fill) && <FillProposal fill={outcome.fill} input={input} total={total} />}
    </section>
  );
}

function FillProposal({ fill, input, total }: Props & { readonly fill: Fill }) {
  const { store, text } = useDesk();
  const { growths, gapBefore, gapAfter, following, fixed, points } = fill;
  const known = meant('growth');
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
      totals: plannedTotals(input, (total ?? 0) + gapAfter),
    }),
    [fill],
  );
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
