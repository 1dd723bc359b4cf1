import { type Room, tried } from '../case';

/** What a script keeps beside the cells. */
export const metadata: Room = {
  name: 'metadata',
  cases: [
    {
      name: 'an entry of the spreadsheet is found by key and place, and read',
      act: ({ spreadsheet, SpreadsheetApp }) => {
        const { DeveloperMetadataLocationType } = SpreadsheetApp;
        spreadsheet.addDeveloperMetadata('probe', '{"a":1}', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
        const finder = spreadsheet
          .createDeveloperMetadataFinder()
          .withLocationType(DeveloperMetadataLocationType.SPREADSHEET);
        const found = finder.withKey('probe').find();
        const [entry] = found;
        const told = [
          entry?.getKey() ?? null,
          entry?.getValue() ?? null,
          String(entry?.getVisibility()),
          String(entry?.getLocation().getLocationType()),
        ];
        for (const one of found) one.remove();
        return [found.length, ...told, spreadsheet.createDeveloperMetadataFinder().withKey('probe').find().length];
      },
      expected: [1, 'probe', '{"a":1}', 'DOCUMENT', 'SPREADSHEET', 0],
      source: 'gas-fakes, test/testsheetsdeveloper.js; held to be in order under currentonly',
    },
    {
      name: 'an entry is changed in place',
      act: ({ spreadsheet }) => {
        spreadsheet.addDeveloperMetadata('probe', 'before');
        const [entry] = spreadsheet.createDeveloperMetadataFinder().withKey('probe').find();
        entry?.setValue('after').setKey('probe2');
        const [changed] = spreadsheet.createDeveloperMetadataFinder().withKey('probe2').withValue('after').find();
        const same = changed?.getId() === entry?.getId();
        changed?.remove();
        return same;
      },
      expected: true,
      source: 'gas-fakes, test/testsheetsdeveloper.js, run on live Google too',
    },
    {
      name: 'without a visibility an entry is the document’s',
      act: ({ sheet }) => {
        sheet.addDeveloperMetadata('probe', 'x');
        const [entry] = sheet.getDeveloperMetadata();
        return [
          String(entry?.getVisibility()),
          String(entry?.getLocation().getLocationType()),
          entry?.getLocation().getSheet()?.getSheetId() === sheet.getSheetId(),
        ];
      },
      expected: ['DOCUMENT', 'SHEET', true],
      source: 'gas-fakes, test/testsheetsdeveloper.js, run on live Google too',
    },
    {
      name: 'an entry of a tab is not one of the spreadsheet',
      act: ({ spreadsheet, sheet, SpreadsheetApp }) => {
        sheet.addDeveloperMetadata('probe', 'x');
        const finder = spreadsheet.createDeveloperMetadataFinder().withKey('probe');
        const inAll = finder.find().length;
        return [inAll, finder.withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SPREADSHEET).find().length];
      },
      expected: [1, 0],
      source: 'Class DeveloperMetadataFinder, withLocationType(locationType)',
    },
    {
      name: 'a value of 20,000 characters is kept',
      act: ({ spreadsheet }) => {
        spreadsheet.addDeveloperMetadata('probe', 'x'.repeat(20_000));
        const [entry] = spreadsheet.createDeveloperMetadataFinder().withKey('probe').find();
        const length = entry?.getValue()?.length ?? null;
        entry?.remove();
        return length;
      },
      expected: 20_000,
      source: 'Sheets API, guides/metadata: 30,000 characters for the spreadsheet',
    },
    {
      name: 'a value above 30,000 characters is refused',
      act: ({ spreadsheet, SpreadsheetApp }) => {
        const came = tried(() => {
          spreadsheet.addDeveloperMetadata('probe', 'x'.repeat(30_001));
          SpreadsheetApp.flush();
        });
        for (const one of spreadsheet.createDeveloperMetadataFinder().withKey('probe').find()) one.remove();
        return came;
      },
      expected: 'refused',
      source: 'Sheets API, guides/metadata: 30,000 characters for the spreadsheet',
    },
    {
      name: 'a copied tab takes its entries along, each as it was',
      act: ({ spreadsheet, sheet }) => {
        sheet.addDeveloperMetadata('probe', 'x');
        const copy = sheet.copyTo(spreadsheet);
        const values = copy.getDeveloperMetadata().map((entry) => entry.getValue());
        spreadsheet.deleteSheet(copy);
        return values;
      },
      expected: ['x'],
      or: [[]],
      source: 'Sheets API, guides/metadata: duplicated with the sheet; the add-on holds its own id against it',
    },
  ],
};
