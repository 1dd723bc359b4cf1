import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { installed } from '../debian';

/** Where a Chromium is named: its whole path. */
const VARIABLE = 'CHROME_PATH';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** The usual places, by operating system. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, () => readonly string[]>>> = {
  linux: () => [
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...NAMES.map((name) => `/usr/bin/${name}`),
    '/snap/bin/chromium',
  ],
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', `${process.env.HOME ?? ''}/Applications`].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    ),
  win32: () =>
    windowsFolders.flatMap((variable) => {
      const folder = process.env[variable];
      return folder === undefined ? [] : windowsPrograms.map((program) => join(folder, program));
    }),
};

const HOW_TO_INSTALL =
  `There is no Chromium or Chrome here, which the tests in a real browser need. Install one (on Debian or Ubuntu: ` +
  `apt-get install chromium fonts-noto-cjk; on macOS: brew install --cask google-chrome; on Windows: ` +
  `winget install Google.Chrome), or set ${VARIABLE} to the path of one.`;

/** The path of a Chromium: the one that CHROME_PATH names, or one in the usual places; undefined if there is none. */
function found(): string | undefined {
  const named = process.env[VARIABLE];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`${VARIABLE} names ${named}, where nothing is.`);
  }
  return (PLACES[process.platform]?.() ?? []).find((path) => existsSync(path));
}

/** Finds a Chromium, or installs one where that can be done; throws what to install otherwise. */
function chromePath(): string {
  const path = found() ?? (installed('chromium', 'fonts-noto-cjk') ? found() : undefined);
  if (path === undefined) throw new Error(HOW_TO_INSTALL);
  return path;
}

/** Starts it so that it asks for nothing itself, and reaches nothing but this machine. */
export function launched(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromePath(),
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
