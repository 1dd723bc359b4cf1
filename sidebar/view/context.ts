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

/** Puts the focus on a view's heading when the view appears, so that the keyboard and a screen reader start there. */
export function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
