import type { Model } from '@odoo/o-spreadsheet';

/** The field that takes what is typed: on the grid, or above it. */
function composerOf(event: Event): HTMLElement | undefined {
  const { target } = event;
  return target instanceof HTMLElement && target.classList.contains('o-composer') ? target : undefined;
}

/**
 * Mends how the grid takes the first letters that are typed into a cell. It keeps the cell's text in the field before
 * anything is typed, and takes it out when it draws what the first letter has begun: a second letter that comes before
 * that (after the page was busy) would be taken together with the old text. And in a cell of percentages it adds the
 * sign to the first digit: a person who types the sign too means the same one. Until `signal` ends it.
 */
export function mendTyping(place: HTMLElement, { getters }: Model, signal: AbortSignal): void {
  let hasBegun = false;
  let isShare = false;

  const begin = (event: InputEvent): void => {
    const field = composerOf(event);
    if (!field || hasBegun || field.classList.contains('active') || event.inputType !== 'insertText') return;
    hasBegun = true;
    // By then the grid has drawn, and the field says of itself that it is active.
    requestAnimationFrame(() => requestAnimationFrame(end));
    field.textContent = '';
    isShare = /^\d$/.test(event.data ?? '') && getters.getActiveCell().format?.includes('%') === true;
  };
  /** Puts the sign where the grid is about to draw it, once it has taken the digit. */
  const sign = (event: Event): void => {
    const field = composerOf(event);
    if (!field || !isShare) return;
    isShare = false;
    queueMicrotask(() => {
      field.textContent = `${field.textContent}%`;
      getSelection()?.collapse(field.firstChild, 1);
    });
  };
  const end = (): void => {
    hasBegun = false;
  };

  place.addEventListener('beforeinput', begin, { capture: true, signal });
  place.addEventListener('input', sign, { capture: true, signal });
  place.addEventListener(
    'keydown',
    (event) => {
      if (event.key.length > 1) end();
      if (event.key === '%' && /^\s*[-+]?[\d.,]+%$/.test(composerOf(event)?.textContent ?? '')) event.preventDefault();
    },
    { capture: true, signal },
  );
}
