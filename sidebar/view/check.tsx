import { type Found, type FoundCell, isChosen, mendedBy } from '../../src/model/finding';
import { byHand, byRepair, byTab, countOf, mendingOf, notes } from '../check/steps';
import { cellOf, fieldLabel, partOf } from '../planParts';
import { useDesk } from './context';
import { Icon } from './icons';
import { Action, Head, IconButton, Progress } from './pieces';

/** All that is not as it should be in the workbook: where, what it means, and what puts it right. */
export function CheckView() {
  const { store, state, text } = useDesk();
  const { found, isLooking } = state.check;
  return (
    <main>
      <Head title={text.check.title} back={{ kind: 'overview' }}>
        <IconButton
          icon="refresh"
          label={text.check.again}
          disabled={isLooking || state.busy !== undefined}
          onClick={() => void store.check.look()}
        />
      </Head>
      <Standing />
      {found && <Listed found={[...byRepair(found), ...byHand(found)]} />}
      {found && notes(found).length > 0 && <h2>{text.check.notes}</h2>}
      {found && <Listed found={notes(found)} />}
    </main>
  );
}

/** How the workbook stands: being looked through, mended, whole, or what there is to do. Read aloud as it changes. */
function Standing() {
  const { store, state, text } = useDesk();
  const { busy, check } = state;
  const { found, isLooking, mended, at } = check;
  const [mendable, manual] = found ? [byRepair(found), byHand(found)] : [[], []];
  const isWhole = found !== undefined && mendable.length + manual.length === 0;
  const words = (): string => {
    if (isLooking) return text.check.looking;
    if (!found) return '';
    if (mended !== 'yes') return isWhole ? text.check.fine : text.check.found(countOf(mendable), countOf(manual));
    if (isWhole) return text.check.mendedAll;
    return mendable.length === 0 ? text.check.mendedRest(countOf(manual)) : text.check.mendedSome(countOf(mendable));
  };
  if (busy) {
    const label = text.check.mending(Math.min(busy.of, busy.done + 1), Math.max(1, busy.of));
    return <Progress done={busy.done} of={busy.of} label={label} />;
  }
  return (
    <>
      <p role="status" class={isWhole && !isLooking ? 'all-done' : isLooking ? 'quiet' : ''}>
        {isWhole && !isLooking && <Icon name="check" />} {words()}
      </p>
      {found && mendable.length > 0 && (
        <Action main disabled={isLooking} onClick={() => void store.check.mendAll()}>
          {text.check.mendAll(countOf(mendable))}
        </Action>
      )}
      {at && !isLooking && (
        <p class="quiet small">
          {text.check.lookedAt(
            at.toLocaleTimeString(state.language === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' }),
          )}
        </p>
      )}
    </>
  );
}

function Listed({ found }: { readonly found: readonly Found[] }) {
  const { text } = useDesk();
  return (
    <>
      {byTab(found).map(({ title, found: own }) => (
        <section key={title} class="stack" aria-label={title || text.check.wholeWorkbook}>
          <h2>{title || text.check.wholeWorkbook}</h2>
          {own.map((one) => (
            <Finding key={`${one.kind} ${one.message}`} one={one} />
          ))}
        </section>
      ))}
    </>
  );
}

/** One thing that was found: in words, what it means, its cells, and its own way to be put right. */
function Finding({ one }: { readonly one: Found }) {
  const { store, state, text } = useDesk();
  const { kind, title, message, count, cells } = one;
  const isBusy = state.busy !== undefined || state.check.isLooking;
  return (
    <div class="panel plain finding">
      <p>
        <Icon name={mendedBy(kind) === 'note' ? 'open' : 'warn'} size={14} />{' '}
        {cells.length > 0 && count > 1 ? text.check.times(message, count) : message}
      </p>
      <p class="hint">{text.check.meaning[kind]}</p>
      {cells.length > 0 && (
        <ul class="found-cells">
          {cells.map((cell) => (
            <li key={cell.cell}>
              <CellLink one={one} at={cell} />
            </li>
          ))}
          {count > cells.length && <li class="small quiet">{text.intake.andMore(count - cells.length)}</li>}
        </ul>
      )}
      {mendedBy(kind) === 'repair' && (
        <div>
          <Action
            label={text.check.mendOne(title, message)}
            disabled={isBusy}
            onClick={() => void store.check.mend([mendingOf(one)])}
          >
            {text.check.mend}
          </Action>
        </div>
      )}
    </div>
  );
}

/** The way to a cell in the grid, and where people are to put it right, to its place in the form. */
function CellLink({ one, at }: { readonly one: Found; readonly at: FoundCell }) {
  const { store, state, text } = useDesk();
  const part = partOf(one.tab);
  const { cell, record, field } = at;
  if (!part) return <span class="small">{cell}</span>;
  const known = field === undefined ? undefined : cellOf(part.tab, field);
  const label = known && fieldLabel(part, known.field, state.opened?.workbook ?? state.language);
  const shown = label === undefined ? cell : text.check.cellOf(cell, label);
  return (
    <>
      <button
        type="button"
        class="text-button"
        aria-label={text.check.toCell(one.title, shown)}
        onClick={() => void store.grid.toCell(one.tab, cell)}
      >
        {shown}
      </button>
      {isChosen(one.kind) && (
        <button
          type="button"
          class="text-button"
          aria-label={text.check.isCopyAt(one.title, cell)}
          disabled={state.busy !== undefined || state.check.isLooking}
          onClick={() => void store.check.mend([{ ...mendingOf(one), cell }])}
        >
          {text.check.isCopy}
        </button>
      )}
      {record !== undefined && field !== undefined && (
        <button
          type="button"
          class="text-button"
          aria-label={text.check.correctCell(one.title, cell)}
          onClick={() => store.moving.go({ kind: 'record', part: one.tab, record, cell: field })}
        >
          {text.check.correct}
        </button>
      )}
    </>
  );
}
