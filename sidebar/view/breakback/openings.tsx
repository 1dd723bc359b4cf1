import { useMemo, useState } from 'preact/hooks';
import { region } from '../../../src/maths/region';
import type { Given } from '../../../src/model/live';
import type { Change, Proposal } from '../../../src/model/proposal';
import type { Row } from '../../book';
import { openingsFor } from '../../breakback/openings';
import { type Part, parts } from '../../planParts';
import { titleOf } from '../../rows/title';
import { moneyText } from '../../value/shown';
import { useDesk } from '../context';
import { Pick } from '../pick';
import { Panel } from '../pieces';
import { Proposed } from '../proposed';
import { plannedTotals } from './totals';

interface Props {
  readonly input: Given;
  readonly total: number;
}

/** The part whose records open stores. */
const opening = parts.find(({ tab }) => tab.opens !== undefined);

const twelve = Array.from({ length: 12 }, (_, month) => month);
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Openings give way: how many stores more, or fewer, a channel opens in a month. */
export function Openings(props: Props) {
  const { state, text } = useDesk();
  const rows = state.books[opening?.tab.id ?? '']?.rows ?? [];
  const enabled = rows.filter((row) => row.values[opening?.tab.opens?.enabled ?? ''] === true);
  return (
    <section class="stack" aria-label={text.fill.openings.title}>
      <h2>{text.fill.openings.title}</h2>
      {!opening || enabled.length === 0 ? (
        <p class="small quiet">{text.fill.openings.noChannel}</p>
      ) : (
        <Channels part={opening} rows={enabled} {...props} />
      )}
    </section>
  );
}

interface ChannelsProps extends Props {
  readonly part: Part;
  readonly rows: readonly Row[];
}

function Channels({ part, rows, input, total }: ChannelsProps) {
  const { store, terms, text } = useDesk();
  const money = (value: number): string =>
    text.withUnit(moneyText(value, terms), text.money(terms.unit, terms.currency));
  const words = text.fill.openings;
  const { opens } = part.tab;
  const [chosen, setChosen] = useState('');
  const [month, setMonth] = useState(0);
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];
  const monthName = (one: number): string => text.monthNames[(terms.firstMonth - 1 + one) % 12] ?? '';
  const outcome = useMemo(() => {
    if (!row || !opens) return undefined;
    const openings = twelve.map((one) => count(row.values[`${opens.months}.${one + 1}`]));
    const { ramp, seasonIndex } = input;
    const lacking = total - (region(input).planned ?? 0);
    return openingsFor({ mature: count(row.values[opens.mature]), openings }, month, { lacking, ramp, seasonIndex });
  }, [row, month, input, total]);
  const proposal = useMemo((): Proposal | undefined => {
    if (!row || !opens || !outcome || 'fault' in outcome || outcome.count === 0) return undefined;
    const from = twelve.map((one) => row.values[`${opens.months}.${one + 1}`] ?? null);
    const to = outcome.openings.map((opened, one) => (opened === count(from[one]) ? (from[one] ?? null) : opened));
    const changes: Change[] = [{ record: row.id, field: opens.months, from, to }];
    const wanted = row.values[opens.count];
    if (typeof wanted === 'number')
      changes.push({ record: row.id, field: opens.count, from: wanted, to: Math.max(0, wanted + outcome.count) });
    return { part: part.tab.id, changes, added: [], totals: plannedTotals(input, total - outcome.lacking) };
  }, [outcome]);
  return (
    <>
      <Pick
        label={words.channel}
        value={row?.id ?? ''}
        choices={rows.map((one) => [one.id, titleOf(part, one, terms)] as const)}
        onPick={setChosen}
      />
      <Pick
        label={words.month}
        value={String(month)}
        choices={twelve.map((one) => [String(one), monthName(one)] as const)}
        onPick={(picked) => setMonth(Number(picked))}
      />
      {outcome && 'fault' in outcome && <Panel tone="warn">{<p>{words.faults[outcome.fault]}</p>}</Panel>}
      {outcome && !('fault' in outcome) && !proposal && <Panel tone="plain">{<p>{words.none}</p>}</Panel>}
      {outcome && !('fault' in outcome) && proposal && (
        <Proposed proposal={proposal} go={words.go} onGo={() => void store.acts.apply(proposal, text.done.set(1))}>
          <p>
            {outcome.count > 0
              ? words.more(outcome.count, monthName(month), money(outcome.each))
              : words.fewer(-outcome.count, monthName(month), money(outcome.each))}
          </p>
        </Proposed>
      )}
    </>
  );
}
