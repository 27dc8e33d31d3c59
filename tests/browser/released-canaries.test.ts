import { readFile } from 'node:fs/promises';
import { listen } from '@sufficiency/server/main.ts';
import { collectedIndicators } from '@sufficiency/shared/indicators/collected-indicators.ts';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../releases/two-worlds.ts';
import { canary, period, withoutIds, worldWith } from '../releases/two-worlds.ts';
import { openBrowser, openPage } from '../testkit/browser.ts';
import { goTo, SIGN_IN } from '../testkit/site.ts';

const browser = await openBrowser();
const closing: (() => Promise<void>)[] = [() => browser.close()];
afterAll(async () => {
  for (const close of closing) await close();
});

let worlds: readonly { readonly world: World; readonly url: string }[];
beforeAll(async () => {
  worlds = [await served([3, 6]), await served([6, 3])];
});

/** A world in which Nottingham returned these two, both kept back, behind a port. */
async function served(small: readonly [number, number]) {
  const world = await worldWith(small);
  const { url, close } = await listen(world.app, { port: 0, loopbackOnly: true });
  closing.unshift(close);
  return { world, url };
}

const indicators = collectedIndicators
  .filter(({ contract }) => contract.dataset === 'fostering')
  .map(({ contract }) => contract.key);
const release = `/d2n2/releases/fostering/${period}/reviewers/1`;
const compare = `/d2n2/compare?indicators=${indicators}&period=${period}&periods=3&comparators=consortium`;

/** Where released figures are read, each with the picture that stands there. */
const pages = [
  '/d2n2/releases',
  `${release}?table=recruitment&row=STAGE2%7CMAINSTREAM`,
  `${release}?table=withdrawals-by-reason&row=AW0`,
  `${release}?table=all`,
  compare,
  `${compare}&view=dots&focus=fostering-applications-month`,
  `${compare}&view=trend&focus=fostering-applications-month`,
  `/d2n2/fostering?from=${period}&to=${period}`,
  '/d2n2/fostering?from=2026-03&to=2026-05',
  '/d2n2/overview',
];

/** All that a browser keeps beside what it shows, as one text. */
const keptByBrowser = `(async () => {
  const databases = await indexedDB.databases();
  const caches = await Promise.all((await window.caches.keys()).map(async (name) => {
    const cache = await window.caches.open(name);
    const answers = await cache.matchAll();
    return [name, ...await Promise.all(answers.map((answer) => answer.text()))];
  }));
  const workers = await navigator.serviceWorker.getRegistrations();
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, caches, workers.length,
    history.state, document.title, document.cookie]);
})()`;

/** What the API answers to a browser from now on. */
async function answersTo(page: Page): Promise<string[]> {
  const answers: string[] = [];
  // On its way, not afterwards: a browser that leaves a page forgets what it was answered.
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    answers.push(`${route.request().postData()}\n${await response.text()}`);
    await route.fulfill({ response });
  });
  return answers;
}

/** A file that a link or button of the page gives; of a workbook the text of its parts. */
async function fileOf(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(name, { exact: true }).first().click(),
  ]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  const isWorkbook = download.suggestedFilename().endsWith('.xlsx');
  const parts = isWorkbook ? Object.values(unzipSync(bytes)) : [bytes];
  return [download.suggestedFilename(), ...parts.map((part) => strFromU8(part, true))].join('\n');
}

async function visit(account: string, url: string): Promise<Page> {
  const page = await openPage(browser, { baseURL: url });
  await page.request.post('/graphql', {
    headers: { 'x-csrf': '1' },
    data: { query: SIGN_IN, variables: { account } },
  });
  return page;
}

/** Everything that an account’s browser comes to hold of one world: shown, spoken, drawn, kept, answered, downloaded. */
async function heldBy(account: string, { world, url }: (typeof worlds)[number]) {
  const page = await visit(account, url);
  const answers = await answersTo(page);
  const held: string[] = [];
  const hold = async (...texts: readonly string[]) => {
    held.push(...texts, await page.content(), await page.evaluate(keptByBrowser));
    held.push(...answers.splice(0).toSorted());
  };
  for (const address of pages) {
    await goTo(page, address);
    await page.locator('main:not(:has(.loading__words))').waitFor();
    // Some notices are fetched when a page has nothing else to do: both worlds must have theirs.
    await page.waitForLoadState('networkidle');
    await hold(address);
  }

  await goTo(page, `${release}?table=recruitment`);
  const files = ['SVG picture', 'PNG picture', 'All figures as CSV', 'All figures for Excel'];
  for (const file of files) await hold(await fileOf(page, file));
  await page
    .getByRole('button', { name: /^c, kept back, Nottingham, / })
    .first()
    .click();
  await page.getByRole('dialog').getByText('It is kept back').waitFor();
  await hold();

  await goTo(page, compare);
  for (const file of ['CSV', 'Excel']) {
    await hold(await fileOf(page, `${file} file of these figures`));
  }
  await page.getByRole('button', { name: /^c, / }).first().click();
  await page.getByRole('dialog').getByText('Why there is no figure').waitFor();
  await hold();

  await page.context().close();
  return held.map((text) => alike(withoutIds(world, text).replaceAll(url, '')));
}

/** The moment of asking and React’s ids depend on what else the machine does; a line for each element tells where two differ. */
const alike = (text: string): string =>
  text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replaceAll(/\b_r_\w+_/g, 'id')
    .replaceAll('><', '>\n<');

const ofBoth = async (account: string) =>
  await Promise.all(worlds.map((served) => heldBy(account, served)));

test.each(['commissioner.derby', 'reviewer.d2n2', 'hub-analyst.d2n2'])(
  'nothing that the browser of %s holds tells the two worlds apart',
  async (account) => {
    const [one = [], other = []] = await ofBoth(account);

    expect(one.length).toBeGreaterThan(pages.length + 8);
    expect(other).toEqual(one);
    expect(one.join('\n')).not.toContain(String(canary));
  },
);

test('the browser of who returned the figures tells them apart', async () => {
  const [one = [], other = []] = await ofBoth('commissioner.nottingham');

  expect(other).not.toEqual(one);
  expect(one.join('\n')).toContain(String(canary + 3));
});

test.each([
  ['commissioner.derby', 'Exact figures beside released ones, which are rounded'],
  ['reviewer.d2n2', 'Released figures, rounded'],
])('%s is told which of the figures compared are released', async (account, said) => {
  const page = await visit(account, worlds[0]?.url ?? '');
  await goTo(page, compare);

  expect(await page.locator('.page__lead').innerText()).toContain(said);
  await page.getByRole('button', { name: /Nottinghamshire, Approved fostering/ }).click();
  await page.getByRole('dialog').getByText('Released', { exact: true }).waitFor();
  await page
    .getByRole('dialog')
    .getByText(/Released for .+, April 2026, version 1/)
    .waitFor();
});

test('a reviewer who sees released figures alone is not told that there are none', async () => {
  const page = await visit('reviewer.d2n2', worlds[0]?.url ?? '');
  await goTo(page, '/d2n2/overview');

  await page.getByText('As released by the hub, rounded').waitFor();
  await page.getByText('There are no yearly figures here that you may see yet').waitFor();
});

test('a reviewer finds the funnel of a released month, and of several each by itself', async () => {
  const page = await visit('reviewer.d2n2', worlds[0]?.url ?? '');
  await goTo(page, `/d2n2/fostering?from=${period}&to=${period}`);
  const row = page.getByRole('row', { name: /^Nottinghamshire/ });
  await row
    .getByTitle(/^released for .+, April 2026, version 1; /)
    .nth(6)
    .waitFor();

  await goTo(page, '/d2n2/fostering?from=2026-03&to=2026-05');
  expect(await page.locator('.page__lead').innerText()).toMatch(
    /^Of March 2026 to May 2026, releases tell what came through in single months, of /,
  );
  const months = page.getByRole('region', { name: 'Table: Nottinghamshire, month by month' });
  expect(await months.getByRole('row', { name: /^April 2026/ }).innerText()).toMatch(/\d+|c/);
  await page.getByText('months are not added up').first().waitFor();
  await page.getByText('Why nothing is shown').waitFor({ state: 'detached' });
});
