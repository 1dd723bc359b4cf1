import { type Room, tried } from '../case';

/** Who runs the script, where, and what helps it. */
export const session: Room = {
  name: 'session',
  cases: [
    {
      name: 'the active user has an address, or none is told',
      act: ({ Session }) => /^(?:[^@\s]+@[^@\s]+)?$/.test(Session.getActiveUser().getEmail()),
      expected: true,
      source: 'Class Session, getActiveUser(): blank where security policies keep it',
    },
    {
      name: 'the effective user has an address',
      act: ({ Session }) => /^[^@\s]+@[^@\s]+$/.test(Session.getEffectiveUser().getEmail()),
      expected: true,
      source: 'Class Session, getEffectiveUser()',
    },
    {
      name: 'a user prints the address',
      act: ({ Session }) => String(Session.getActiveUser()) === Session.getActiveUser().getEmail(),
      expected: true,
      source: 'gas-fakes, test/testsession.js, run on live Google too',
    },
    {
      name: 'the user’s language is a code of two or three letters, with a region or without',
      act: ({ Session }) => /^[a-z]{2,3}(?:[-_][A-Za-z]+)?$/.test(Session.getActiveUserLocale()),
      expected: true,
      source: 'Class Session, getActiveUserLocale()',
    },
    {
      name: 'the script’s time zone is the manifest’s',
      act: ({ Session }) => Session.getScriptTimeZone(),
      expected: 'Asia/Shanghai',
      source: 'Class Session, getScriptTimeZone()',
    },
    {
      name: 'a day is written in a time zone',
      act: ({ Utilities }) => {
        const instant = new Date(Date.UTC(2026, 2, 15, 18, 30, 5));
        return ['Asia/Shanghai', 'Pacific/Honolulu'].map((zone) =>
          Utilities.formatDate(instant, zone, 'yyyy-MM-dd HH:mm:ss'),
        );
      },
      expected: ['2026-03-16 02:30:05', '2026-03-15 08:30:05'],
      source: 'Class Utilities, formatDate(date, timeZone, format)',
    },
    {
      name: 'an id of 36 letters, another each time',
      act: ({ Utilities }) => {
        const id = Utilities.getUuid();
        return [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id), Utilities.getUuid() === id];
      },
      expected: [true, false],
      source: 'Class Utilities, getUuid()',
    },
    {
      name: 'sleeping for no number is refused',
      act: ({ Utilities }) =>
        // @ts-expect-error: a text where Google wants a number
        tried(() => Utilities.sleep('x')),
      expected: 'refused',
      source: 'gas-fakes, src: “Cannot convert x to int.”',
    },
    {
      name: 'where the script was installed from: nowhere, for a bound script and perhaps a test deployment',
      act: ({ ScriptApp }) => String(ScriptApp.getInstallationSource()),
      expected: 'NONE',
      or: ['APPS_MARKETPLACE_DOMAIN_ADD_ON', 'WEB_STORE_ADD_ON'],
      source: 'Class ScriptApp, getInstallationSource(); G6',
    },
    {
      name: 'sources and modes are compared by what they are',
      act: ({ ScriptApp }) => {
        const { InstallationSource, AuthMode } = ScriptApp;
        const isBound = ScriptApp.getInstallationSource() === ScriptApp.InstallationSource.NONE;
        return [
          isBound === (String(ScriptApp.getInstallationSource()) === 'NONE'),
          String(InstallationSource.NONE),
          String(AuthMode.NONE),
        ];
      },
      expected: [true, 'NONE', 'NONE'],
      source: 'Enum InstallationSource, Enum AuthMode',
    },
    {
      name: 'other spreadsheets are out of reach',
      act: ({ SpreadsheetApp }) => tried(() => SpreadsheetApp.create('Region Targets probe, may be deleted')),
      expected: 'refused',
      source: 'OAuth scopes: spreadsheets.currentonly; platform',
    },
    {
      name: 'a log line is taken',
      act: () => tried(() => console.error('Region Targets probe: this line may be overlooked')),
      expected: 'accepted',
      source: 'Apps Script guides, logging: console.error',
    },
  ],
};
