import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach } from 'vitest';
import type { PageOptions } from './browser.ts';
import { openBrowser, openPage } from './browser.ts';
import { reportOf } from './page-report.ts';
import { quiet } from './quiet.ts';
import type { TestServer } from './server.ts';
import { startServer } from './server.ts';

/** The running site of a test file, and browsers to look at it with. */
export interface Site {
  readonly server: TestServer;
  /** A browser in which nobody is signed in. */
  readonly visit: (options?: Omit<PageOptions, 'baseURL'>) => Promise<Page>;
  /** A browser in which an account of the demonstration is signed in. */
  readonly visitAs: (account: string, options?: Omit<PageOptions, 'baseURL'>) => Promise<Page>;
}

/** Signs an account of the demonstration in. */
export const SIGN_IN =
  'mutation ($account: String!) { signIn(input: { account: $account }) { account } }';

/** Serves the site for the test file that calls it at its top; all ends after the file's last test. */
export async function openSite(): Promise<Site> {
  const server = await startServer();
  const browser = await openBrowser();
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Those opened for the whole file, and those for the test that runs. */
  const pages: Page[] = [];
  let before = 0;
  beforeEach(() => {
    before = pages.length;
  });
  afterEach(async ({ task }) => {
    const [error] = task.result?.errors ?? [];
    if (error) {
      const reports = await Promise.all(pages.slice(-4).map(reportOf));
      error.message += `\n\n${reports.join('\n\n')}\n`;
    }
    // What follows changes, or looks for its server, would go on doing so beside the tests that come.
    await Promise.all(pages.splice(before).map((page) => page.context().close()));
  });

  const visit: Site['visit'] = async (options) => {
    const page = await openPage(browser, { baseURL: server.origin, ...options });
    pages.push(page);
    return page;
  };
  return {
    server,
    visit,
    visitAs: async (account, options) => {
      const page = await visit(options);
      await page.request.post('/graphql', {
        headers: { 'x-csrf': '1' },
        data: { query: SIGN_IN, variables: { account } },
      });
      return page;
    },
  };
}

/** Goes to an address and waits until the page has what it asked the server for. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await arrived(page);
}

/** Of a page that is on its way the address is there at once, and what is drawn is the one before it. */
const heading = 'main:not([aria-busy=true]):not(:has(.loading)) h1';

/** Fulfilled, in the page, at the drawing that shows its heading, and nothing that stands for what is still to come. */
const drawn = `new Promise((drawn) => {
  const look = () =>
    document.querySelector('${heading}')?.checkVisibility() ? drawn() : requestAnimationFrame(look);
  look();
})`;

/** Waits until the page that is on its way has what it asked the server for. */
export async function arrived(page: Page): Promise<void> {
  const shown = page.locator(heading);
  do {
    // A locator, once it had to wait, looks twice a second only; but it goes on where the page is exchanged for another.
    const waiting = shown.waitFor();
    await Promise.race([waiting, page.evaluate(drawn).catch(() => waiting)]);
    await quiet(page);
    // What it was answered may have led on to another page, or to more that is still to come.
  } while (!(await shown.isVisible()));
}
