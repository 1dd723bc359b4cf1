import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { found } from '../machine.mjs';

/** A program's path; throws where it is not there. */
function program(name: 'LibreOffice' | 'pdftotext'): string {
  const path = found(name);
  if (path === undefined) throw new Error(`there is no ${name} on this machine`);
  return path;
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
    execFileSync(program('LibreOffice'), [user, '--headless', '--convert-to', kind, '--outdir', out, 'plan.xlsx'], {
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
