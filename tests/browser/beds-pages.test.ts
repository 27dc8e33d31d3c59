import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { goTo, openSite } from '../testkit/site.ts';
import { beds, firstFound } from './beds.ts';

const site = await openSite();
const officer = 'placement-officer.derby';
const holder = 'commissioner.derby';
const provider = 'provider.brook-lane-care';
const home = await firstFound(site, officer, `${beds}?in=E06000015`);
const calendar = `${beds}/history/calendar`;

const lead = (page: Page): Promise<string> => page.locator('.page__lead').first().innerText();

const pages: readonly [name: string, account: string, address: string][] = [
  ['find', officer, `${beds}?age=14&near=E06000015&needs=EMOTIONAL`],
  ['found-nothing', officer, `${beds}?district=ZZ99&fitting=1`],
  ['region', officer, `${beds}/region`],
  ['wall', officer, `${beds}/region?wall=1`],
  ['confirmations', officer, `${beds}/confirmations`],
  ['home-of-others', officer, (await firstFound(site, officer, `${beds}?in=E06000018`)).address],
  ['home', holder, home.address],
  ['homes', provider, beds],
  ['history', holder, `${beds}/history`],
  ['history-by-provider', holder, `${beds}/history?by=PROVIDER&step=MONTH&show=accepting`],
  ['calendar', holder, calendar],
  ['calendar-of-home', holder, `${calendar}?home=${encodeURIComponent(home.id)}`],
  ['past-day', holder, `${beds}/history/day?day=2026-06-30`],
  ['voids', holder, `${beds}/history/voids`],
];

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)(
  'in %s at %i pixels axe finds nothing wrong, and nothing scrolls sideways',
  (colourScheme, width) => {
    test.each(pages)('with %s', async (name, account, address) => {
      const page = await site.visitAs(account, { colourScheme, width });
      await goTo(page, address);

      await keepScreenshot(page, `beds-${name}-${colourScheme}-${width}`);
      expect(await axe(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    });
  },
);

test('the form of a home’s places is sound when it is open, on a phone too', async () => {
  const page = await site.visitAs(holder, { width: 320 });
  await goTo(page, home.address);
  await page.getByText('Change how its places are', { exact: true }).click();
  await page.getByLabel('State').first().selectOption('RESERVED');
  await page.getByLabel('State').last().selectOption('CLOSED');
  await keepScreenshot(page, 'beds-places-320');

  expect(await axe(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Save and confirm' }).click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  await expect.poll(() => page.getByLabel('State').last().inputValue()).toBe('CLOSED');
});

test('a wall leaves out homes with fewer than three places, and names none', async () => {
  const { rows } = await site.server.db.query<{ homes: number; places: string }>(
    `select count(*)::int as homes, to_char(sum(registered), 'FM9,999') as places from home
     where authority_code in ('E06000015', 'E06000018', 'E10000007', 'E10000024')
       and not short_breaks and registered > 2`,
  );
  const page = await site.visitAs(officer);
  await goTo(page, `${beds}/region`);
  const onDesk = await lead(page);
  await page.getByRole('link', { name: 'On a wall' }).click();
  await page.getByText('Homes with fewer than three places are left out').waitFor();

  const onWall = `of ${rows[0]?.places} places in ${rows[0]?.homes} homes`;
  await page.locator('.page__lead').filter({ hasText: onWall }).waitFor();
  expect(onDesk).not.toContain(onWall);
  await expect.poll(() => page.locator('main').innerText()).not.toContain('(fictitious)');
});

test('a year of a home’s days is reached from its page, and told first', async () => {
  const page = await site.visitAs(holder);
  await goTo(page, home.address);
  await page.getByRole('link', { name: 'A year of its days' }).click();
  await page.waitForURL('**/history/calendar?home=*');
  const sentence = page.locator('.page__lead').filter({ hasText: home.name });
  await sentence.filter({ hasText: /% on a mean day; least .* on .*, most / }).waitFor();

  await page.getByText('Figures in this chart').click();
  const figures = page.getByRole('table', { name: 'Occupied of usable places, day by day' });
  await expect.poll(() => figures.getByRole('row').count()).toBe(366);
});

test('any past day is shown as it was', async () => {
  const page = await site.visitAs(holder);
  await goTo(page, `${beds}/history/day`);
  await page.getByLabel('As the day ended').fill('2026-06-30');
  await page.waitForURL('**/history/day?day=2026-06-30');
  await page
    .locator('.page__lead')
    .filter({ hasText: /^30 June 2026: \d+ of \d+ places/ })
    .waitFor();

  await page.getByRole('table', { name: 'Areas on 30 June 2026' }).waitFor();
  await page.getByRole('table', { name: 'Homes on 30 June 2026' }).getByText(home.name).waitFor();
});

test('a provider reads no cost of empty block beds, and is told who does', async () => {
  const page = await site.visitAs(provider);
  await goTo(page, `${beds}/history/voids`);

  await page.getByText('is read by the authorities that pay for them').waitFor();
  await expect.poll(() => page.getByText('Could not load').count()).toBe(0);
});

test('whoever reads no homes is told who does, and what there is instead', async () => {
  const page = await site.visitAs('reviewer.d2n2');
  await goTo(page, `${beds}/region`);

  await page.locator('.page__lead').filter({ hasText: 'are read by those who run' }).waitFor();
  await expect
    .poll(() => page.getByRole('main').getByRole('link').allInnerTexts())
    .toEqual(['Compare', 'Releases']);
});
