import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Store } from '../store';
import type { State } from '../store/state';
import { type Words, words } from '../text';
import type { Terms } from '../value/terms';

export const StoreContext = createContext<Store | undefined>(undefined);

/** What every view works with: what is known, what can be done, and the words. */
export interface Desk {
  readonly store: Store;
  readonly state: State;
  readonly terms: Terms;
  readonly text: Words;
}

/** Throws outside the application. */
export function useDesk(): Desk {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no store around this view');
  const { state } = store.hub;
  return { store, state, terms: store.hub.terms(), text: words[state.language] };
}

/** Where the keyboard is when its button is gone, or can do no more: at the view's heading, not at the page's start. */
export function useKeptFocus(): void {
  const last = useRef<Element | undefined>(undefined);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element ? target : undefined;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const { current } = last;
    // Whoever works in the grid meanwhile stays there.
    if (!current || !document.hasFocus() || document.activeElement !== document.body) return;
    if (current.isConnected && !current.matches(':disabled')) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
}

/** Says at the root whether people go from field to field by the keyboard, so that what a field means can follow them. */
export function useKeys(): void {
  useEffect(() => {
    const root = document.documentElement;
    const byKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Tab') root.dataset.by = 'keys';
    };
    const byHand = (): void => void delete root.dataset.by;
    document.addEventListener('keydown', byKey);
    document.addEventListener('pointerdown', byHand);
    return () => {
      document.removeEventListener('keydown', byKey);
      document.removeEventListener('pointerdown', byHand);
    };
  }, []);
}

/** Puts the focus on a view's heading when the view appears, so that the keyboard and a screen reader start there. */
export function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

/** Looks at the workbook for as long as a view is shown: more often while someone is about, not at all where nobody sees it. */
export function usePulse(begin: (isSeen: () => boolean) => () => void): void {
  const { store } = useDesk();
  useEffect(() => {
    const stop = begin(() => !document.hidden);
    const root = document.documentElement;
    // From the sidebar people go to the grid, and from there they come back.
    const signs = ['focus', 'blur', 'pointerenter', 'pointerleave'] as const;
    for (const sign of signs) {
      window.addEventListener(sign, store.pulse.sign);
      root.addEventListener(sign, store.pulse.sign);
    }
    return () => {
      stop();
      for (const sign of signs) {
        window.removeEventListener(sign, store.pulse.sign);
        root.removeEventListener(sign, store.pulse.sign);
      }
    };
  }, [store]);
}
