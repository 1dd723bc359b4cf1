import type { Execution } from '../execution';
import { newCondition } from './condition';
import * as enums from './enums';
import { spreadsheetOf } from './given';
import { SpreadsheetStandIn } from './spreadsheet';
import { type Members, StandIn } from './standIn';
import { uiOf } from './ui';
import { newValidation } from './validation';

type Google = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const members = {
  BooleanCriteria: 'free',
  BorderStyle: 'free',
  CopyPasteType: 'free',
  DataValidationCriteria: 'free',
  DeveloperMetadataLocationType: 'free',
  DeveloperMetadataVisibility: 'free',
  Dimension: 'free',
  ProtectionType: 'free',
  WrapStrategy: 'free',
  getActive: 'free',
  getActiveSpreadsheet: 'free',
  getActiveSheet: 'read',
  getActiveRange: 'read',
  getUi: 'free',
  newConditionalFormatRule: 'free',
  newDataValidation: 'free',
  setActiveSheet: 'other',
  flush: 'other',
} as const satisfies Members<Google>;

class AppStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  readonly BooleanCriteria = enums.BooleanCriteria;
  readonly BorderStyle = enums.BorderStyle;
  readonly CopyPasteType = enums.CopyPasteType;
  readonly DataValidationCriteria = enums.DataValidationCriteria;
  readonly DeveloperMetadataLocationType = enums.DeveloperMetadataLocationType;
  readonly DeveloperMetadataVisibility = enums.DeveloperMetadataVisibility;
  readonly Dimension = enums.Dimension;
  readonly ProtectionType = enums.ProtectionType;
  readonly WrapStrategy = enums.WrapStrategy;

  constructor(execution: Execution) {
    super(execution, 'SpreadsheetApp', members);
  }

  private get spreadsheet() {
    return new SpreadsheetStandIn(this.execution);
  }

  getActive() {
    return spreadsheetOf(this.execution);
  }
  getActiveSpreadsheet() {
    return spreadsheetOf(this.execution);
  }
  getActiveSheet() {
    return this.spreadsheet.getActiveSheet();
  }
  getActiveRange() {
    return this.spreadsheet.getActiveRange();
  }
  getUi() {
    return uiOf(this.execution);
  }
  newConditionalFormatRule() {
    return newCondition(this.execution);
  }
  newDataValidation() {
    return newValidation(this.execution);
  }
  setActiveSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet) {
    return this.spreadsheet.setActiveSheet(sheet);
  }
  flush() {
    this.execution.flush();
  }
}

export function appOf(execution: Execution): Google {
  return new AppStandIn(execution).self;
}
