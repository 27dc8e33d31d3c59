import { expect, test } from 'vitest';
import { axe } from '../testkit/browser.ts';
import { focused, goToField, goWith } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';
import {
  allPlacesAre,
  beds,
  firstFound,
  followed,
  namesFound,
  nobodyHasConfirmed,
  topOf,
} from './beds.ts';

const site = await openSite();
const officer = 'placement-officer.derby';
/** Homes of Nottingham, which an agreement lets Derby’s placement officers see. */
const nottingham = `${beds}?in=E06000018`;

test('a placement officer finds and follows a vacancy by keyboard alone', async () => {
  const page = await site.visitAs(officer);
  await goTo(page, beds);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to main content');
  await page.keyboard.press('Enter');

  await goToField(page, 'Age');
  await page.keyboard.type('14');
  await goWith('Tab', page, /^Find homes$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/beds?*age=14*');
  await arrived(page);
  const [best = ''] = await namesFound(page);
  await goWith('Tab', page, /\(fictitious\)$/);
  expect(await focused(page)).toBe(best);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/beds/homes/*');
  await arrived(page);

  await page.getByRole('heading', { level: 1, name: best, exact: true }).waitFor();
  await expect
    .poll(() => page.locator('.page__lead').innerText())
    .toMatch(/\d+ vacant and accepting/);
  await followed(page);
});

test('what others change shows where it stands, and is announced', async () => {
  const home = await firstFound(site, officer, nottingham);
  const holder = await site.visitAs('commissioner.nottingham');
  const page = await site.visitAs(officer);
  await goTo(page, nottingham);
  await followed(page);
  const before = await namesFound(page);
  const row = page.getByRole('listitem').filter({ hasText: home.name });
  const stood = await topOf(row);
  await page.getByText('No home has changed since you opened this page.').waitFor();

  await allPlacesAre(holder, home.id, 'OCCUPIED');

  await page.getByRole('status').getByText(`Changed: ${home.name}, `).waitFor();
  await row.getByText('no longer free').waitFor();
  await page.getByText('The list may be out of date.').waitFor();
  expect(await namesFound(page)).toEqual(before);
  expect(Math.abs((await topOf(row)) - stood)).toBeLessThan(2);
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Search again' }).click();
  await row.waitFor({ state: 'detached' });
  expect((await namesFound(page)).slice(0, before.length - 1)).toEqual(before.slice(1));
});

test('a list of homes follows what others say, each where it stands, and counts the stale anew', async () => {
  const holder = await site.visitAs('commissioner.nottingham');
  await nobodyHasConfirmed(site);
  const page = await site.visitAs(officer);
  await goTo(page, `${beds}/homes?in=E06000018`);
  await followed(page);
  const row = page.getByRole('table', { name: 'Homes' }).getByRole('row').nth(2);
  const link = row.getByRole('link');
  const name = await link.innerText();
  const address = (await link.getAttribute('href')) ?? '';
  const stood = await topOf(row);
  const lead = page.locator('.page__lead');
  const said = await lead.innerText();

  await allPlacesAre(holder, decodeURIComponent(address.split('/').at(-1) ?? ''), 'OCCUPIED');

  await page.getByRole('status').getByText(`Changed: ${name}, `).waitFor();
  await lead.filter({ hasNotText: said }).waitFor();
  await expect.poll(() => row.innerText()).toMatch(/(\d+) of \1 places? occupied(?!.*stale)/s);
  await expect.poll(() => link.innerText()).toBe(name);
  expect(Math.abs((await topOf(row)) - stood)).toBeLessThan(2);
});

test('an open home follows what others say of it', async () => {
  const home = await firstFound(site, officer, nottingham);
  const holder = await site.visitAs('commissioner.nottingham');
  const page = await site.visitAs(officer);
  await goTo(page, home.address);
  await followed(page);
  const lead = page.locator('.page__lead');

  await allPlacesAre(holder, home.id, 'OCCUPIED');

  await page.getByRole('status').getByText(`Changed: ${home.name}, `).waitFor();
  await lead.getByText(/^(\d+) of \1 places? occupied\. Confirmed .* by its authority/).waitFor();
  await page.getByRole('row', { name: /Changed by its authority/ }).waitFor();
});

test('the region’s figures follow what others change, and its rows stay where they are', async () => {
  const home = await firstFound(site, officer, nottingham);
  const holder = await site.visitAs('commissioner.nottingham');
  const page = await site.visitAs(officer);
  await goTo(page, `${beds}/region`);
  await followed(page);
  const table = page.getByRole('table', { name: 'Free places by area and kind' });
  const rows = await table.getByRole('rowheader').allInnerTexts();
  const lead = await page.locator('.page__lead').innerText();

  await allPlacesAre(holder, home.id, 'OCCUPIED');

  await page.getByRole('status').getByText(`Changed: ${home.name}, `).waitFor();
  await page.locator('.page__lead').filter({ hasNotText: lead }).waitFor();
  await expect.poll(() => table.getByRole('rowheader').allInnerTexts()).toEqual(rows);
});
