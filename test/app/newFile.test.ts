import type { Addon, UserAnswer } from '../../host/addon';
import { filesFrom } from '../../host/services/sheetsApi';
import { createWorkbook } from '../../host/workbook';
import { deskOn } from '../engine/addon';

/** A planner asks for a region's workbook and wants it elsewhere; `further` is what they answer then. */
function asked(bound: boolean, further: readonly UserAnswer[]): Addon {
  const workbook = createWorkbook({ locale: 'en_US', timeZone: 'Etc/UTC' });
  const wish: readonly UserAnswer[] = ['North', '2027', 'en', 'CNY'].map((text) => ({ text }));
  const { addon } = deskOn(workbook, { bound, answers: [...wish, { button: 'NO' }, ...further], cells: false });
  addon.command('generateWorkbook');
  return addon;
}

const dialogs = ({ seen }: Addon): readonly string[] => seen.flatMap((shown) => ('html' in shown ? [shown.html] : []));
const alerts = ({ seen }: Addon): readonly string[] =>
  seen.flatMap((shown) => (shown.kind === 'alert' ? [shown.prompt] : []));
const made = ({ workbook }: Addon): number => filesFrom(workbook).size;

const bothWays = expect.stringContaining('installed as an add-on or belongs to this spreadsheet');

test('an installed add-on makes the file and asks nothing more', () => {
  const addon = asked(false, []);
  expect(alerts(addon)).toHaveLength(1);
  expect(made(addon)).toBe(1);
  expect(dialogs(addon)).toEqual([expect.stringContaining('/d/new-file-1/edit')]);
});

// A script that belongs to a spreadsheet and a test deployment of an add-on both have no source.
describe('a script of which Google does not tell where it comes from offers both ways', () => {
  test('a new file', () => {
    const addon = asked(true, [{ button: 'YES' }]);
    expect(alerts(addon)[1]).toEqual(bothWays);
    expect(made(addon)).toBe(1);
    expect(dialogs(addon)).toEqual([expect.stringContaining('/d/new-file-1/edit')]);
  });

  test('a copy', () => {
    const addon = asked(true, [{ button: 'NO' }]);
    expect(alerts(addon)[1]).toEqual(bothWays);
    expect(made(addon)).toBe(0);
    expect(dialogs(addon)).toEqual([expect.stringContaining(`/d/${addon.workbook.id}/copy`)]);
  });

  test('neither, if that is not wanted either', () => {
    const addon = asked(true, [{ button: 'CANCEL' }]);
    expect(made(addon)).toBe(0);
    expect(dialogs(addon)).toEqual([]);
  });
});
