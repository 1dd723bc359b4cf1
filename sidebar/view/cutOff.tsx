import { useEffect, useState } from 'preact/hooks';
import { type DraftKept, draftName } from '../form/kept';
import { slipOf } from '../form/slip';
import { type CutOff, cutOffIn } from '../intake/cutOff';
import { partOf, textOf } from '../planParts';
import { meantValue } from '../steps';
import { useDesk } from './context';
import { Action, Panel } from './pieces';

interface Offer {
  readonly draft: DraftKept;
  readonly cutOff: CutOff;
  /** The rows, where they were pasted. */
  readonly pasted: DraftKept | undefined;
}

/** Imports among what was offered, each with the rows that were pasted for it. */
function offersIn(offered: readonly DraftKept[]): readonly Offer[] {
  return offered.flatMap((draft): readonly Offer[] => {
    const slip = slipOf(draft);
    const cutOff = slip && cutOffIn(slip);
    const pasted = offered.find(({ part, record }) => part === draft.part && record === '#import');
    return cutOff ? [{ draft, cutOff, pasted }] : [];
  });
}

/** What else is offered. */
export function withoutRuns(offered: readonly DraftKept[]): readonly DraftKept[] {
  const own = new Set(offersIn(offered).flatMap(({ draft, pasted }) => [draft, ...(pasted ? [pasted] : [])]));
  return offered.filter((draft) => !own.has(draft));
}

/** Imports that were being written when the sidebar was closed: whether all of it is in, or how to go on. */
export function CutOffs() {
  const { state } = useDesk();
  return (
    <>
      {offersIn(state.offered).map((offer) => (
        <One key={draftName(offer.draft)} {...offer} />
      ))}
    </>
  );
}

function One({ draft, cutOff, pasted }: Offer) {
  const { store, state, text } = useDesk();
  const words = text.cutOff;
  const [written, setWritten] = useState<number | undefined>(undefined);
  useEffect(() => {
    store.imports.writtenOf(cutOff).then(setWritten, () => undefined);
  }, [cutOff.id]);
  const part = partOf(cutOff.part);
  if (!part) return null;
  const title = words.title(textOf(part, state.language).title);
  const { rows, after } = cutOff;
  const busy = state.busy !== undefined;
  if (written === undefined)
    return (
      <Panel tone="plain" title={title}>
        {<p class="quiet">{words.looking}</p>}
      </Panel>
    );
  if (written >= rows) {
    const [change] = after?.changes ?? [];
    const isMoved = change === undefined || meantValue(state.opened, 'dataThrough') !== change.from;
    return (
      <Panel tone={isMoved ? 'plain' : 'warn'} title={title}>
        <p role="status">{words.complete(rows)}</p>
        {!isMoved && <p>{words.notMoved(String(change.to))}</p>}
        <Action main={!isMoved} disabled={busy} onClick={() => void end()}>
          {isMoved ? words.ok : words.move}
        </Action>
      </Panel>
    );
  }
  return (
    <Panel tone="warn" title={title}>
      <p role="status">{words.partly(written, rows)}</p>
      <p class="small">{pasted ? words.goOnPasted : words.goOnFile}</p>
      <div class="buttons">
        <Action main disabled={busy} onClick={() => void goOn()}>
          {words.goOn}
        </Action>
        <Action disabled={busy} onClick={giveUp}>
          {words.leave}
        </Action>
      </div>
    </Panel>
  );

  async function end(): Promise<void> {
    await store.imports.finish(cutOff);
    giveUp();
  }

  async function goOn(): Promise<void> {
    await store.keeping.resume(draft);
    if (pasted) await store.keeping.resume(pasted);
  }

  function giveUp(): void {
    store.keeping.discard(draft);
    if (pasted) store.keeping.discard(pasted);
  }
}
