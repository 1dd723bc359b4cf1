/** The script that reads workbooks in the sidebar: too large to be in its page for those who need it rarely. */
export function workbookReader(): { readonly status: 'done'; readonly script: string } {
  const page = HtmlService.createTemplateFromFile('Reader').getRawContent();
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1];
  if (script === undefined) throw new Error('Reader.html holds no script');
  return { status: 'done', script };
}
