import type { Language } from '../../src/model/language';
import { bookFor, type Wish, workbookFor } from '../book';
import type { NewFile } from '../services/sheetsApi';
import type { Workbook } from '../workbook';
import { aprilSections, inApril } from './april';
import { type Prefill, samplePeople, samplePrefill, sampleTarget, sampleYear } from './prefill';

const target: Prefill = { part: 'settings', record: 'settings', values: { companyTarget: sampleTarget } };

/**
 * The made-up region's workbook, named after it and to be calculated: all parts, filled in, with its stores; with
 * `isForApril` as it is to be brought to April.
 */
export function sampleWorkbook(
  language: Language,
  region: string,
  stores: Wish['stores'],
  place?: NewFile & Pick<Wish, 'timeZone'>,
  isForApril = false,
): Workbook {
  const prefilled = [...samplePrefill(language), target];
  const book = bookFor({
    language,
    region,
    year: sampleYear,
    stores,
    prefilled: isForApril ? inApril(prefilled) : prefilled,
    needed: isForApril ? aprilSections : [],
    people: samplePeople(language),
    timeZone: place?.timeZone,
  });
  return workbookFor({ ...book, title: region }, place);
}
