import { useEffect, useRef } from 'preact/hooks';
import type { Shown } from '../execution';
import { frameMessage, type ToFrame } from './messages';

/** What the frames of sidebars and dialogs talk to. */
export interface Server {
  /** The script that gives a frame its `google.script`. */
  readonly standIn: string;
  /** The functions that a frame may call by name. */
  readonly functions: readonly string[];
  run(name: string, args: readonly unknown[]): Promise<unknown>;
}

interface HtmlFrameProps {
  readonly shown: Shown;
  /** What the frame is, for those who do not see it. */
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly server: Server;
  readonly onClose: () => void;
  readonly onFocusGrid: () => void;
}

/** No `allow-same-origin`: the page inside reaches the script by messages only, as on Google. */
const SANDBOX = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

/** All that may come before a page's own first element. */
const START = /^\s*(?:<!doctype[^>]*>)?\s*(?:<html[^>]*>)?\s*(?:<head[^>]*>)?/i;

/** The HTML of a script with `google.script` before its own scripts. */
export function framed(html: string, { standIn, functions }: Pick<Server, 'standIn' | 'functions'>): string {
  const script = `<script data-functions="${functions.join(' ')}">${standIn}</script>`;
  const at = START.exec(html)?.[0].length ?? 0;
  return `${html.slice(0, at)}${script}${html.slice(at)}`;
}

/** A sidebar's or dialog's page, shut off from this one. */
export function HtmlFrame({ shown, name, width, height, server, onClose, onFocusGrid }: HtmlFrameProps) {
  const ref = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const frame = ref.current;
    if (!frame) return;
    const answer = (message: ToFrame) => frame.contentWindow?.postMessage(message, '*');
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source !== frame.contentWindow) return;
      const message = frameMessage(event.data);
      switch (message?.google) {
        case 'call': {
          const { id } = message;
          server.run(message.name, message.args).then(
            (result) => answer({ google: 'answer', id, result }),
            (error: unknown) => answer({ google: 'failure', id, message: reasonOf(error) }),
          );
          return;
        }
        case 'close':
          onClose();
          return;
        case 'focus':
          onFocusGrid();
          return;
        case 'size':
          if (message.width !== undefined && width !== undefined) frame.width = String(message.width);
          if (message.height !== undefined && height !== undefined) frame.height = String(message.height);
      }
    };
    addEventListener('message', onMessage);
    // By an address of its own: as an attribute, the whole page would stay in this one and be read with it.
    const address = URL.createObjectURL(new Blob([framed(shown.html, server)], { type: 'text/html;charset=utf-8' }));
    // Listening first: a page may call the script while it is still being read.
    frame.src = address;
    return () => {
      removeEventListener('message', onMessage);
      URL.revokeObjectURL(address);
    };
  }, [shown, server, width, height, onClose, onFocusGrid]);
  return <iframe ref={ref} title={shown.title || name} sandbox={SANDBOX} width={width} height={height} />;
}

export const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
