import type { Execution, Shown } from '../execution';
import { type Members, StandIn, standInOf } from './standIn';

type Google = GoogleAppsScript.HTML.HtmlService;
type GoogleOutput = GoogleAppsScript.HTML.HtmlOutput;
type GoogleTemplate = GoogleAppsScript.HTML.HtmlTemplate;

const members = {
  createHtmlOutput: 'free',
  createHtmlOutputFromFile: 'free',
  createTemplateFromFile: 'free',
  createTemplate: 'free',
} as const satisfies Members<Google>;

const outputMembers = {
  append: 'free',
  appendUntrusted: 'free',
  clear: 'free',
  getContent: 'free',
  setContent: 'free',
  getTitle: 'free',
  setTitle: 'free',
  getWidth: 'free',
  setWidth: 'free',
  getHeight: 'free',
  setHeight: 'free',
  addMetaTag: 'free',
} as const satisfies Members<GoogleOutput>;

const templateMembers = { evaluate: 'free', getRawContent: 'free' } as const;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

class OutputStandIn extends StandIn<GoogleOutput> implements Pick<GoogleOutput, keyof typeof outputMembers> {
  title = '';
  width: number | undefined;
  height: number | undefined;

  constructor(
    execution: Execution,
    public html: string,
  ) {
    super(execution, 'HtmlOutput', outputMembers);
  }

  append(addedContent: string) {
    this.html += String(addedContent);
    return this.self;
  }
  appendUntrusted(addedContent: string) {
    this.html += String(addedContent).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
    return this.self;
  }
  clear() {
    this.html = '';
    return this.self;
  }
  getContent() {
    return this.html;
  }
  setContent(content: string) {
    this.html = String(content);
    return this.self;
  }
  getTitle() {
    return this.title;
  }
  setTitle(title: string) {
    this.title = String(title);
    return this.self;
  }
  getWidth() {
    return this.width ?? 0;
  }
  setWidth(width: number) {
    this.width = width;
    return this.self;
  }
  getHeight() {
    return this.height ?? 0;
  }
  setHeight(height: number) {
    this.height = height;
    return this.self;
  }
  addMetaTag() {
    return this.self;
  }
}

class TemplateStandIn extends StandIn<Pick<GoogleTemplate, keyof typeof templateMembers>> {
  constructor(
    execution: Execution,
    private readonly html: string,
  ) {
    super(execution, 'HtmlTemplate', templateMembers);
  }
  evaluate() {
    if (this.html.includes('<?')) throw new Error('HtmlTemplate scriptlets are not implemented in the local host');
    return new OutputStandIn(this.execution, this.html).self;
  }
  getRawContent() {
    return this.html;
  }
}

class HtmlServiceStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(execution: Execution) {
    super(execution, 'HtmlService', members);
  }
  private file(name: string): string {
    const html = this.execution.files[name.replace(/\.html$/, '')];
    if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
    return html;
  }
  createHtmlOutput(html: unknown = '') {
    return new OutputStandIn(this.execution, String(html)).self;
  }
  createHtmlOutputFromFile(filename: string) {
    return new OutputStandIn(this.execution, this.file(filename)).self;
  }
  createTemplateFromFile(filename: string) {
    return this.createTemplate(this.file(filename));
  }
  createTemplate(html: unknown) {
    // A template takes properties of any name besides its members; those it has here are its members only.
    return new TemplateStandIn(this.execution, String(html)).self as GoogleTemplate;
  }
}

export function htmlServiceOf(execution: Execution): Google {
  return new HtmlServiceStandIn(execution).self;
}

/** What a sidebar or dialog shows, from the handle that a script passed. */
export function shownHtml(kind: Shown['kind'], page: unknown, title?: string): Shown {
  const output = standInOf(page, OutputStandIn, 'Ui.showSidebar');
  return { kind, title: title ?? output.title, html: output.html, width: output.width, height: output.height };
}
