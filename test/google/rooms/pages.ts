import { type Room, tried } from '../case';

/** Pages, menus and questions. Those that ask somebody stand first, so that nobody waits for them. */
export const pages: Room = {
  name: 'pages',
  cases: [
    {
      name: 'a question is answered by its button',
      act: ({ SpreadsheetApp }) => {
        const ui = SpreadsheetApp.getUi();
        return String(ui.alert('Probe', 'Press OK · 请按“确定”', ui.ButtonSet.OK));
      },
      expected: 'OK',
      source: 'Class Ui, alert(title, prompt, buttons)',
    },
    {
      name: 'a typed answer, and the button that it was sent by',
      act: ({ SpreadsheetApp }) => {
        const ui = SpreadsheetApp.getUi();
        const answer = ui.prompt('Probe', 'Type yes and press OK · 输入 yes 并按“确定”', ui.ButtonSet.OK_CANCEL);
        return [
          String(answer.getSelectedButton()),
          answer.getSelectedButton() === ui.Button.OK,
          answer.getResponseText(),
        ];
      },
      expected: ['OK', true, 'yes'],
      source: 'Class Ui, prompt(title, prompt, buttons); Class PromptResponse',
    },
    {
      name: 'buttons and sets of them print their names',
      act: ({ SpreadsheetApp }) => {
        const { Button, ButtonSet } = SpreadsheetApp.getUi();
        const buttons = [Button.OK, Button.CANCEL, Button.YES, Button.NO, Button.CLOSE];
        return [...buttons, ButtonSet.OK, ButtonSet.OK_CANCEL, ButtonSet.YES_NO, ButtonSet.YES_NO_CANCEL].map(String);
      },
      expected: ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE', 'OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'],
      source: 'Enum Button, Enum ButtonSet',
    },
    {
      name: 'a menu of items, lines and submenus is built',
      act: ({ SpreadsheetApp }) =>
        tried(() => {
          const ui = SpreadsheetApp.getUi();
          const inner = ui.createMenu('Inner').addItem('None', 'onOpen');
          // Built and thrown away: the probe's own menu stays.
          ui.createAddonMenu().addItem('None', 'onOpen').addSeparator().addSubMenu(inner);
        }),
      expected: 'accepted',
      source: 'Class Ui, createAddonMenu(); Class Menu',
    },
    {
      name: 'a short message is shown',
      act: ({ spreadsheet }) => tried(() => spreadsheet.toast('Region Targets probe', 'Probe')),
      expected: 'accepted',
      source: 'Class Spreadsheet, toast(msg, title)',
    },
    {
      name: 'a page of text: content, title, size',
      act: ({ HtmlService }) => {
        const page = HtmlService.createHtmlOutput('<h1>Title</h1>');
        const before = [page.getContent(), page.getTitle()];
        page.setTitle('My page').setWidth(200).setHeight(100);
        return [...before, page.getTitle(), page.getWidth(), page.getHeight()];
      },
      expected: ['<h1>Title</h1>', '', 'My page', 200, 100],
      source: 'gas-fakes, test/testhtmlservice.js, run on live Google too',
    },
    {
      name: 'a page’s content is replaced, added to, and emptied',
      act: ({ HtmlService }) => {
        const page = HtmlService.createHtmlOutput('a').setContent('b').append('<i>');
        const added = page.appendUntrusted('<script>').getContent();
        return [added, page.clear().getContent()];
      },
      expected: ['b<i>&lt;script&gt;', ''],
      source: 'gas-fakes, test/testhtmlservice.js, run on live Google too',
    },
    {
      name: 'a page of a file of the script',
      act: ({ HtmlService }) => HtmlService.createHtmlOutputFromFile('Page').getContent().includes('data-probe'),
      expected: true,
      source: 'Class HtmlService, createHtmlOutputFromFile(filename)',
    },
    {
      name: 'the text of a file of the script, as it was pushed',
      act: ({ HtmlService }) => HtmlService.createTemplateFromFile('Page').getRawContent().includes('<p data-probe>'),
      expected: true,
      source: 'Class HtmlTemplate, getRawContent()',
    },
    {
      name: 'a page of a file that there is none of is refused',
      act: ({ HtmlService }) => tried(() => HtmlService.createHtmlOutputFromFile('does_not_exist')),
      expected: 'refused',
      source: 'gas-fakes, test/testhtmlservice.js, run on live Google too',
    },
    {
      name: 'a template without scriptlets is its own text',
      act: ({ HtmlService }) => HtmlService.createTemplate('<p>Hello</p>').evaluate().getContent(),
      expected: '<p>Hello</p>',
      source: 'Class HtmlTemplate, evaluate()',
    },
    {
      name: 'a sidebar opens',
      act: ({ SpreadsheetApp, HtmlService }) =>
        tried(() => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Page').setTitle('Probe'))),
      expected: 'accepted',
      source: 'Class Ui, showSidebar(userInterface)',
    },
    {
      name: 'a dialog that is no page is refused',
      act: ({ SpreadsheetApp }) =>
        // @ts-expect-error: a number where Google wants a page
        tried(() => SpreadsheetApp.getUi().showModalDialog(5, 'Probe')),
      expected: 'refused',
      source: 'reported of wrongly typed arguments',
    },
    {
      name: 'a dialog over the sheet opens with its title and size',
      act: ({ SpreadsheetApp, HtmlService }) =>
        tried(() => {
          const page = HtmlService.createHtmlOutput('<p>Close me · 请关闭</p>').setWidth(300).setHeight(120);
          SpreadsheetApp.getUi().showModalDialog(page, 'Probe');
        }),
      expected: 'accepted',
      source: 'Class Ui, showModalDialog(userInterface, title)',
    },
  ],
};
