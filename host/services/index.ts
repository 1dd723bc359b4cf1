import type { Execution } from '../execution';
import { appOf } from './app';
import { AuthMode, InstallationSource } from './enums';
import { htmlServiceOf } from './html';
import { lockServiceOf } from './lock';
import { propertiesServiceOf } from './properties';
import { sessionOf } from './session';
import { sheetsApiOf } from './sheetsApi';
import { handle } from './standIn';
import { utilitiesOf } from './utilities';

/** The services of Apps Script that stand in here, for one execution. */
export interface Services {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly Sheets: GoogleAppsScript.Sheets;
  readonly ScriptApp: GoogleAppsScript.Script.ScriptApp;
}

/** The services for one execution; anything they do not implement throws and says its name. */
export function servicesOf(execution: Execution): Services {
  return {
    SpreadsheetApp: appOf(execution),
    LockService: lockServiceOf(execution),
    Session: sessionOf(execution),
    Utilities: utilitiesOf(execution),
    HtmlService: htmlServiceOf(execution),
    PropertiesService: propertiesServiceOf(execution),
    Sheets: sheetsApiOf(execution),
    ScriptApp: handle<GoogleAppsScript.Script.ScriptApp>(
      {
        AuthMode,
        InstallationSource,
        getInstallationSource: () => InstallationSource[execution.bound ? 'NONE' : 'WEB_STORE_ADD_ON'],
      },
      execution,
      'ScriptApp',
      { AuthMode: 'free', InstallationSource: 'free', getInstallationSource: 'read' },
    ),
  };
}
