import { createHash } from 'node:crypto';
import type { Addon } from '../../host/addon';
import type { Heard } from '../../host/execution';
import { pointedAt } from '../../host/services/standIn';

/**
 * What a command is told by one of its calls, and by what it asks for free until the next.
 *
 * Whether somebody else's work comes before a call or after it makes no difference where the call changes nothing, commits
 * nothing, and tells the command just what it tells when nobody is there: the workbook that the other comes upon is the
 * same, and so is all that the command knows when it goes on. So the work need be tried at one of these places alone.
 */
export interface Step {
  readonly told: string;
  /** Whether it leaves anything behind that another may come upon. */
  readonly changes: boolean;
}

/** Calls that ask who is there and nothing else. */
const asks: ReadonlySet<string> = new Set(['User.getEmail', 'Session.getActiveUserLocale']);

const changesBy = ({ name, kind, commits }: Heard): boolean =>
  commits || !(kind === 'free' || kind === 'read' || kind === 'value' || asks.has(name));

/** What is behind a handle says where it points; whose execution it is, is the same for all. */
const unsaid: ReadonlySet<string> = new Set(['execution', 'self']);

function shown(key: string, value: unknown): unknown {
  if (unsaid.has(key) || typeof value === 'function') return undefined;
  if (value instanceof Error) return value.message;
  if (typeof value !== 'object' || value === null) return value;
  const behind = pointedAt(value);
  if (behind === undefined) return value;
  // A member of an enumeration is nothing but its name.
  return behind === value ? String(value) : { ...behind };
}

/** Times since an instant, which are others in each run. */
const laterThan = (start: number) => (text: string) =>
  (text.includes('T') ? Date.parse(text) : Number(text)) >= start ? 'when' : text;

/** Listens to a user's commands from a call on; tells of each step once the next begins, until it is told that it is enough. */
function listening(addon: Addon, from: number, onStep: (step: Step, index: number) => 'on' | 'enough'): void {
  const start = Date.now();
  const own: string[] = [];
  let parts: string[] = [];
  let changes = false;
  let index = -1;
  let isEnough = false;
  const step = (): Step => {
    let text = parts.join('\n').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{13}\b/g, laterThan(start));
    // Its own ids are others in each run, too, and in one order; digests and the log's marks are of times and ids.
    for (const [number, id] of own.entries())
      text = text.split(id.slice(0, 8)).join(`own ${number}`).split(id.slice(8)).join('');
    text = text.replace(/\b[0-9a-f]{16}\b/g, 'digest').replace(/(?<=")m[0-9a-z]{1,7}(?=")/g, 'mark');
    return { told: createHash('sha1').update(text).digest('hex'), changes };
  };
  addon.listen((heard) => {
    if (isEnough) return;
    if (heard.name === 'Utilities.getUuid') own.push(String(heard.answer));
    if (heard.kind !== 'free') {
      if (index >= from) isEnough = onStep(step(), index) === 'enough';
      index += 1;
      parts = [];
      changes = false;
    }
    if (index < from) return;
    parts.push(JSON.stringify([heard.name, heard.given, heard.answer], shown));
    changes ||= changesBy(heard);
  });
}

/** All steps of a command but the last, after which nothing can come between. */
export function stepsIn(addon: Addon, run: () => void): readonly Step[] {
  const steps: Step[] = [];
  listening(addon, 0, (step) => {
    steps.push(step);
    return 'on';
  });
  run();
  addon.listen();
  return steps;
}

/**
 * Follows a command beside which something is done before the call of a number, given its steps when nothing is: the
 * answer says, once it has ended, before which last call that would have come to the same.
 */
export function following(addon: Addon, position: number, undisturbed: readonly Step[]): () => number {
  let last = position;
  listening(addon, position, (step, index) => {
    const known = undisturbed[index];
    if (!known || known.changes || step.changes || known.told !== step.told) return 'enough';
    last = index + 1;
    return 'on';
  });
  return () => {
    addon.listen();
    return last;
  };
}
