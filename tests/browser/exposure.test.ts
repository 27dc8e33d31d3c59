import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { focused } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const market = '/d2n2/providers/market';
const pages = [
  'exposure',
  'exposure?of=placements&group=amberwick-care-fictitious',
  'fees',
  'flows',
  'watch',
];

const lead = (page: Page): Promise<string> => page.locator('.page__lead').innerText();

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s, %i wide', (colourScheme, width) => {
  test.each(pages)('%s has nothing that axe finds wrong, and fits', async (address) => {
    const page = await site.visitAs('commissioner.nottinghamshire', { colourScheme, width });
    await goTo(page, `${market}/${address}`);

    await keepScreenshot(
      page,
      `market-${address.replaceAll(/\W+/g, '-')}-${width}-${colourScheme}`,
    );
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

test('what a group’s failure would touch is found without a mouse, and left again', async () => {
  const page = await site.visitAs('commissioner.nottinghamshire');
  await goTo(page, `${market}/exposure`);
  expect(await lead(page)).toBe(
    'The largest five of 81 provider groups have 30.6% of the 754 registered places of children’s homes in D2N2. The places are spread as if 32 groups of equal size had them.',
  );

  await page.getByLabel('Groups by').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**/exposure?of=placements');
  await arrived(page);
  await page.getByRole('link', { name: 'Amberwick Care (fictitious)', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/exposure?of=placements&group=amberwick-care-fictitious');
  await page.getByText(/^At least \d+ placements of 1 authority$/).waitFor();
  await expect
    .poll(() => focused(page))
    .toMatch(/^If Amberwick Care \(fictitious\) failed tomorrow/);
  await page.getByText(/3 authorities do not share theirs with you/).waitFor();
  await page
    .getByText('x: not shared: no agreement in force lets you see Derby’s records of providers.')
    .waitFor();

  await page.goBack();
  await page
    .getByRole('region', { name: 'What if this group failed tomorrow?' })
    .waitFor({ state: 'detached' });
});

test('the hub sees the records that agreements give it, and what it does not see is said', async () => {
  const page = await site.visitAs('hub-analyst.d2n2');
  await goTo(page, `${market}/exposure?group=amberwick-care-fictitious`);

  await page.getByText(/^At least \d+ placements of 3 authorities$/).waitFor();
  await page.getByText(/1 authority does not share theirs with you/).waitFor();
  await goTo(page, `${market}/exposure?group=nobody-at-all`);
  await page.getByText('No such group is known here.').waitFor();
  await goTo(page, `${market}/watch`);
  expect(await lead(page)).toMatch(/^No newly loaded judgement is below what your frameworks/);
});

test('the figures of a picture are taken away as a file', async () => {
  const page = await site.visitAs('commissioner.nottinghamshire');
  await goTo(page, `${market}/exposure`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV of its figures' }).click(),
  ]);

  expect(file.suggestedFilename()).toBe('exposure-places.csv');
});

test('fees are one’s own: a framework is chosen in the address, and a hub has none', async () => {
  const page = await site.visitAs('commissioner.nottinghamshire');
  await goTo(page, `${market}/fees`);
  expect(await lead(page)).toMatch(/^Your organisation knows prices of 4 frameworks\./);
  await page
    .getByLabel('Framework in the picture')
    .selectOption({ label: 'DEMO-SUPPORTED-D2N2: D2N2 supported accommodation (fictitious)' });
  await page.waitForURL('**/fees?framework=*');
  await page.getByRole('heading', { name: 'Your weekly fees on DEMO-SUPPORTED-D2N2' }).waitFor();
  await page
    .getByRole('row', { name: /^Embercombe .*Nottinghamshire\s*for you to handle/ })
    .waitFor();

  const hub = await site.visitAs('hub-analyst.d2n2');
  await goTo(hub, `${market}/fees`);
  expect(await lead(hub)).toMatch(/^No price of your own organisation is recorded here\./);
  expect(await hub.getByRole('heading', { name: /^Your weekly fees/ }).count()).toBe(0);
});

test('notifications are told on the first page, read without a mouse, and told no more', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, '/d2n2/overview');
  await page.getByText(/^\d+ notifications of fallen judgements you have not read\./).waitFor();
  await page.getByRole('link', { name: 'See the judgement watch' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/market/watch');
  await arrived(page);
  await page
    .getByRole('button', { name: /^Mark as read/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Read (1)' }).waitFor();
  await expect.poll(() => focused(page)).toBe('1 notification marked as read.');

  await page.getByRole('button', { name: 'Mark all as read' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Unread/ }).waitFor({ state: 'detached' });
  await expect.poll(() => lead(page)).toMatch(/You have read of all\.$/);
  await page.getByRole('link', { name: 'Judgement watch', exact: true }).waitFor();
  expect(await axe(page)).toEqual([]);
  await goTo(page, '/d2n2/overview');
  expect(await page.getByText(/fallen judgements/).count()).toBe(0);
});
