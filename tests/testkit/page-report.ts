import type { Page, Request } from 'playwright-core';
import { underWay } from './quiet.ts';

/** How much is told of a page: its outline in characters, and its latest troubles. */
const most = { characters: 6_000, troubles: 15 };

const troublesOf = new WeakMap<Page, string[]>();

/** Keeps what goes wrong on a page from now on: errors of its scripts, questions that were refused or failed. */
export function watchTroubles(page: Page): void {
  const troubles: string[] = [];
  troublesOf.set(page, troubles);
  page.on('pageerror', ({ message }) => troubles.push(`error: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    troubles.push(`failed: ${asked(request)} (${request.failure()?.errorText})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) {
      troubles.push(`${response.status()}: ${asked(response.request())}`);
    }
  });
}

/** What a request asks for; of an operation the name, and nothing that it was asked with. */
function asked(request: Request): string {
  const name = /\b(?:query|mutation|subscription) (\w+)/.exec(request.postData() ?? '')?.[1];
  return [request.method(), new URL(request.url()).pathname, name].filter(Boolean).join(' ');
}

/** Where a page is, what it shows, what it waits for and what went wrong on it: for whoever was not there. */
export async function reportOf(page: Page): Promise<string> {
  const outline = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: Error) => `It shows nothing: ${error.message}`);
  const lines = [
    `The page at ${page.url()}`,
    ...underWay(page).map((request) => `waits for ${asked(request)}`),
    ...(troublesOf.get(page) ?? []).slice(-most.troubles),
  ];
  return `${lines.join('\n  ')}\n${outline.replaceAll(/^ *- \/url:.*\n/gm, '').slice(0, most.characters)}`;
}
