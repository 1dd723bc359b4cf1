import { useEffect, useRef } from 'preact/hooks';
import { type Clash, type Draft, isSettled } from '../form/draft';
import { dayAndTime } from '../log/told';
import { cellLabels, cellOf, fieldLabel, lists, type Part, roleIn } from '../planParts';
import { shownText } from '../value/shown';
import { useDesk } from './context';
import { Action, Panel } from './pieces';

/** What keeps the form from being saved, and what to do about it. */
export function Troubles({ part, draft }: { readonly part: Part; readonly draft: Draft }) {
  const place = useRef<HTMLDivElement>(null);
  const { trouble, clashes } = draft;
  const kind = clashes.length > 0 ? 'conflict' : trouble?.kind;
  // What went wrong stands at the top, the button that was pressed at the bottom.
  useEffect(() => {
    if (kind === 'conflict' || kind === 'gone' || kind === 'invalid')
      place.current?.scrollIntoView({ block: 'center' });
  }, [kind]);
  return (
    <div ref={place} class="troubles">
      <Trouble part={part} draft={draft} />
    </div>
  );
}

function Trouble({ part, draft }: { readonly part: Part; readonly draft: Draft }) {
  const { store, text } = useDesk();
  const { trouble } = draft;
  if (draft.clashes.length > 0) return <Clashes part={part} draft={draft} />;
  if (trouble?.kind === 'gone') {
    return (
      <Panel tone="bad" title={text.form.goneTitle}>
        <p>{text.form.gone}</p>
        <div class="stack">
          {part.tab.shape === 'table' && <Action onClick={store.forms.addAgain}>{text.form.addAgain}</Action>}
          <Action onClick={store.forms.giveUp}>{text.form.giveUp}</Action>
        </div>
      </Panel>
    );
  }
  if (trouble?.kind === 'invalid') return <Panel tone="bad">{<p role="alert">{trouble.message}</p>}</Panel>;
  return null;
}

function Clashes({ part, draft }: { readonly part: Part; readonly draft: Draft }) {
  const { store, state, terms, text } = useDesk();
  const { conflict } = text;
  /** Whose the other value is, and since when, as far as that is known. */
  function theirsText(by: Clash['by']): string {
    if (!by) return conflict.theirs;
    const { day, time } = dayAndTime(by.at, state.language);
    return conflict.theirsBy(by.who || text.log.unknown, day, time);
  }
  return (
    <Panel tone="bad" title={conflict.title}>
      <p role="alert">{conflict.body}</p>
      {draft.clashes.map(({ cell, theirs, mine, choice, by }) => {
        const found = cellOf(part.tab, cell);
        if (!found) return null;
        const role = roleIn(part.tab, found.field, draft.base.id);
        const shown = (value: typeof theirs): string =>
          value === null
            ? role === 'default'
              ? conflict.formula
              : conflict.blank
            : shownText(found.field, value, lists, terms);
        const label = fieldLabel(part, found.field, state.language);
        return (
          <fieldset key={cell} class="clash">
            <legend>
              {found.field.cells === undefined
                ? label
                : text.intake.cellOf(
                    label,
                    cellLabels(part, found.field, state.language, terms.firstMonth)[found.index] ?? cell,
                  )}
            </legend>
            {(['theirs', 'mine'] as const).map((side) => (
              <label key={side} class="option">
                <input
                  type="radio"
                  name={`clash-${cell}`}
                  checked={choice === side}
                  onChange={() => store.forms.choose(cell, side)}
                />
                <span>
                  <span class="small quiet">{side === 'mine' ? conflict.mine : theirsText(by)}</span>
                  <span class="value">{shown(side === 'theirs' ? theirs : mine)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <Action main disabled={!isSettled(draft)} onClick={() => void store.forms.saveChoices()}>
        {conflict.save}
      </Action>
    </Panel>
  );
}
