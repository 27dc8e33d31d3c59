import type { Page, Request } from 'playwright-core';

/** What a page has asked for so far, and of that what is not answered yet. */
interface Traffic {
  begun: number;
  readonly underWay: Set<Request>;
}

const trafficOf = new WeakMap<Page, Traffic>();

/** Keeps count of what a page asks for from now on. */
export function watchTraffic(page: Page): void {
  const traffic: Traffic = { begun: 0, underWay: new Set() };
  const over = (request: Request) => void traffic.underWay.delete(request);
  trafficOf.set(page, traffic);
  page.on('request', (request) => {
    traffic.begun += 1;
    traffic.underWay.add(request);
  });
  // A stream of events never ends by itself: what a page shows came before it, or comes as it will.
  page.on('response', (response) => {
    if (response.headers()['content-type']?.startsWith('text/event-stream')) {
      over(response.request());
    }
  });
  page.on('requestfinished', over);
  page.on('requestfailed', over);
}

/** What a page has asked for and not been answered; empty where nobody kept count. */
export const underWay = (page: Page): readonly Request[] => [
  ...(trafficOf.get(page)?.underWay ?? []),
];

/** Fulfilled, in the page, when it has drawn what it was given and has nothing left to do. */
const atRest = `new Promise((rest) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(rest))))`;

/**
 * Waits until a page has all it asked for, and nothing of it led to a further question.
 *
 * Playwright’s `networkidle` is half a second without a request: most of what a test would wait for.
 *
 * @throws Error nobody kept count of what it asks for.
 */
export async function quiet(page: Page): Promise<void> {
  const traffic = trafficOf.get(page);
  if (!traffic) throw new Error('Only a page of openPage says what it asks for.');
  for (let begun = -1; begun !== traffic.begun; await page.evaluate(atRest)) {
    begun = traffic.begun;
    while (traffic.underWay.size > 0) await page.waitForTimeout(10);
    await page.evaluate(atRest);
  }
}
