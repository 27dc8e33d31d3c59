import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const reader = 'commissioner.nottinghamshire';
const register = '/d2n2/providers';

const lead = (page: Page): Promise<string> => page.locator('.page__lead').first().innerText();

/** Whether a key’s target has the focus. */
const hasFocus = (page: Page, label: string): Promise<boolean> =>
  page.evaluate(
    `(document.activeElement?.labels?.[0]?.textContent ?? '').startsWith(${JSON.stringify(label)})`,
  );

test('a home is found without a mouse: searched for, narrowed by a facet, opened', async () => {
  const page = await site.visitAs(reader);
  await goTo(page, register);
  expect(await lead(page)).toMatch(/^284 services with 2,834 places in D2N2: 210 children’s homes/);

  await page.getByRole('checkbox', { name: /^Children’s home \d/ }).focus();
  await page.keyboard.press('Space');
  await page.waitForURL('**/providers?what=childrens-home');
  await page.getByText('210 children’s homes with 754 places in D2N2.', { exact: true }).waitFor();
  await expect.poll(() => hasFocus(page, 'Children’s home')).toBe(true);

  await page.getByLabel('Name, owner, URN or postcode district').fill('homes inspire');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/providers?text=homes+inspire&what=childrens-home');
  await page.getByText(/with names like “homes inspire”/).waitFor();
  await page
    .getByRole('row', { name: /Homes2inspire/ })
    .first()
    .waitFor();
  await arrived(page);

  await page.getByRole('table').getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/providers/services/*');
  await arrived(page);
  expect(await lead(page)).toMatch(/is a children’s home in .*, owned by Homes/);
  await page.getByText('Ofsted keeps back the names and addresses').waitFor();

  await page.goBack();
  await page.getByText(/with names like “homes inspire”/).waitFor();
});

test('the homes of the four are 36, 73, 31 and 70, on the map’s table as on the register', async () => {
  const page = await site.visitAs(reader);
  await goTo(page, `${register}?what=childrens-home&view=map`);
  await page.locator('summary', { hasText: 'Figures in this chart' }).click();

  const table = page.getByRole('table', { name: 'Services and places by authority' });
  expect(await table.getByRole('row').allInnerTexts()).toEqual([
    'Authority\tServices\tPlaces',
    'Derby\t36\t132',
    'Derbyshire\t73\t271',
    'Nottingham\t31\t115',
    'Nottinghamshire\t70\t236',
  ]);
  await table.getByRole('link', { name: 'Derby', exact: true }).click();
  await page.getByText('36 children’s homes with 132 places in Derby.').waitFor();
});

test('more of a list is shown on demand, kept in the address, and there again after going back', async () => {
  const page = await site.visitAs(reader);
  await goTo(page, `${register}?what=childrens-home`);
  const rows = page.getByRole('table', { name: 'Services of the register' }).locator('tbody tr');
  expect(await rows.count()).toBe(50);

  await page.getByRole('button', { name: 'Show 50 more' }).click();
  await page.waitForURL('**pages=2');
  await page.getByText('100 services of 210 shown').waitFor();
  await rows.nth(99).waitFor();
  expect(await rows.count()).toBe(100);
  expect(new Set(await rows.locator('th a').allInnerTexts()).size).toBe(100);

  await rows.nth(99).getByRole('link').first().click();
  await page.waitForURL('**/services/*');
  await page.goBack();
  await page.getByText('100 services of 210 shown').waitFor();
});

test('what is made up is marked wherever it stands', async () => {
  const page = await site.visitAs(reader);
  await goTo(page, `${register}?what=childrens-home&fictitious=yes`);

  expect(await lead(page)).toBe('210 fictitious children’s homes with 754 places in D2N2.');
  const rows = page.getByRole('table').locator('tbody tr');
  expect(await rows.filter({ hasText: 'synthetic' }).count()).toBe(50);
  await rows.first().locator('th').getByRole('link').click();
  await page.waitForURL('**/services/9*');
  await page.getByText('Synthetic: made up for a demonstration').waitFor();
});

test('what nobody registered is said plainly', async () => {
  const page = await site.visitAs(reader);
  await goTo(page, `${register}/services/SC999999`);
  await page
    .getByText('No register that was loaded has a service with the URN SC999999.')
    .waitFor();

  await goTo(page, `${register}/groups/nobody-at-all`);
  await page.getByText('No register that was loaded has an owner of this name.').waitFor();

  await goTo(page, `${register}?text=zzzzzzzz`);
  await page.getByRole('link', { name: 'start again', exact: true }).waitFor();
});

test('whoever looks for homes narrows the register to those with a place for them today', async () => {
  const page = await site.visitAs('placement-officer.derby');
  await goTo(page, `${register}?fictitious=yes`);
  await page.getByLabel('With a place for us today').check();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.waitForURL('**/providers?*vacant=yes*');
  await page.getByText(/with a place that you can have today/).waitFor();
  await page.getByRole('row').nth(1).waitFor();

  const other = await site.visitAs('hub-analyst.d2n2');
  await goTo(other, register);
  expect(await other.getByLabel('With a place for us today').count()).toBe(0);
});

const pages: readonly [name: string, address: string][] = [
  ['list', register],
  ['near', `${register}?scope=england&near=E06000018&miles=30&judged=good&own=no&order=distance`],
  ['map', `${register}?what=childrens-home&view=map`],
  ['hexagons', `${register}?what=childrens-home&scope=england&view=map&shape=hexagons`],
  ['service', `${register}/services/9007012`],
  ['group', `${register}/groups/homes2inspire`],
  ['changes', `${register}/changes`],
];

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)(
  'in %s at %i pixels axe finds nothing wrong, and nothing scrolls sideways',
  async (colourScheme, width) => {
    const page = await site.visitAs(reader, { colourScheme, width });

    test.each(pages)('with %s', async (name, address) => {
      await goTo(page, address);

      await keepScreenshot(page, `providers-${name}-${colourScheme}-${width}`);
      expect(await axe(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    });
  },
);
