import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Proposal } from '../../src/model/proposal';
import type { Row } from '../book';
import { cellOf, partOf } from '../planParts';
import { type Line, mostLines, type ProposedRecord, shownProposal } from '../rows/proposed';
import { titleOf } from '../rows/title';
import { useDesk } from './context';
import { Action, Panel } from './pieces';

interface ProposedProps {
  readonly proposal: Proposal;
  /** What its records are called, where their rows do not say. */
  readonly nameOf?: ((record: string) => string) | undefined;
  /** It is about the one record that is open. */
  readonly alone?: boolean;
  /** The records as they stand, where not as last read. */
  readonly rows?: readonly Row[] | undefined;
  /** The button's words, and what it does. */
  readonly go: string;
  readonly onGo: () => void;
  /** What it would do, in words. */
  readonly children?: ComponentChildren;
  /** What is to be known of it, below the figures. */
  readonly notes?: ComponentChildren;
}

/** What would be done to a part, shown before it is, and the one button that does it. */
export function Proposed({ proposal, nameOf, alone = false, rows, go, onGo, children, notes }: ProposedProps) {
  const { state } = useDesk();
  return (
    <Panel tone="plain">
      {children}
      <Changes
        proposal={proposal}
        nameOf={nameOf}
        alone={alone}
        rows={rows ?? state.books[proposal.part]?.rows ?? none}
      />
      {notes}
      <Action main disabled={state.busy !== undefined} onClick={onGo}>
        {go}
      </Action>
    </Panel>
  );
}

function isMoney(part: string, field: string): boolean {
  const tab = partOf(part)?.tab;
  return tab !== undefined && cellOf(tab, field)?.field.kind === 'money';
}

interface ChangesProps {
  readonly proposal: Proposal;
  readonly nameOf: ((record: string) => string) | undefined;
  readonly alone: boolean;
  readonly rows: readonly Row[];
}

const none: readonly Row[] = [];

/** Each value that changes, from what to what, by records; totals before and after; long lists folded and cut. */
function Changes({ proposal, nameOf, alone, rows }: ChangesProps) {
  const { terms, text } = useDesk();
  const part = partOf(proposal.part);
  const shown = useMemo(() => shownProposal(proposal, rows, terms), [proposal, rows, terms]);
  const { changed, added, changedInAll, addedInAll, same, totals } = shown;
  const lines = changed.reduce((sum, record) => sum + record.lines.length, 0);
  const isShort = lines <= mostLines && changedInAll === changed.length;
  const hasMoney =
    proposal.changes.some(({ field }) => isMoney(proposal.part, field)) ||
    proposal.totals.some((total) => isMoney(total.part ?? proposal.part, total.field));
  const isFlat = alone || same !== undefined;
  const flat = changed.flatMap(({ record, lines: own }) =>
    alone ? own : own.map((line) => ({ ...line, label: name(record) })),
  );
  // A short list of one kind goes on to its totals.
  const isOne = isFlat && isShort && changed.length > 0;
  const list = (
    <>
      {isFlat ? (
        <Lines lines={flat} totals={isOne ? totals : []} />
      ) : (
        changed.map((record) => <Record key={record.record} record={record} name={name(record.record)} />)
      )}
      <More count={changedInAll - changed.length} />
    </>
  );
  return (
    <>
      {changed.length + added.length === 0 && <p class="small">{text.proposed.nothing}</p>}
      {changed.length > 0 &&
        (isShort ? (
          list
        ) : (
          <details class="cells">
            <summary>
              <span>{text.proposed.changed(changedInAll)}</span>
            </summary>
            {list}
          </details>
        ))}
      {addedInAll > 0 && (
        <details class="cells">
          <summary>
            <span>{text.proposed.added(addedInAll)}</span>
          </summary>
          {added.map((record) => (
            <Record key={record.record} record={record} name={name(record.record)} />
          ))}
          <More count={addedInAll - added.length} />
        </details>
      )}
      {totals.length > 0 && !isOne && <Lines lines={[]} totals={totals} />}
      {hasMoney && <p class="small quiet">{text.moneyIn(text.money(terms.unit, terms.currency))}</p>}
    </>
  );

  function name(record: string): string {
    if (nameOf) return nameOf(record);
    const row = rows.find(({ id }) => id === record);
    return part && row ? titleOf(part, row, terms) : record;
  }
}

function Record({ record, name }: { readonly record: ProposedRecord; readonly name: string }) {
  return (
    <>
      <Lines lines={record.lines} name={name} />
      <More count={record.more} />
    </>
  );
}

/** Texts longer than words and figures are. */
const breaking = (text: string): string => (/\S{16}/.test(text) ? 'long' : '');

/** Characters of a name that stands beside two figures; a longer one stands above them. */
const shortName = 12;

interface LinesProps {
  readonly lines: readonly Line[];
  /** Below them; what is added up is called by more words than stand beside two figures. */
  readonly totals?: readonly Line[];
  readonly name?: string;
}

/** Lines from what to what; of a new record, only what it holds. */
function Lines({ lines, totals = [], name }: LinesProps) {
  const { text } = useDesk();
  const isNew = totals.length === 0 && lines.every(({ from }) => from === '');
  return (
    <table class="changes">
      <thead>
        <tr>
          {name === undefined ? (
            <td />
          ) : (
            <th scope="colgroup" class={breaking(name)}>
              {name}
            </th>
          )}
          {!isNew && <th scope="col">{text.proposed.from}</th>}
          {!isNew && <th scope="col">{text.proposed.to}</th>}
          {isNew && <td />}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, from, to }, index) => (
          <tr key={`${index}-${label}`}>
            <th scope="row" class={breaking(label)}>
              {label}
            </th>
            {!isNew && <td class={breaking(from)}>{from}</td>}
            <td class={breaking(to)}>
              <b>{to}</b>
            </td>
          </tr>
        ))}
      </tbody>
      {totals.map(({ label, from, to }) => (
        <tbody key={label}>
          {label.length > shortName && (
            <tr class="of">
              <th scope="rowgroup" colSpan={3}>
                {label}
              </th>
            </tr>
          )}
          <tr>
            {label.length > shortName ? <td /> : <th scope="row">{label}</th>}
            <td>{from}</td>
            <td>
              <b>{to}</b>
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function More({ count }: { readonly count: number }) {
  const { text } = useDesk();
  return count > 0 ? <p class="small quiet">{text.intake.andMore(count)}</p> : null;
}
