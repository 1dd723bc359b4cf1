import { oneOf } from '../places';
import { acted } from './acted';
import { everyForm } from './scenes/forms';
import { keyboardAlone } from './scenes/keyboard';
import { tenMinutes } from './scenes/tenMinutes';
import { everyView } from './scenes/views';

const both = ['en', 'zh'] as const;

// A plan is made in the language in which the import’s long way is not played.
acted('the sidebar on the page', [
  ['a plan is made in the sidebar, from nothing to the company’s target', oneOf(both, 'fromNothing'), tenMinutes],
  ['every other view can be read and used by all', oneOf(both, 'everyView'), everyView, 'sample'],
  ['what is typed into each part’s form stands in its cell', oneOf(both, 'everyForm'), everyForm, 'sample'],
  ['the sidebar is used with the keyboard alone', oneOf(both, 'keyboardAlone'), keyboardAlone, 'sample'],
]);
