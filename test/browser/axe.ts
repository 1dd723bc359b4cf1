import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/**
 * What axe-core finds in a window's views of ours, frames of the script included, a line each. The grid is another
 * project's and is left out; so is what stands behind a modal dialog.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const frame of page.frames()) {
    if (frame.url() === 'about:blank') continue;
    lines.push(...(await faultsIn(frame)));
  }
  return lines;
}

async function faultsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
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
