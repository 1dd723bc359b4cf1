import type { Execution, MenuEntry, Shown } from '../execution';
import { Button, ButtonSet } from './enums';
import { shownHtml } from './html';
import { type Members, StandIn, standInOf } from './standIn';

type Google = GoogleAppsScript.Base.Ui;
type GoogleMenu = GoogleAppsScript.Base.Menu;
type GooglePrompt = GoogleAppsScript.Base.PromptResponse;

const members = {
  Button: 'free',
  ButtonSet: 'free',
  createAddonMenu: 'free',
  createMenu: 'free',
  alert: 'other',
  prompt: 'other',
  showSidebar: 'other',
  showModalDialog: 'other',
  showModelessDialog: 'other',
} as const satisfies Members<Google>;

const menuMembers = {
  addItem: 'free',
  addSeparator: 'free',
  addSubMenu: 'free',
  addToUi: 'free',
} as const satisfies Members<GoogleMenu>;

const promptMembers = { getResponseText: 'free', getSelectedButton: 'free' } as const satisfies Members<GooglePrompt>;

class MenuStandIn extends StandIn<GoogleMenu> implements Pick<GoogleMenu, keyof typeof menuMembers> {
  private readonly entries: MenuEntry[] = [];

  constructor(
    execution: Execution,
    private readonly caption: string,
  ) {
    super(execution, 'Menu', menuMembers);
  }

  get entry(): MenuEntry {
    return { kind: 'menu', caption: this.caption, entries: this.entries };
  }
  addItem(caption: string, functionName: string) {
    this.entries.push({ kind: 'item', caption: String(caption), functionName: String(functionName) });
    return this.self;
  }
  addSeparator() {
    this.entries.push({ kind: 'separator' });
    return this.self;
  }
  addSubMenu(menu: GoogleMenu) {
    this.entries.push(standInOf(menu, MenuStandIn, 'Menu.addSubMenu').entry);
    return this.self;
  }
  addToUi() {
    this.execution.dialogs.menu(this.entry);
  }
}

class PromptStandIn extends StandIn<GooglePrompt> implements Pick<GooglePrompt, keyof typeof promptMembers> {
  constructor(
    execution: Execution,
    private readonly button: string,
    private readonly text: string,
  ) {
    super(execution, 'PromptResponse', promptMembers);
  }
  getResponseText() {
    return this.text;
  }
  getSelectedButton() {
    return buttonNamed(this.button);
  }
}

function buttonNamed(name: string): GoogleAppsScript.Base.Button {
  const button = Object.entries(Button).find(([key]) => key === name)?.[1];
  if (button === undefined) throw new Error(`There is no button ${name}`);
  return button as GoogleAppsScript.Base.Button;
}

/** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`. */
function question(args: readonly unknown[]): {
  readonly title: string;
  readonly prompt: string;
  readonly buttons: string;
} {
  const [first, second, third] = args;
  if (args.length >= 3) return { title: String(first), prompt: String(second), buttons: String(third) };
  return { title: '', prompt: String(first), buttons: String(second ?? 'OK') };
}

class UiStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  constructor(execution: Execution) {
    super(execution, 'Ui', members);
  }

  createAddonMenu() {
    return new MenuStandIn(this.execution, '').self;
  }
  createMenu(caption: string) {
    return new MenuStandIn(this.execution, String(caption)).self;
  }
  alert(...args: readonly unknown[]) {
    const { title, prompt, buttons } = question(args);
    return buttonNamed(this.execution.dialogs.alert(title, prompt, buttons));
  }
  prompt(...args: readonly unknown[]) {
    const { title, prompt, buttons } = question(args);
    const { button, text } = this.execution.dialogs.prompt(title, prompt, buttons);
    return new PromptStandIn(this.execution, button, text).self;
  }
  private show(kind: Shown['kind'], page: unknown, title?: string): void {
    this.execution.dialogs.show(shownHtml(kind, page, title));
  }
  showSidebar(userInterface: GoogleAppsScript.HTML.HtmlOutput) {
    this.show('sidebar', userInterface);
  }
  showModalDialog(userInterface: GoogleAppsScript.HTML.HtmlOutput, title: string) {
    this.show('dialog', userInterface, title);
  }
  showModelessDialog(userInterface: GoogleAppsScript.HTML.HtmlOutput, title: string) {
    this.show('modeless', userInterface, title);
  }
}

export function uiOf(execution: Execution): Google {
  return new UiStandIn(execution).self;
}
