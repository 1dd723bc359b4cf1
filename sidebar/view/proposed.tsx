import type { ComponentChildren } from 'preact';
import type { Proposal } from '../../src/model/proposal';
import { useDesk } from './context';
import { Action, Panel } from './pieces';

interface ProposedProps {
  readonly proposal: Proposal;
  /** The button's words, and what is said once it is done. */
  readonly go: string;
  readonly done: string;
  readonly onDone?: () => void;
  /** What it would do, in words and figures. */
  readonly children: ComponentChildren;
}

/** What would be done to a part, said before it is, and the one button that does it. */
export function Proposed({ proposal, go, done, onDone, children }: ProposedProps) {
  const { store, state } = useDesk();
  async function apply(): Promise<void> {
    if (await store.acts.apply(proposal, done)) onDone?.();
  }
  return (
    <Panel tone="plain">
      {children}
      <Action main disabled={state.busy !== undefined} onClick={() => void apply()}>
        {go}
      </Action>
    </Panel>
  );
}
