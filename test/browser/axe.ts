import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Views in which nothing was found, as they stood: the same once more is not looked through again. */
const faultless = new Set<string>();

/**
 * What axe-core finds in a window's views of ours, frames of the script included, a line each. The grid is another
 * project's and is left out; so is what stands behind a modal dialog.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const frame of page.frames()) {
    if (frame.url() === 'about:blank') continue;
    const view = await viewIn(frame);
    if (faultless.has(view)) continue;
    const found = await faultsIn(frame);
    if (found.length === 0) faultless.add(view);
    lines.push(...found);
  }
  return lines;
}

/** All that decides what a view looks like: its elements, what is typed into them, where keyboard and mouse are, its size. */
const viewIn = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error('a page that is no element');
    for (const other of copy.querySelectorAll('.desk .grid, script, style, iframe')) other.remove();
    const ours = [...document.querySelectorAll('*')].filter((element) => !element.closest('.desk .grid'));
    const typed = ours.map((element) => [Reflect.get(element, 'value'), Reflect.get(element, 'checked')]);
    const at = ours.map((element) =>
      [element === document.activeElement, element.matches(':hover')].map(Number).join(''),
    );
    return JSON.stringify([copy.outerHTML, typed, at, innerWidth, innerHeight]);
  });

async function faultsIn(frame: Frame): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await window.axe.run(
      { include: [['body']], exclude: [['.desk .grid'], ['iframe']] },
      { resultTypes: ['violations'], iframes: false },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ''}`),
    );
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
