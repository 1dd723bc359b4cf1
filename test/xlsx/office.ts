import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installed } from '../debian';

/** Where LibreOffice and poppler's tools usually are, if not on the path. */
const PLACES: Readonly<Record<'soffice' | 'pdftotext', readonly string[]>> = {
  soffice: [
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    '/usr/lib/libreoffice/program/soffice',
  ],
  pdftotext: ['/opt/homebrew/bin/pdftotext', '/usr/local/bin/pdftotext'],
};

const PACKAGES = ['libreoffice-calc', 'fonts-noto-cjk', 'poppler-utils'];

const works = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

function found(program: keyof typeof PLACES): string | undefined {
  return [program, ...PLACES[program].filter((path) => existsSync(path))].find(works);
}

/** A program's path. Throws, saying what to install, where it is not there and cannot be had. */
function program(name: keyof typeof PLACES): string {
  const there = found(name);
  if (there !== undefined) return there;
  const now = installed(...PACKAGES) ? found(name) : undefined;
  if (now !== undefined) return now;
  throw new Error(
    `${name} is not on this machine, so what LibreOffice makes of the .xlsx cannot be checked. Install LibreOffice Calc and poppler's tools (on Debian: apt-get install ${PACKAGES.join(' ')}).`,
  );
}

/** Files are calculated anew when they are opened, whatever results they hold: 0 is "always". */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** A workbook file as LibreOffice writes it after opening it and calculating it anew: as .xlsx or as .pdf. */
export function converted(file: Uint8Array, kind: 'xlsx' | 'pdf'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    writeFileSync(join(folder, 'plan.xlsx'), file);
    const out = join(folder, 'out');
    const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    execFileSync(program('soffice'), [user, '--headless', '--convert-to', kind, '--outdir', out, 'plan.xlsx'], {
      cwd: folder,
      stdio: 'pipe',
    });
    return readFileSync(join(out, `plan.${kind}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of each page of a PDF. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync(program('pdftotext'), ['-layout', '-', '-'], { input: pdf, maxBuffer: 1 << 28 });
  return text.toString('utf8').split('\f').slice(0, -1);
}
