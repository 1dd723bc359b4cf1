import type { DraftKept } from '../form/kept';
import { draftName } from '../form/kept';
import { type Slip, type SlipKind, slipOf } from '../form/slip';
import { dayAndTime } from '../log/told';
import { partOf, textOf } from '../planParts';
import { useDesk } from './context';
import { withoutRuns } from './cutOff';
import { Action, Panel } from './pieces';
import { newTitle } from './record';

/** What was typed into forms and not saved when the sidebar was closed: to go on with, or to be given up. */
export function Offered() {
  const { state, text } = useDesk();
  const offered = withoutRuns(state.offered);
  if (offered.length === 0) return null;
  return (
    <Panel tone="warn" title={text.kept.title}>
      <p class="small">{text.kept.body}</p>
      {offered.map((draft) => (
        <Kept key={draftName(draft)} draft={draft} />
      ))}
    </Panel>
  );
}

function Kept({ draft }: { readonly draft: DraftKept }) {
  const { store, state, text } = useDesk();
  const part = partOf(draft.part);
  if (!part) return null;
  const { day, time } = dayAndTime(draft.at, state.language);
  const slip = slipOf(draft);
  const tab = textOf(part, state.language).title;
  const own = draft.isNew ? newTitle(part, state.language, text) : part.tab.shape === 'record' ? '' : draft.title;
  const title = slip ? slipTitle(slip.kind, tab) : text.status.join([tab, own].filter((word) => word !== ''));
  const busy = state.busy !== undefined;
  return (
    <div class="kept">
      <p>{title}</p>
      {slip && <p class="small clip">{sample(slip.texts)}</p>}
      <p class="small quiet">
        {slip ? text.kept.typed(day, time) : text.kept.fields(Object.keys(draft.edits).length, day, time)}
      </p>
      <div class="buttons">
        <Action disabled={busy} label={text.kept.resumeOne(title)} onClick={() => void store.keeping.resume(draft)}>
          {text.kept.resume}
        </Action>
        <Action disabled={busy} label={text.kept.discardOne(title)} onClick={() => store.keeping.discard(draft)}>
          {text.kept.discard}
        </Action>
      </div>
    </div>
  );

  function slipTitle(kind: SlipKind, tab: string): string {
    switch (kind) {
      case '#several':
        return text.status.join([tab, text.several.title]);
      case '#import':
      case '#run':
        return text.intake.title(tab);
      case '#sign':
        return text.signing.title;
      case '#reopen':
        return text.signing.reopen;
      case '#respread':
        return text.status.join([tab, text.respread.title]);
      case '#generate':
        return text.generate.title;
    }
  }
}

/** The beginning of what was typed: of a value the value, of rows the first. */
const sample = ({ value, text = '', reason = '', region = '' }: Slip['texts']): string =>
  (value ?? (text || reason || region)).slice(0, 80).replace(/\s+/g, ' ');
