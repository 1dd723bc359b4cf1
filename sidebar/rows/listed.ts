import type { Field } from '../../src/model/field';
import type { Language } from '../../src/model/language';
import type { Book, Row } from '../book';
import type { Part } from '../planParts';
import type { Listing } from '../store/state';
import { rowsFound } from './find';
import { sorted } from './order';
import { headlineOf } from './title';

/** The figure that stands beside each row: the chosen one, else the usual one of the part. */
export const figureOf = (part: Part, listing: Listing): Field | undefined =>
  part.tab.fields.find((field) => field.id === listing.figure) ?? headlineOf(part);

/** The rows as their list shows them: those found, in the order chosen. */
export const rowsListed = (part: Part, book: Book, listing: Listing, language: Language): readonly Row[] =>
  sorted(rowsFound(part, book, listing.filter, language), figureOf(part, listing), listing.order);
