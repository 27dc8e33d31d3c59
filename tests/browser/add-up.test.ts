import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { focused } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const address = '/d2n2/returns/add-up';
const example = `${address}?example=norfolk-sufficiency-2023/residential-homes-2023-06-30`;
const answerOf = (page: Page) => page.locator('.page__lead').innerText();

const targets = [
  'measure\tvalue\tunit',
  'Enquiries target\t660\tenquiries',
  'Approval rate target\t15.45\tpercent',
  'Approvals target\t103\tapprovals',
].join('\n');

describe('axe finds nothing wrong, and no page scrolls sideways', () => {
  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('in %s at %i pixels', async (colourScheme, width) => {
    const page = await site.visitAs('commissioner.derby', { colourScheme, width });
    await goTo(page, address);
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);

    await goTo(page, example);
    await page.getByText('What does not add up').waitFor();
    await page.getByText('How the table was read').click();

    await keepScreenshot(page, `add-up-${width}-${colourScheme}`);
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

test('the menu leads to it, and an example answers in a sentence with marked cells', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, '/d2n2/overview');
  await page.getByRole('link', { name: 'Returns', exact: true }).click();
  await page.getByRole('link', { name: 'Does this table add up?' }).click();
  await arrived(page);

  await page.getByRole('link', { name: 'In-house residential homes, June 2023' }).click();
  await page.getByText(/the rows add up to 40, but “TOTAL” says 32/).waitFor();

  expect(await answerOf(page)).toBe('No: one fault, in 12 checks. One total could not be checked.');
  expect(await page.locator('#cell-14-6').innerText()).toMatch(/^32/);
  expect(await page.locator('#cell-14-6').getByRole('link', { name: 'Finding 1' }).count()).toBe(1);
  expect(new URL(page.url()).search).toContain('residential-homes-2023-06-30');
});

test('a pasted table is checked and read as the reader says, with the keyboard alone', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, address);
  await page.getByLabel('Paste a table').focus();
  await page.keyboard.insertText('home,beds\nAsh,5\nElm,7\nCounty,13');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('There is nothing in this table to add up.').waitFor();

  await page.getByText('How the table was read').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'County, 13' }).focus();
  await page.keyboard.press('Space');

  await page.getByText('In “beds” the rows add up to 12, but “County” says 13: 1 more.').waitFor();
  await page.getByRole('link', { name: 'Cell B4' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('cell-4-2');
});

test('while a table is checked the page says so, and answers', async () => {
  const page = await site.visitAs('commissioner.derby');
  const held = Promise.withResolvers<void>();
  await page.route(/add-up-worker/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await goTo(page, address);
  await page.getByLabel('Paste a table').fill(targets);
  await page.getByRole('button', { name: 'Check this table' }).click();

  await page.getByText('Checking…').waitFor();
  await expect.poll(() => focused(page)).toBe('Checking…');
  await keepScreenshot(page, 'add-up-checking');

  held.resolve();
  await page.getByText(/15\.45% of 660 .* is 102/).waitFor();
  expect(await answerOf(page)).toBe('No: one fault, in one check.');
});

test('what is no table is refused with what to do, and stays in the field', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, address);
  await page.getByLabel('Paste a table').fill('Children in care');
  await page.getByRole('button', { name: 'Check this table' }).click();

  await page.getByRole('link', { name: /Enter a table: a header and at least one row/ }).click();

  expect(await page.getByLabel('Paste a table').inputValue()).toBe('Children in care');
  expect(await axe(page)).toEqual([]);
});

test('an uploaded file is checked in the browser, and comes back with what was found', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, address);
  await page
    .getByLabel('Or upload a CSV file')
    .setInputFiles({ name: 'targets.tsv', mimeType: 'text/plain', buffer: Buffer.from(targets) });
  await page.getByText(/15\.45% of 660 .* is 102, but “Approvals target” says 103/).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV with findings' }).click(),
  ]);
  const chunks = await (await download.createReadStream()).toArray();

  expect(Buffer.concat(chunks).toString('utf8').split('\r\n')[3]).toBe(
    'Approvals target,103,approvals,"error: 15.45% of 660 (“Enquiries target”) is 102, but “Approvals target” says 103: 1 more."',
  );
});
