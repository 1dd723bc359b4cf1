// What tests need of the machine beside Node: where it usually is, and how to have it where it is not. Without it the
// tests concerned are skipped, and said to be.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

/** Where a Chromium is named: its whole path. */
const VARIABLE = 'CHROME_PATH';

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
const office = ['libreoffice-calc', 'fonts-noto-cjk', 'poppler-utils'];
const officeElsewhere =
  'Install LibreOffice Calc and poppler’s tools (on macOS: brew install --cask libreoffice; brew install poppler).';

export const programs = {
  Chromium: {
    names: CHROMIUMS,
    places: {
      linux: () => [...CHROMIUMS.map((name) => `/usr/bin/${name}`), '/snap/bin/chromium'],
      darwin: () =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
          ['/Applications', `${env.HOME ?? ''}/Applications`].map(
            (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
          ),
        ),
      win32: () =>
        windowsFolders.flatMap((variable) => {
          const folder = env[variable];
          return folder === undefined ? [] : windowsPrograms.map((program) => join(folder, program));
        }),
    },
    packages: ['chromium', 'fonts-noto-cjk'],
    how: `Install Chromium, Chrome or Edge, or set ${VARIABLE} to the path of one.`,
  },
  LibreOffice: {
    names: ['soffice'],
    places: {
      linux: () => ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'],
      darwin: () => ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
      win32: () => ['C:\\Program Files\\LibreOffice\\program\\soffice.exe'],
    },
    packages: office,
    how: officeElsewhere,
  },
  pdftotext: {
    names: ['pdftotext'],
    places: {
      linux: () => ['/usr/bin/pdftotext'],
      darwin: () => ['/opt/homebrew/bin/pdftotext', '/usr/local/bin/pdftotext'],
    },
    packages: office,
    how: officeElsewhere,
  },
};

export function found(name) {
  const named = name === 'Chromium' ? env[VARIABLE] : undefined;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`${VARIABLE} names ${named}, where nothing is.`);
  }
  const { names, places } = programs[name];
  const files = names.map((each) => (platform === 'win32' ? `${each}.exe` : each));
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => files.map((file) => join(folder, file)));
  return [...onPath, ...(places[platform]?.() ?? [])].find((path) => existsSync(path));
}

export const lacking = () => Object.keys(programs).filter((name) => found(name) === undefined);
