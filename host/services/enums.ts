import { unchanged } from './standIn';

/** One member of an enum of Google's: an object that prints its name. */
export interface Member<Name extends string = string> {
  name(): Name;
  ordinal(): number;
  toString(): Name;
  toJSON(): Name;
  compareTo(other: Member): number;
}

/** An enum as scripts see it; `Google` is its declared type. The cast says that ours stand in for Google's members. */
function enumOf<Google>(...names: readonly (keyof Google & string)[]): Google {
  const members: Record<string, Member> = {};
  for (const [ordinal, name] of names.entries()) {
    members[name] = unchanged({
      name: () => name,
      ordinal: () => ordinal,
      toString: () => name,
      toJSON: () => name,
      compareTo: (other: Member) => ordinal - other.ordinal(),
    });
  }
  return unchanged(members) as Google;
}

/** The member of an enum with this name. */
export function member<Google extends object>(all: Google, name: keyof Google & string): Google[keyof Google] {
  return all[name];
}

/** The name of a member that a script passed; anything else is named as it prints. */
export function nameOf(value: unknown): string {
  return String(value);
}

type S = typeof GoogleAppsScript.Spreadsheet;
type B = typeof GoogleAppsScript.Base;

export const ProtectionType = enumOf<S['ProtectionType']>('RANGE', 'SHEET');
export const WrapStrategy = enumOf<S['WrapStrategy']>('WRAP', 'OVERFLOW', 'CLIP');
export const BorderStyle = enumOf<S['BorderStyle']>(
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
);
export const DeveloperMetadataVisibility = enumOf<S['DeveloperMetadataVisibility']>('DOCUMENT', 'PROJECT');
export const DeveloperMetadataLocationType = enumOf<S['DeveloperMetadataLocationType']>(
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
);
export const Dimension = enumOf<S['Dimension']>('COLUMNS', 'ROWS');
export const DataValidationCriteria = enumOf<S['DataValidationCriteria']>(
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
);
export const BooleanCriteria = enumOf<S['BooleanCriteria']>(
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_ENDS_WITH',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'CUSTOM_FORMULA',
);
export const CopyPasteType = enumOf<S['CopyPasteType']>('PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT');
export const Button = enumOf<B['Button']>('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
export const ButtonSet = enumOf<B['ButtonSet']>('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');
export const InstallationSource = enumOf<(typeof GoogleAppsScript.Script)['InstallationSource']>(
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
);
export const AuthMode = enumOf<(typeof GoogleAppsScript.Script)['AuthMode']>(
  'NONE',
  'CUSTOM_FUNCTION',
  'LIMITED',
  'FULL',
);
