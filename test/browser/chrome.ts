import { type Browser, chromium } from 'playwright-core';
import { found } from '../machine.mjs';

/** Starts it so that it asks for nothing itself, and reaches nothing but this machine. */
export function launched(): Promise<Browser> {
  const path = found('Chromium');
  if (path === undefined) throw new Error('there is no Chromium on this machine');
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
