import type { Addon } from '../../host/addon';
import { filesFrom } from '../../host/services/sheetsApi';
import { createWorkbook } from '../../host/workbook';
import { deskOn } from '../engine/addon';
import { asked } from '../engine/answer';
import { places } from '../places';
import { later } from './later';

const wish = { request: 'one', region: ' North ', planYear: 2027, language: 'en', currency: 'EUR' };

function desk(bound: boolean): Addon {
  const workbook = createWorkbook({ locale: 'en_US', timeZone: 'Etc/UTC' });
  return deskOn(workbook, { bound, cells: false, files: { Sidebar: '<div id="sidebar"></div>' } }).addon;
}

const made = ({ workbook }: Addon): number => filesFrom(workbook).size;

test('the menu asks for all of it at once, in the sidebar', () => {
  const addon = desk(false);
  addon.command('generateWorkbook');
  expect(addon.seen).toEqual([
    expect.objectContaining({ kind: 'sidebar', html: expect.stringContaining('data-view="generate"') }),
  ]);
});

test('an installed add-on makes the file and asks nothing more', () => {
  const addon = desk(false);
  expect(addon.run('makeFile', wish)).toEqual({
    status: 'done',
    title: 'North 2027 operations targets',
    url: expect.stringContaining('/d/new-file-1/edit'),
    lacking: null,
  });
  addon.calls.reset();
  // Asked for again under the same request, as its answer was lost: language, lock and what is noted.
  expect(addon.run('makeFile', wish)).toMatchObject({ status: 'done', url: expect.stringContaining('new-file-1') });
  expect(addon.calls.total).toBeLessThanOrEqual(4);
  expect(made(addon)).toBe(1);
});

// A script that belongs to a spreadsheet and a test deployment of an add-on both have no source.
test('a script of which Google does not tell where it comes from offers a copy first, and makes a file where that is wanted', () => {
  const addon = desk(true);
  expect(addon.run('makeFile', wish)).toEqual({
    status: 'unsure',
    copy: expect.stringMatching(new RegExp(`/d/${addon.workbook.id}/copy$`)),
  });
  expect(made(addon)).toBe(0);
  expect(addon.run('makeFile', { ...wish, sure: true })).toMatchObject({ status: 'done' });
  expect(made(addon)).toBe(1);
});

test.each([
  ['a region of blanks', { region: '  ' }],
  ['a year that no plan has', { planYear: 27 }],
  ['an unknown currency', { currency: 'XXX' }],
  ['an unknown language', { language: 'fr' }],
])('%s makes no file', (_, change) => {
  const addon = desk(false);
  expect(addon.run('makeFile', { ...wish, ...change })).toMatchObject({ status: 'invalid' });
  expect(made(addon)).toBe(0);
});

test('one that is still being made, or was cut off, is not made twice without a word', () => {
  const addon = desk(false);
  addon.hook((name) => {
    if (name === 'Sheets.Spreadsheets.create') throw new Error('time is up');
    if (name === 'Properties.deleteProperty') throw new Error('time is up');
  });
  expect(() => addon.run('makeFile', wish)).toThrow();
  addon.hook();
  expect(addon.run('makeFile', wish)).toMatchObject({ status: 'busy' });
  expect(made(addon)).toBe(0);
  // Google has ended it long since.
  addon.use(({ PropertiesService }) => {
    const store = PropertiesService.getUserProperties();
    for (const key of store.getKeys()) store.setProperty(key, '0 ');
  });
  expect(addon.run('makeFile', wish)).toMatchObject({
    status: 'invalid',
    message: expect.stringContaining('may be in your Drive'),
  });
});

test.each<[string, number, object]>([
  ['once', 1, { lacking: null }],
  ['each time', Number.POSITIVE_INFINITY, { lacking: null }],
])('a file whose note fails %s is told all the same, and made once', (_, times, told) => {
  const addon = desk(false);
  let failed = 0;
  let isThere = false;
  addon.hook((name) => {
    isThere ||= name === 'Sheets.Spreadsheets.batchUpdate';
    if (name !== 'Properties.setProperty' || !isThere || failed >= times) return;
    failed += 1;
    throw new Error('Service error: Properties');
  });
  const answer = addon.run('makeFile', wish);
  expect(answer).toMatchObject({ status: 'done', url: expect.stringContaining('new-file-1'), ...told });
  expect(failed).toBeGreaterThan(0);
  addon.hook();
  later(addon, 61_000);
  expect(addon.run('makeFile', wish)).toMatchObject({ status: 'done', url: expect.stringContaining('new-file-1') });
  expect(made(addon)).toBe(1);
});

test('a run that is cut off once the file is there leaves a file that is told, and that it may not be whole', () => {
  const addon = desk(false);
  let isOver = false;
  addon.hook((name) => {
    isOver ||= name === 'Sheets.Spreadsheets.batchUpdate';
    if (isOver) throw new Error('time is up');
  });
  addon.run('makeFile', wish);
  addon.hook();
  // What it lacks may still be being added.
  expect(addon.run('makeFile', wish)).toMatchObject({ status: 'busy' });
  later(addon, 61_000);
  expect(addon.run('makeFile', wish)).toMatchObject({
    status: 'done',
    url: expect.stringContaining('new-file-1'),
    lacking: expect.stringContaining('open it'),
  });
  expect(made(addon)).toBe(1);
});

describe.each(['fails', 'is the last'] as const)('a call that %s', (fault) => {
  const undisturbed = desk(false);
  undisturbed.run('makeFile', wish);
  test.each(places(undisturbed.calls.total, `a file: a call ${fault}`, 4))(
    'at %i: sent again, the file is told, and there is one, or nobody was told of one',
    (place) => {
      const addon = desk(false);
      addon.hook((name, index) => {
        if (fault === 'fails' ? index === place : index >= place) throw new Error(`${name} failed`);
      });
      const answers = [said(addon)];
      addon.hook();
      // At once, and once what is under way would have come to its end.
      answers.push(said(addon));
      later(addon, 6 * 60_000);
      answers.push(said(addon));
      expect(made(addon)).toBeLessThanOrEqual(1);
      expect(answers.includes('done')).toBe(made(addon) === 1);
      expect(['done', 'invalid']).toContain(answers.at(-1));
    },
  );
});

/** How making a file went. */
function said(addon: Addon): string {
  try {
    return asked(addon, 'makeFile', wish).status;
  } catch {
    return 'thrown';
  }
}
