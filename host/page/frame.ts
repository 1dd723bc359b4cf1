// Runs inside the frame of a sidebar or dialog, before the page's own scripts: `google.script` as Google gives it.
import { plainCopy } from '../plain';
import type { FromFrame, ToFrame } from './messages';

type Handler = (value: unknown, userObject: unknown) => void;

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly success: Handler | undefined;
  readonly failure: Handler | undefined;
  readonly userObject: unknown;
}

/** Google lets this many calls run at a time; further ones wait for their turn. */
const MOST = 10;

const functions = (document.currentScript?.dataset.functions ?? '').split(' ').filter((name) => name !== '');
const running = new Map<number, Call>();
const waiting: Call[] = [];
let lastId = 0;

const post = (message: FromFrame) => parent.postMessage(message, '*');

function start(call: Call): void {
  if (running.size >= MOST) {
    waiting.push(call);
    return;
  }
  lastId += 1;
  running.set(lastId, call);
  post({ google: 'call', id: lastId, name: call.name, args: call.args });
}

/** `google.script.run`, and what each of its `with…` functions gives: the same with one more handler. */
function runner(chosen: Pick<Call, 'success' | 'failure' | 'userObject'>): object {
  const run: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => runner({ ...chosen, success }),
    withFailureHandler: (failure: Handler) => runner({ ...chosen, failure }),
    withUserObject: (userObject: unknown) => runner({ ...chosen, userObject }),
  };
  for (const name of functions) {
    run[name] = (...args: readonly unknown[]): void => {
      start({ name, args: args.map((argument) => plainCopy(argument)), ...chosen });
    };
  }
  return run;
}

addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source !== parent) return;
  const answer = event.data;
  const call = running.get(answer.id);
  if (!call) return;
  running.delete(answer.id);
  const next = waiting.shift();
  if (next) start(next);
  if (answer.google === 'answer') call.success?.(answer.result, call.userObject);
  else if (call.failure) call.failure(new Error(answer.message), call.userObject);
  else console.error(answer.message);
});

const google = {
  script: {
    run: runner({ success: undefined, failure: undefined, userObject: undefined }),
    host: {
      close: () => post({ google: 'close' }),
      setHeight: (height: number) => post({ google: 'size', height }),
      setWidth: (width: number) => post({ google: 'size', width }),
      editor: { focus: () => post({ google: 'focus' }) },
    },
  },
};
Object.defineProperty(globalThis, 'google', { value: google });
