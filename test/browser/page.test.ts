import { oneOf } from '../places';
import { acted } from './acted';
import { licences, replacedGrid } from './scenes/about';
import { cellFunctions, figuresFollow, firstVisit, gridAndForm, rowTyped } from './scenes/grid';
import { hostileText } from './scenes/hostile';
import { downloaded, reloaded } from './scenes/keeping';
import { protectedCells } from './scenes/protected';
import { restoredFromWhole } from './scenes/restored';
import { undoneInGrid } from './scenes/undone';
import { conflict, undoneTogether } from './scenes/windows';

const both = ['en', 'zh'] as const;

acted('the add-on on the page', [
  [
    'the first visit is an empty workbook and an offer; the menu generates a region',
    oneOf(both, 'firstVisit'),
    firstVisit,
  ],
  [
    'the sample region is whole, figures follow what is typed, and undoing brings them back',
    oneOf(both, 'figuresFollow'),
    figuresFollow,
  ],
  [
    'what is typed in the grid stands in the sidebar, text is read or kept, and another plan year is asked about',
    oneOf(both, 'gridAndForm'),
    gridAndForm,
    'sample',
  ],
  [
    'what is protected is changed only by who is asked first, and agrees',
    oneOf(both, 'protectedCells'),
    protectedCells,
    'sample',
  ],
  ['cell functions answer as they are typed', ['zh'], cellFunctions, 'sample'],
  ['a store typed in the grid gets its id and formulas', ['en'], rowTyped, 'sample'],
  [
    'what the sidebar saved is undone in the grid, rows are sorted, and all is there after a reload',
    ['en'],
    undoneInGrid,
    'sample',
  ],
  [
    'two windows: what one has changed, the other’s form does not write over',
    oneOf(both, 'conflict'),
    conflict,
    'sample',
  ],
  ['two windows: what one undoes is undone in the other', ['en'], undoneTogether, 'sample'],
  ['a workbook is there after a reload; several are kept, opened and deleted', oneOf(both, 'reloaded'), reloaded],
  [
    'a workbook that cannot be opened is restored as far as it can be read, beside what is kept of it',
    oneOf(both, 'restoredFromWhole'),
    restoredFromWhole,
  ],
  ['the download holds the figures of the page', ['zh'], downloaded, 'sample'],
  ['hostile text is text wherever it is shown', oneOf(both, 'hostileText'), hostileText, 'sample'],
  ['the licences of all that is shipped can be read from page and sidebar', oneOf(both, 'licences'), licences],
  ['the grid’s own file may be replaced', ['en'], replacedGrid],
]);
