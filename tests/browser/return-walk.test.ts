import { expect, test } from 'vitest';
import { axe, keepScreenshot } from '../testkit/browser.ts';
import { goTo, openSite } from '../testkit/site.ts';

const site = await openSite();

test('a number on a comparison leads down to the rows it was made from', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, '/d2n2/compare?indicators=cla-month-end');
  await page.getByRole('button', { name: /Derby, Children looked after/ }).click();
  const panel = page.getByRole('dialog');
  const number = await panel.locator('.figure-panel__value strong').innerText();
  await panel.getByRole('link', { name: /to the rows it was made from/ }).click();

  const row = page.locator('tr.return-rows__marked').first();
  await row.waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Placements of Derby/);
  expect(await row.innerText()).toContain(number);
  await keepScreenshot(page, 'return-walk', 'window');
  expect(await axe(page)).toEqual([]);
});

test('the hub reads a return of an authority, and not its rows', async () => {
  const page = await site.visitAs('hub-analyst.d2n2');
  await goTo(page, '/d2n2/returns');
  await page.getByRole('link', { name: /^In use.*: Placements of Derby$/ }).click();

  const figure = page.getByRole('row', { name: /^Children looked after at month end/ });
  await figure.waitFor();
  expect(await figure.getByRole('link').count()).toBe(0);
  expect(await page.getByRole('heading', { name: 'Rows', exact: true }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
});
