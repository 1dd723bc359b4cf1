import { useRef } from 'preact/hooks';
import type { Region } from '../../src/maths/region';
import { isTypable } from '../../src/model/tab';
import { movesRegion } from '../form/around';
import { changedCells, type Draft } from '../form/draft';
import { type Part, roleIn } from '../planParts';
import { moneyText, percentText, signed } from '../value/shown';
import { useDesk } from './context';
import { Action } from './pieces';

interface FootProps {
  readonly part: Part;
  readonly draft: Draft;
  /** The region with what is typed. */
  readonly region: Region | undefined;
  readonly faulty: number;
  readonly canSave: boolean;
}

/** Always in sight: the region with what is typed, how the form stands, and the button that saves it. */
export function Foot({ part, draft, region, faulty, canSave }: FootProps) {
  const { store, state, terms, text } = useDesk();
  const { form } = text;
  const button = useRef<HTMLButtonElement>(null);
  const changed = changedCells(part.tab, draft, terms).length > 0;
  const typable = part.tab.fields.some((field) => !field.hidden && isTypable(roleIn(part.tab, field, draft.base.id)));
  const isLive = typable && movesRegion(part.tab.id);
  const status = statusWords();
  function statusWords(): { readonly words: string; readonly bad: boolean } {
    if (faulty > 0) return { words: form.fixFirst(faulty), bad: true };
    if (draft.saving) return { words: form.saving, bad: false };
    switch (draft.trouble?.kind) {
      case 'busy':
        return { words: draft.trouble.again ? text.trouble.busy : text.trouble.busyStill, bad: !draft.trouble.again };
      case 'offline':
      case 'barred':
      case 'failed':
        return { words: text.trouble[draft.trouble.kind], bad: true };
      case 'conflict':
        return { words: text.conflict.title, bad: true };
    }
    if (changed) return { words: form.unsaved, bad: false };
    if (!state.savedAt) return { words: '', bad: false };
    const time = state.savedAt.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    return { words: form.saved(time), bad: false };
  }
  if (!typable) return null;
  return (
    <footer class="foot">
      {region && isLive && region.gap !== null && (
        <p class="region small" aria-live="off">
          <span>{form.regionNow}</span>
          <span>
            {form.gapNow} <b>{signed(moneyText(region.gap, terms), region.gap)}</b>
            {region.rows.all.plannedGrowth !== null &&
              ` · ${form.growthNow(percentText(region.rows.all.plannedGrowth))}`}
          </span>
        </p>
      )}
      <p class={status.bad ? 'small bad' : 'small quiet'} role="status">
        {status.words}
      </p>
      <div class="buttons">
        {/* Not disabled: that would take the focus of whoever has just saved with the keyboard. */}
        <button ref={button} type="submit" class="button main" aria-disabled={!canSave}>
          {draft.isNew ? form.add : form.save}
        </button>
        {changed && !draft.saving && !draft.isNew && (
          <Action
            onClick={() => {
              store.forms.revert();
              button.current?.focus();
            }}
          >
            {form.revert}
          </Action>
        )}
      </div>
    </footer>
  );
}
