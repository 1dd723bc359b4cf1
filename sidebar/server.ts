import { isPermissionError } from '../src/model/permission';
import { serverBy } from './endpoints';
import { NoAnswer, type Server } from './wire';

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  readonly [name: string]: unknown;
}

declare const google: { readonly script: { readonly run: Runner } };

/** What Google's client says when the connection is gone: `NetworkError: Connection failure due to HTTP 0`. */
const connection = /NetworkError|Connection failure|HTTP 0\b|ERR_INTERNET/i;

function noAnswer(error: unknown): NoAnswer {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (navigator.onLine === false || connection.test(message)) return new NoAnswer('offline');
  console.error(message);
  return new NoAnswer(isPermissionError(message) ? 'barred' : 'failed');
}

/** Calls one endpoint; rejects with NoAnswer if none comes. */
function call(name: string, request: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler((error) => reject(noAnswer(error)));
    const endpoint = runner[name];
    if (typeof endpoint !== 'function') reject(new NoAnswer('failed'));
    else if (request === null) endpoint.call(runner);
    else endpoint.call(runner, request);
  });
}

export const server: Server = serverBy(call);
