import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { focusedLabel, goWith } from '../testkit/keys.ts';
import { quiet } from '../testkit/quiet.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';
import { workspaceRoot } from '../testkit/workspace.ts';

const site = await openSite();
const market = '/d2n2/providers/market';
const buyer = 'commissioner.nottinghamshire';
const notices = join(workspaceRoot, 'tests/providers/contracts-finder-ocds');

const lead = (page: Page): Promise<string> => page.locator('.page__lead').innerText();

/** The addresses of a framework and a block contract, which hold ids of this database. */
async function addresses(): Promise<readonly [name: string, address: string][]> {
  const page = await site.visitAs(buyer);
  const first = async (list: string, name: RegExp) => {
    await goTo(page, `${market}/${list}`);
    return await page.getByRole('link', { name }).first().getAttribute('href');
  };
  return [
    ['frameworks', `${market}/frameworks?on=any&of=all`],
    ['framework', (await first('frameworks', /D2N2 supported accommodation/)) ?? ''],
    ['framework-not-shared', (await first('frameworks?of=all', /West Midlands independ/)) ?? ''],
    ['coverage', `${market}/coverage`],
    ['recommissioning', `${market}/recommissioning`],
    ['contracts', `${market}/contracts`],
    ['contract', (await first('contracts', /^BLOCK-/)) ?? ''],
    ['contract-new', `${market}/contracts/new`],
    ['import-notices', `${market}/import`],
    ['import-files', `${market}/import?from=files`],
    ['import-return', `${market}/import?from=return`],
  ];
}

const all = await addresses();

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s, %i wide', (colourScheme, width) => {
  test.each(all)('%s has nothing that axe finds wrong, and fits', async (name, address) => {
    const page = await site.visitAs(buyer, { colourScheme, width });
    await goTo(page, address);

    await keepScreenshot(page, `market-${name}-${width}-${colourScheme}`);
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

test('a block contract is added without a mouse; what is refused lands at its field, and nothing is lost', async () => {
  const page = await site.visitAs(buyer);
  await goTo(page, `${market}/contracts`);
  await goWith('Tab', page, /^Add a contract$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contracts/new');
  await page.getByLabel('Reference').waitFor();
  await goWith('Tab', page, /^Add the contract$/);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByRole('link', { name: 'Enter how many beds' }).waitFor();
  await page.getByRole('link', { name: 'Choose a provider' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedLabel(page)).toBe('Provider');

  const names = page.waitForResponse(
    (response) => response.request().postData()?.includes('Brook Lane Care (fictitious)') ?? false,
  );
  await page.keyboard.type('Brook Lane Care (fictitious)');
  await names;
  await quiet(page);
  await page.getByLabel('Reference').fill('BLOCK-03');
  await page.getByLabel('Beds', { exact: true }).fill('3');
  await page.getByLabel('First day').fill('2027-04-01');
  await page.getByLabel('Last day').fill('2027-03-01');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: 'Last day must not be before the start on 2027-04-01' })
    .click();
  await expect.poll(() => focusedLabel(page)).toBe('Last day');
  expect(await page.getByLabel('Provider', { exact: true }).inputValue()).toBe(
    'Brook Lane Care (fictitious)',
  );

  await page.getByLabel('Last day').fill('2029-03-31');
  await page.keyboard.press('Enter');
  await page.getByText('Added: block contract BLOCK-03.').waitFor();
  await expect
    .poll(() => lead(page))
    .toMatch(/^3 beds with Brook Lane Care \(fictitious\) until 31 March 2029/);
});

test('whoever is later sees what is there now, keeps what they typed, and may press again', async () => {
  const [first, second] = [await site.visitAs(buyer), await site.visitAs(buyer)];
  const address = all.find(([name]) => name === 'contract')?.[1] ?? '';
  await goTo(first, address);
  await goTo(second, address);
  await first.getByText('Change the terms').first().click();
  await first.getByLabel('Notice, in months').fill('5');
  await first.getByRole('button', { name: 'Change the terms' }).click();
  await first.getByText(/^Changed: block contract/).waitFor();

  await second.getByText('Change the terms').first().click();
  await second.getByLabel('Lead time, in months').fill('12');
  await second.getByRole('button', { name: 'Change the terms' }).click();
  await second.getByText('Somebody changed it meanwhile').waitFor();
  expect(await second.getByLabel('Lead time, in months').inputValue()).toBe('12');
  await second
    .getByRole('definition')
    .filter({ hasText: /^5 months$/ })
    .waitFor();
  await second.getByRole('button', { name: 'Change the terms' }).click();
  await second.getByText(/^Changed: block contract/).waitFor();
  await second
    .getByRole('definition')
    .filter({ hasText: /^12 months$/ })
    .waitFor();
});

test('a provider that is on a lot already is refused at its field; a price above the maximum too', async () => {
  const page = await site.visitAs(buyer);
  await goTo(page, all.find(([name]) => name === 'framework')?.[1] ?? '');
  await page.getByText('Add a provider').click();
  const names = page.waitForResponse(
    (response) => response.request().postData()?.includes('Brook Lane Care (fictitious)') ?? false,
  );
  await page.locator('#award-provider').fill('Brook Lane Care (fictitious)');
  await names;
  await quiet(page);
  await page.locator('#award-lot').selectOption('1');
  await page.locator('#award-startsOn').fill('2026-01-01');
  await page.getByRole('button', { name: 'Add to the framework' }).click();
  await page
    .getByRole('alert')
    .getByText(/^This membership overlaps/)
    .waitFor();

  await page.getByRole('button', { name: /^Open.*Brook Lane Care.*lot 1$/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('Record a price').click();
  await panel.getByLabel('Tendered, in pounds a week').fill('99000');
  await panel.getByRole('button', { name: 'Record the price' }).click();
  await panel
    .getByRole('alert')
    .getByText(/^Price must not/)
    .waitFor();
  await panel.getByLabel('Tendered, in pounds a week').fill('1000');
  await panel.getByRole('button', { name: 'Record the price' }).click();
  await page.getByText('Recorded: a price of Brook Lane Care (fictitious).').waitFor();
  await page.getByRole('row', { name: /Brook Lane Care.*£1,000/ }).waitFor();
});

test('a figure of the coverage board says how it was made and why it is seen', async () => {
  const page = await site.visitAs('hub-analyst.d2n2');
  await goTo(page, `${market}/coverage?month=2026-09`);
  expect(await lead(page)).toMatch(
    /^In September 2026, [\d.]+% \(\d+ of \d+\) of the placements that all members bought/,
  );

  await page.getByRole('button', { name: /%, Derbyshire, On framework: all services$/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Why you may see it').waitFor();
  expect(await axe(page)).toEqual([]);
});

test('Northamptonshire’s lots are told apart from its providers, and its shares are worked out again', async () => {
  const page = await site.visitAs(buyer);
  await goTo(page, `${market}/frameworks?of=all`);
  await page.getByRole('link', { name: 'Northamptonshire children’s homes framework' }).click();
  await page
    .getByText('46 + 30 + 12 = 88 memberships')
    .filter({ hasText: 'not 88 providers and are not its 48 providers either' })
    .waitFor();
  for (const share of ['87%, as printed', '52.5%, as printed', '90%, as printed']) {
    await page.getByRole('cell', { name: share, exact: true }).waitFor();
  }
});

test('a notice is looked at before it is taken over; another version of the standard is refused by its path', async () => {
  const page = await site.visitAs(buyer);
  await goTo(page, `${market}/import`);
  await page.getByLabel('File of notices').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"version":"0.9","releases":[]}'),
  });
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText(/^Nothing can be done with this file/).waitFor();
  await page.getByRole('term').filter({ hasText: 'version' }).waitFor();

  await page
    .getByLabel('File of notices')
    .setInputFiles(join(notices, 'cf_award_01a3540dc2d6_832963.json'));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText(/^This would be done: 1 framework new\./).waitFor();
  await keepScreenshot(page, 'market-import-looked-at');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText(/^Done: 1 framework new\./).waitFor();
});

test('the radar says what needs a decision, and gives its dates to a calendar', async () => {
  const page = await site.visitAs(buyer);
  await goTo(page, `${market}/recommissioning`);
  expect(await lead(page)).toMatch(/decisions? (is|are) due before|needs a decision/);
  const calendar = await page.request.get('/exports/recommissioning/d2n2.ics');
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR/);
  await page.getByLabel('How far ahead').selectOption('12');
  await page.waitForURL('**?months=12');
  await arrived(page);
});
