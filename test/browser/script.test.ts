import { acted } from './acted';
import { asks, asksLate, calls, edits, realm, SCRIPT, SIDEBAR, tells } from './scenes/script';

acted(
  'any script on the page',
  [
    ['asks, and goes on with the answers', ['en'], asks],
    ['asks after it has written, and has written once', ['en'], asksLate],
    ['tells in order, fails in words, closes its dialogs', ['en'], tells],
    ['has a realm of its own, and nothing of the web', ['en'], realm],
    ['is called by its sidebar as on Google', ['en'], calls],
    ['is told of what is typed', ['en'], edits],
  ],
  { 'Code.js': SCRIPT, 'Sidebar.html': SIDEBAR, 'Reader.html': '' },
);
