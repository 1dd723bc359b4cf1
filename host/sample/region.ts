import type { Language } from '../../src/model/language';
import { bookFor, type Wish, workbookFor } from '../book';
import type { NewFile } from '../services/sheetsApi';
import type { Workbook } from '../workbook';
import { type Prefill, samplePeople, samplePrefill, sampleTarget, sampleYear } from './prefill';

const target: Prefill = { part: 'settings', record: 'settings', values: { companyTarget: sampleTarget } };

/** The made-up region's workbook, named after it and to be calculated: all parts, filled in, with its stores. */
export function sampleWorkbook(
  language: Language,
  region: string,
  stores: Wish['stores'],
  place?: NewFile & Pick<Wish, 'timeZone'>,
): Workbook {
  const book = bookFor({
    language,
    region,
    year: sampleYear,
    stores,
    prefilled: [...samplePrefill(language), target],
    people: samplePeople(language),
    timeZone: place?.timeZone,
  });
  return workbookFor({ ...book, title: region }, place);
}
