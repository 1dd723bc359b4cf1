import { randomUUID } from 'node:crypto';
import { servicesOf } from '../../host';
import { bookFor } from '../../host/book';
import { regionPlan } from '../../host/cli/regionPlan';
import { Execution } from '../../host/execution';
import { changesOf, samplePeople, samplePrefill } from '../../host/sample/prefill';
import { filesFrom } from '../../host/services/sheetsApi';
import { createWorkbook, type Workbook } from '../../host/workbook';
import { contentsOf, type Given } from '../../src/app/contents';
import { bookOf } from '../../src/app/create';
import type { Language } from '../../src/model/language';
import { createFile } from '../../src/sheets/create';
import { everything, type Requests, type Whole, workbookRequests } from '../../src/workbook/api/request';
import { code, emptyDesk, openedDesk, plannedDesk, savedFile } from './addon';
import { differences, portraits } from './portrait';
import { sampleRecords } from './sample';

function requestsOf(given: Partial<Given> & { readonly language: Language }, whole?: Whole): Requests {
  const { language } = given;
  const contents = contentsOf({ newId: randomUUID, ...given });
  return workbookRequests(bookOf({ language, region: '华东', planYear: 2027 }, 'Etc/UTC', contents), whole);
}

type Service = ReturnType<typeof servicesOf>['Sheets'];

/** Lets `work` find Google's Sheets service as a script does, for a user of a workbook. */
function withService<T>(service: Service | undefined, work: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Sheets');
  Object.defineProperty(globalThis, 'Sheets', { value: service, configurable: true });
  try {
    return work();
  } finally {
    if (before) Object.defineProperty(globalThis, 'Sheets', before);
    else Reflect.deleteProperty(globalThis, 'Sheets');
  }
}

const user = { email: 'planner@example.com', locale: 'en' };

/** Makes the file on the host and gives its workbook. */
function fileMade(requests: Requests): Workbook {
  const here = createWorkbook();
  withService(servicesOf(new Execution(here, user)).Sheets, () => createFile(requests));
  const [file] = filesFrom(here).values();
  if (!file) throw new Error('no file was made');
  return file;
}

/** A new file as one opens it: what the other one is held to has been saved and opened as well. */
const opened = (requests: Requests) => portraits(openedDesk(savedFile(fileMade(requests))).addon);

const languages: readonly Language[] = ['zh', 'en'];

describe.each(languages)('a new file and a printed workbook, %s', (language) => {
  const printed = portraits(plannedDesk({ language }).addon);

  it('are the same, tab by tab and cell by cell', () => {
    const file = opened(requestsOf({ language }, everything));
    expect(differences(file, printed)).toEqual([]);
  });

  it('are the same when the request is kept small and the rest follows', () => {
    const requests = requestsOf({ language });
    expect(requests.fill.length).toBeGreaterThan(0);
    const file = opened(requests);
    expect(differences(file, printed)).toEqual([]);
  });
});

it.each(languages)(
  'a new file and the command’s workbook of the sample region are as the same typed and imported, %s',
  (language) => {
    const desk = emptyDesk(language);
    desk.addon.run('generatePlan', { language, region: '华东', planYear: 2027 });
    desk.addon.run('addRecords', { request: 'people', part: 'people', records: samplePeople(language) });
    for (const [index, prefill] of samplePrefill(language).entries()) {
      const changes = changesOf(prefill);
      desk.addon.run('saveRecord', { request: `prefill-${index}`, part: prefill.part, changes });
    }
    desk.addon.run('importRecords', { request: 'stores', part: 'stores', records: sampleRecords });
    const printed = portraits(openedDesk(savedFile(desk.workbook)).addon);
    const requests = requestsOf({
      language,
      prefilled: samplePrefill(language),
      records: new Map([
        ['stores', sampleRecords],
        ['people', samplePeople(language)],
      ]),
    });
    // Records have ids of their own in each workbook, and what was imported is in the log of one alone.
    const own = /^(stores|people) values \d+ 0$|^log (values|held|formats)/;
    expect(differences(opened(requests), printed, (path) => own.test(path))).toEqual([]);
    const stores = sampleRecords.map((values, index) => ({ row: index + 2, values }));
    const wish = { language, region: '华东', year: 2027, stores, prefilled: samplePrefill(language) };
    const { workbook } = regionPlan(bookFor({ ...wish, people: samplePeople(language) }), code, stores.length);
    const planned = portraits(openedDesk(savedFile(workbook)).addon);
    expect(differences(planned, printed, (path) => own.test(path))).toEqual([]);
  },
);
