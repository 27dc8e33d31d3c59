import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { PageOptions } from './browser.ts';
import { openBrowser, openPage } from './browser.ts';
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

  const visit: Site['visit'] = (options) =>
    openPage(browser, { baseURL: server.origin, ...options });
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

const heading = 'main:not(:has(.loading)) h1';

/** Fulfilled, in the page, at the drawing that shows its heading, and nothing that stands for what is still to come. */
const drawn = `new Promise((drawn) => {
  const look = () =>
    document.querySelector('${heading}')?.checkVisibility() ? drawn() : requestAnimationFrame(look);
  look();
})`;

/** Waits until the page that is on its way has what it asked the server for. */
export async function arrived(page: Page): Promise<void> {
  // A locator, once it had to wait, looks twice a second only; but it goes on where the page is exchanged for another.
  const shown = page.locator(heading).waitFor();
  await Promise.race([shown, page.evaluate(drawn).catch(() => shown)]);
  await quiet(page);
}
