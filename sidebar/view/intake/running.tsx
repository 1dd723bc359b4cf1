import { useEffect, useRef } from 'preact/hooks';
import { progressOf, type Run } from '../../intake/run';
import { useDesk } from '../context';
import { Icon } from '../icons';
import { Action, Panel, Progress } from '../pieces';
import { Lines } from './lines';

/** An import under way, or how it ended. */
export function Running({ run }: { readonly run: Run }) {
  const { store, state, text } = useDesk();
  const { intake } = text;
  const { done, added, of } = progressOf(run);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), [run.state === 'done']);
  const words: Readonly<Record<Run['state'], string>> = {
    running: intake.running,
    stopping: intake.stopping,
    stopped: intake.stopped,
    offline: text.trouble.offline,
    barred: text.trouble.barred,
    failed: text.trouble.failed,
    busy: text.trouble.busy,
    refused: intake.refused,
    done: intake.done(added, done - added),
  };
  const canResume =
    run.state !== 'running' && run.state !== 'stopping' && run.state !== 'refused' && run.state !== 'done';
  return (
    <>
      <Progress done={done} of={of} label={intake.progress(done, of)} />
      <p ref={heading} tabIndex={-1} role="status" class={run.state === 'done' ? 'all-done' : ''}>
        {run.state === 'done' && <Icon name="check" />} {words[run.state]}
      </p>
      {run.state === 'refused' && (
        <Panel tone="bad">
          <Lines lines={run.refused.map(({ record, message }) => intake.refusal(record ?? '', message))} />
          <Action onClick={store.imports.leaveRefused}>{intake.leaveRefused}</Action>
        </Panel>
      )}
      <div class="stack">
        {run.state === 'running' && <Action onClick={store.imports.stopImport}>{intake.stop}</Action>}
        {canResume && (
          <Action main onClick={store.imports.resumeImport}>
            {intake.resume}
          </Action>
        )}
        {run.state === 'done' && (
          <Action main onClick={() => finish({ kind: 'part', part: run.part })}>
            {intake.toPart}
          </Action>
        )}
        {run.state === 'done' && <Action onClick={() => finish({ kind: 'overview' })}>{text.common.overview}</Action>}
        {(run.state === 'done' || canResume || run.state === 'refused') && (
          <Action onClick={() => store.imports.endImport()}>{intake.again}</Action>
        )}
      </div>
      {state.busy && <p class="quiet">{text.common.loading}</p>}
    </>
  );

  function finish(view: Parameters<typeof store.moving.go>[0]): void {
    store.imports.endImport();
    store.moving.go(view);
  }
}
