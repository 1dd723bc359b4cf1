import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { found } from '../../test/machine.mjs';
import { exportXlsx } from '../xlsx';
import { type Figure, type Group, median } from './figure';
import { deskOf, type Files, filesOf } from './region';

const sizes = [300, 1000, 2000] as const;

/** Times three hard recalculations of each file, all formulas whether anything has changed or not. */
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic">
Sub Recalculate(file As String, out As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(file, "_blank", 0, hidden())
  Dim handle As Integer
  handle = FreeFile
  Open out For Output As #handle
  For run = 1 To 3
    started = GetSystemTicks()
    document.calculateAll()
    Print #handle, GetSystemTicks() - started
  Next run
  Close #handle
  document.close(True)
End Sub
</script:module>
`;

const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Bench"/>
</library:library>
`;

/** Milliseconds of a hard recalculation of a workbook file, the median of three. */
function recalculated(office: string, folder: string, file: string): number {
  const profile = join(folder, 'profile');
  const run = (...args: readonly string[]): void => {
    const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    execFileSync(office, [user, '--headless', ...args], { stdio: 'pipe', timeout: 600_000 });
  };
  const basic = join(profile, 'user', 'basic', 'Standard');
  // A new profile fills its library when it is first used: the macro is put there afterwards.
  run('--terminate_after_init');
  mkdirSync(basic, { recursive: true });
  writeFileSync(join(basic, 'Bench.xba'), macro);
  writeFileSync(join(basic, 'script.xlb'), library);
  const out = join(folder, 'out.txt');
  const [from, to] = [file, out].map((path) => pathToFileURL(path).href);
  run(`macro:///Standard.Bench.Recalculate("${from}","${to}")`);
  return median(readFileSync(out, 'utf8').trim().split(/\s+/).map(Number));
}

async function figuresOf(office: string, files: Files): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-bench-'));
  try {
    const took = new Map<number, number>();
    for (const stores of sizes) {
      const file = join(folder, `${stores}.xlsx`);
      writeFileSync(file, await exportXlsx(deskOf(files.code, files.file(stores)).workbook));
      took.set(stores, recalculated(office, folder, file));
    }
    const [few, , many] = sizes;
    const growth = (took.get(many) ?? Number.NaN) / (took.get(few) ?? Number.NaN);
    return [
      ...sizes.map((stores): Figure => {
        const name = `hard recalculation, ${stores.toLocaleString('en-US')} stores`;
        return { name, value: took.get(stores) ?? Number.NaN, unit: 'ms', most: stores };
      }),
      {
        name: `its exponent, ${few} to ${many.toLocaleString('en-US')} stores`,
        value: Math.log(growth) / Math.log(many / few),
        unit: 'power',
        most: 1.2,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The workbook in LibreOffice, which calculates every formula as it is written: nothing of the local engine hides it. */
export function officeGroup(code: string): Group {
  return {
    title: 'LibreOffice',
    runs: 1,
    figures: async () => {
      const office = found('LibreOffice');
      if (office === undefined) throw new Error('there is no LibreOffice on this machine');
      return figuresOf(office, filesOf(code));
    },
  };
}
