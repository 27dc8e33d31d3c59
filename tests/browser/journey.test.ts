import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { axe, keepScreenshot } from '../testkit/browser.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();

test('an analyst signs in, compares, opens a figure, saves, comes back and takes a file', async () => {
  const page = await site.visit();

  await page.goto('/');
  await page
    .getByRole('region', { name: 'Start here' })
    .getByRole('button', { name: /commissioner\.nottinghamshire/ })
    .click();
  await page.waitForURL('**/d2n2/overview');
  await arrived(page);
  expect(await page.getByRole('region', { name: 'Table of key figures' }).innerText()).toContain(
    '1,024',
  );

  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor();
  const rate = page.getByRole('row', { name: /^Children looked after per 10,000 children/ });
  await rate.waitFor();
  expect(await rate.getByRole('cell').allInnerTexts()).toEqual([
    expect.stringMatching(/^88/),
    expect.stringMatching(/^66/),
    expect.stringMatching(/^93/),
    expect.stringMatching(/^53/),
    expect.stringMatching(/^67/),
    expect.stringMatching(/^68/),
  ]);

  await rate.getByRole('button', { name: /Derby, Children/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('Why you may see it').waitFor();
  expect(await panel.innerText()).toMatch(/88 per 10,000 children[\s\S]*Source[\s\S]*Vintage/);
  await keepScreenshot(page, 'figure', 'window');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Save this comparison' }).click();
  await page.getByLabel('Name').fill('Rates for the scrutiny committee');
  await page.getByRole('button', { name: 'Save comparison' }).click();
  await page.getByText('Saved as “Rates for the scrutiny committee”').waitFor();

  await page.getByRole('link', { name: 'Saved comparisons', exact: true }).click();
  await page.waitForURL('**/d2n2/saved');
  await arrived(page);
  await page.getByRole('link', { name: 'Rates for the scrutiny committee' }).click();
  await page.waitForURL('**/d2n2/compare?*');
  await rate.waitFor();
  const address = page.url();

  await page.reload();
  await arrived(page);
  expect(page.url()).toBe(address);
  await expect.poll(() => rate.innerText()).toContain('88');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  expect(file).toMatch(/Derby.*per 10,000 children/);
});

test('a session that was ended leads back to where the person was', async () => {
  const page = await site.visitAs('commissioner.derby');
  await page.goto('/d2n2/compare?indicators=cla-rate&view=trend');
  await arrived(page);

  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in*');
  await page.goto('/d2n2/compare?indicators=cla-rate&view=trend');
  await page
    .getByRole('button', { name: /commissioner\.derby\b/ })
    .first()
    .click();

  await page.waitForURL('**/d2n2/compare?indicators=cla-rate&view=trend');
});

test('a lost server is announced, and found again', async () => {
  const page = await site.visitAs('commissioner.derby');
  await page.goto('/d2n2/overview');
  await arrived(page);

  await page.context().setOffline(true);
  await page.getByRole('button', { name: /^Consortium:/ }).click();
  await page.getByRole('link', { name: 'West Midlands' }).click();
  await page.getByText('Lost contact with the server.').waitFor();
  // Pressed in vain: once there is a server, whoever finds it first takes the button away.
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.context().setOffline(false);
  await page.getByText('Back in contact with the server').waitFor();

  await page.getByText('West Midlands: 14 authorities').waitFor();
});

test('until the code of the next page is here the one before it stays, and it is said that it is on its way', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, '/d2n2/overview');
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.innerText();
  const held = Promise.withResolvers<void>();
  await page.route(/ComparePage.*\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });

  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  const told = page.getByRole('status').getByText('Loading the page…');
  await told.waitFor();
  expect(await heading.innerText()).toBe(before);
  expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('true');
  expect(await axe(page)).toEqual([]);
  await keepScreenshot(page, 'page-on-its-way', 'window');

  held.resolve();
  await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor();
  await told.waitFor({ state: 'detached' });
});
