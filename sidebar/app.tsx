import { useEffect, useState } from 'preact/hooks';
import type { Store } from './store';
import type { View } from './store/state';
import { words } from './text';
import { AboutView } from './view/about';
import { CheckView } from './view/check';
import { StoreContext, useDesk, useKeptFocus, useKeys } from './view/context';
import { FillView } from './view/fill';
import { GenerateView } from './view/generate';
import { IntakeView } from './view/intake';
import { LogView } from './view/log';
import { NextYearView } from './view/nextYear';
import { Overview } from './view/overview';
import { PartView } from './view/part';
import { Action, Messages, Question } from './view/pieces';
import { RecordForm } from './view/record';
import { RespreadView } from './view/respread';
import { ScenariosView } from './view/scenarios';
import { SeveralView } from './view/several';
import { SigningView } from './view/signing';
import { StorePagesView } from './view/storePages';

/** The sidebar: one view at a time, messages below it, and the question before an unsaved form is left. */
export function App({ store }: { readonly store: Store }) {
  const [, redraw] = useState(0);
  useEffect(() => store.hub.subscribe(() => redraw((count) => count + 1)), [store]);
  useEffect(() => {
    void store.reading.open();
    void store.keeping.recall();
    const ask = (event: BeforeUnloadEvent): void => {
      if (store.moving.isDirty()) event.preventDefault();
    };
    const keep = (): void => void store.keeping.flush();
    window.addEventListener('online', store.online);
    window.addEventListener('pagehide', keep);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('online', store.online);
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('beforeunload', ask);
    };
  }, [store]);
  useKeptFocus();
  useKeys();
  const { language } = store.hub.state;
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = words[language].title;
  }, [language]);
  return (
    <StoreContext.Provider value={store}>
      <Shown />
      <Messages />
      <Leaving />
    </StoreContext.Provider>
  );
}

function Shown() {
  const { state } = useDesk();
  const { view } = state;
  return <ViewOf key={keyOf(view)} view={view} />;
}

/** Each record is a form of its own; the other views are one per part. */
const keyOf = (view: View): string => {
  if (view.kind === 'record') return `form ${view.part} ${view.record}`;
  return 'part' in view ? `${view.kind} ${view.part}` : view.kind;
};

function ViewOf({ view }: { readonly view: View }) {
  switch (view.kind) {
    case 'overview':
      return <Overview />;
    case 'about':
      return <AboutView />;
    case 'check':
      return <CheckView />;
    case 'signing':
      return <SigningView />;
    case 'log':
      return <LogView view={view} />;
    case 'generate':
      return <GenerateView />;
    case 'nextYear':
      return <NextYearView />;
    case 'alternatives':
      return <ScenariosView />;
    case 'storePages':
      return <StorePagesView view={view} />;
    case 'part':
      return <PartView id={view.part} />;
    case 'record':
    case 'new':
      return <RecordForm view={view} />;
    case 'several':
      return <SeveralView id={view.part} />;
    case 'respread':
      return <RespreadView id={view.part} />;
    case 'fill':
      return <FillView />;
    case 'import':
      return <IntakeView id={view.part} />;
  }
}

function Leaving() {
  const { store, state, text } = useDesk();
  if (!state.leaving) return null;
  return (
    <Question title={text.leave.title} body={text.leave.body} onCancel={store.moving.stay}>
      <Action main onClick={() => void store.moving.saveAndLeave()}>
        {text.leave.save}
      </Action>
      <Action onClick={store.moving.discardAndLeave}>{text.leave.discard}</Action>
      <Action onClick={store.moving.stay}>{text.leave.stay}</Action>
    </Question>
  );
}
