import './style.css';
import { render } from 'preact';
import { languageOf } from '../src/model/language';
import { App } from './app';
import { Reference } from './reference';
import { server } from './server';
import { createStore } from './store';
import type { Drawer } from './store/keeping';

/** A name for a request that no other request has: the time and chance, since a frame may lack crypto.randomUUID. */
const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;

/** What the browser keeps for this page: nothing where it lets frames keep nothing, or has no room. */
const drawer: Drawer = {
  read(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(name, text) {
    try {
      localStorage.setItem(name, text);
      return true;
    } catch {
      // What is short is kept with Google all the same.
      return false;
    }
  },
};

const place = document.getElementById('sidebar');
const reference = place?.dataset.reference;
if (place && reference) render(<Reference language={languageOf(reference)} />, place);
else if (place) {
  const store = createStore(server, navigator.language, newId, drawer);
  // The menu opens the sidebar in the view that it names.
  const { view } = place.dataset;
  if (view === 'check' || view === 'generate' || view === 'nextYear') store.moving.enter({ kind: view });
  render(<App store={store} />, place);
}
