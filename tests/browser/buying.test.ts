import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { goWith } from '../testkit/keys.ts';
import { quiet } from '../testkit/quiet.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const market = '/d2n2/providers/market';
const buyer = 'commissioner.nottinghamshire';

/** Types the name of a provider and waits until it is known. */
async function chooseProvider(page: Page, field: string, name: string): Promise<void> {
  const found = page.waitForResponse(
    (response) => response.request().postData()?.includes(name) ?? false,
  );
  await page.locator(field).fill(name);
  await found;
  await quiet(page);
}

/** Goes to the framework of a title. */
async function goToFramework(page: Page, title: string | RegExp): Promise<void> {
  await goTo(page, `${market}/frameworks?on=any`);
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { name: 'Who is on it' }).waitFor();
  await arrived(page);
}

const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words);
const own = 'Fostering in Nottinghamshire';

describe('a framework', () => {
  test('is added without a mouse; what is refused lands at its field, and nothing is lost', async () => {
    const page = await site.visitAs(buyer);
    await goTo(page, `${market}/frameworks`);
    await goWith('Tab', page, /^Add a framework$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/frameworks/new');
    await page.getByLabel('Title', { exact: true }).fill(own);
    await goWith('Tab', page, /^Add the framework$/);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByRole('link', { name: 'Enter a reference' }).click();
    await page.keyboard.type('FIN-1');
    await page.getByLabel('Where these facts are from').fill('A test');
    await page.getByLabel('Fostering', { exact: true }).check();
    await page.getByLabel('First day').fill('2025-04-01');
    await page.getByLabel('Last day').fill('2025-03-31');

    await goWith('Tab', page, /^Add a right to extend$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('24');
    await goWith('Tab', page, /^Add a date$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('On', { exact: true }).fill('2027-10-01');
    await goWith('Tab', page, /^Add a lot$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await page.getByRole('group', { name: 'Lot 1.' }).getByLabel('Title').fill('Standard');
    await page.getByLabel('Published maximum, in pounds a week').fill('1,200');
    await goWith('Tab', page, /^Add a tier$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await page.getByLabel('Title of the tier').fill('First');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByRole('link', { name: 'Last day must not be before the start on 2025-04-01' })
      .waitFor();
    expect(await axe(page)).toEqual([]);

    await page.getByLabel('Last day').fill('2029-03-31');
    await page.keyboard.press('Enter');
    await said(page, `Added: ${own}.`).waitFor();
    await page.getByRole('row', { name: /^1\. Standard.*First.*£1,200/ }).waitFor();
    await page.getByText('Re-opened on 1 October 2027').waitFor();
  });

  test('is changed by whoever keeps it; whoever is later is told, and loses nothing', async () => {
    const [page, other] = [await site.visitAs(buyer), await site.visitAs(buyer)];
    await goToFramework(page, own);
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.waitForURL('**/change');
    await goTo(other, new URL(page.url()).pathname);
    await other.getByLabel('Notice, in months').fill('3');
    await other.getByRole('button', { name: 'Keep the changes' }).click();
    await said(other, /^Changed: /).waitFor();

    await page.getByLabel('Open to new providers').selectOption('yes');
    await page.getByRole('button', { name: /^Remove Right to extend 1/ }).click();
    await page.getByLabel('Another authority').selectOption({ label: 'Leicester' });
    await page.getByRole('button', { name: 'Keep the changes' }).click();
    await page.getByText('Somebody changed it meanwhile').waitFor();
    await page.getByRole('button', { name: 'Keep the changes' }).click();
    await said(page, /^Changed: /).waitFor();
    const fact = (words: string) => page.getByRole('definition').filter({ hasText: words });
    await fact('3 months').waitFor();
    await fact('Leicester, Nottinghamshire').waitFor();
    expect(await page.getByText('by 24 months').count()).toBe(0);
  });

  test('is not changed by anybody else', async () => {
    const page = await site.visitAs('commissioner.derby');
    await goToFramework(page, own);
    expect(await page.getByRole('link', { name: 'Change', exact: true }).count()).toBe(0);
    await goTo(page, `${new URL(page.url()).pathname}/change`);
    await page.getByText('It is not yours to change').waitFor();
  });

  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'has forms that axe finds nothing wrong with, and that fit: %s, %i',
    async (colourScheme, width) => {
      const page = await site.visitAs(buyer, { colourScheme, width });
      await goTo(page, `${market}/frameworks/new`);
      await page.getByRole('button', { name: 'Add a lot' }).click();
      await page.getByRole('button', { name: 'Add a tier' }).click();
      await keepScreenshot(page, `market-framework-new-${width}-${colourScheme}`);
      expect(await axe(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );
});

test('a provider is put on a framework with homes chosen from its own; its membership ends on a day', async () => {
  const page = await site.visitAs(buyer);
  await goToFramework(page, own);
  await page.getByText('Add a provider').click();
  await chooseProvider(page, '#award-provider', 'Brook Lane Care (fictitious)');
  await page.getByLabel('Tier', { exact: true }).selectOption('1');
  await page.getByLabel('First day').fill('2025-04-01');
  const homes = page.getByRole('group', { name: 'Homes and services it offers' });
  const first = homes.getByRole('checkbox').first();
  await first.focus();
  await page.keyboard.press('Space');
  await homes.getByText(/1 chosen$/).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add to the framework' }).click();
  await said(page, 'Added: Brook Lane Care (fictitious), lot 1.').waitFor();
  await page.getByRole('row', { name: /Brook Lane Care.*URN 9\d{6}/ }).waitFor();

  await page.getByRole('button', { name: /^Open.*Brook Lane Care/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('End this membership').click();
  await panel.getByRole('button', { name: 'End the membership' }).click();
  await panel.getByRole('alert').getByRole('link', { name: 'Enter its last day' }).waitFor();
  await panel.getByLabel('Its last day').fill('2026-03-31');
  await panel.getByRole('button', { name: 'End the membership' }).click();
  await said(page, 'Ended: Brook Lane Care (fictitious), on 31 March 2026.').waitFor();
  await page.getByRole('row', { name: /1 April 2025 to 31 March 2026/ }).waitFor();
});

test('a call-off is recorded, corrected and taken back', async () => {
  const page = await site.visitAs('placement-officer.nottinghamshire');
  await goToFramework(page, own);
  const open = async () => {
    await page.getByRole('button', { name: /^Open.*Brook Lane Care/ }).click();
    return page.getByRole('dialog');
  };
  let panel = await open();
  await panel.getByText('Record a call-off').click();
  await panel.getByLabel('Made on').fill('2026-02-02');
  await panel.getByLabel('Placements').fill('0');
  await panel.getByRole('button', { name: 'Record the call-off' }).click();
  await panel.getByRole('alert').getByText('Placements must be from 1 to 1000').waitFor();
  await panel.getByLabel('Placements').fill('2');
  await panel.getByRole('button', { name: 'Record the call-off' }).click();
  await said(page, 'Recorded: 2 placements called off.').waitFor();

  panel = await open();
  await panel.getByText(/^2 February 2026: 2 placements for Nottinghamshire/).waitFor();
  await panel.getByText('Correct', { exact: true }).click();
  await panel.getByRole('group').getByLabel('Placements').first().fill('3');
  expect(await axe(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Correct the call-off' }).click();
  await said(page, 'Corrected: the call-off stands as you said.').waitFor();

  panel = await open();
  await panel.getByText(/^2 February 2026: 3 placements/).waitFor();
  await panel.getByText('Take back', { exact: true }).click();
  await panel.getByRole('button', { name: 'Take the call-off back' }).click();
  await said(page, /^Taken back: 2 February 2026: 3 placements/).waitFor();
  panel = await open();
  await panel.getByText('none recorded').first().waitFor();
});

test('a provider’s request for higher prices is recorded, answered, and moved on', async () => {
  const page = await site.visitAs(buyer);
  await goToFramework(page, /D2N2 supported accommodation/);
  await page.getByText('Record a request').click();
  await chooseProvider(page, '#uplift-provider', 'Brook Lane Care (fictitious)');
  await page.getByLabel('Rise that is asked, in percent').fill('7.25');
  await page.getByRole('button', { name: 'Record the request' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Enter why' }).click();
  await page.keyboard.type('Wages rose.');
  await page
    .getByLabel('Authority that handles it for all')
    .selectOption({ label: 'Nottinghamshire' });
  await page.getByRole('button', { name: 'Record the request' }).click();
  await said(page, /^Recorded: Brook Lane Care/).waitFor();

  const request = page.getByRole('listitem').filter({ hasText: 'asks for 7.25% more' });
  await request.getByText('Answer for your authority').click();
  await request.getByLabel('Granted rise, in percent').fill('4');
  await request.getByRole('button', { name: 'Keep the answer' }).click();
  await request
    .getByRole('alert')
    .getByRole('link', { name: 'First day is given exactly' })
    .waitFor();
  await request.getByLabel('First day of the new price').fill('2027-04-01');
  await request.getByRole('button', { name: 'Keep the answer' }).click();
  await said(page, /^Answered: Brook Lane Care/).waitFor();
  await request.getByText('Nottinghamshire answered: 4% from 1 April 2027').waitFor();

  await request.getByText('Move it on').first().click();
  await request.getByLabel('What becomes of it').selectOption('PARTLY_AGREED');
  await request.getByLabel('Agreed rise, in percent').fill('4');
  await request.getByRole('button', { name: 'Move it on' }).click();
  await said(page, /Brook Lane Care \(fictitious\): partly agreed/).waitFor();
});

test('a month of a block contract is recorded, and its right to extend taken up', async () => {
  const page = await site.visitAs(buyer);
  await goTo(page, `${market}/contracts`);
  await page
    .getByRole('link', { name: /^BLOCK-/ })
    .first()
    .click();
  await page.getByText('Record a month').click();
  await page.getByLabel('Occupied on its last day, in beds').fill('1');
  await page.getByRole('button', { name: 'Record the month' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Enter how many bed days' }).waitFor();
  await page.getByLabel('Void days, over all beds').fill('17');
  await page.getByRole('button', { name: 'Record the month' }).click();
  await said(page, /^Recorded: /).waitFor();
  await page.getByRole('img').or(page.getByText('17 of')).first().waitFor();

  await page.getByText(/^Take up extension 1, by \d+ months$/).click();
  await page.getByLabel('Decided on').fill('2026-11-01');
  await page.getByRole('button', { name: 'Extend it' }).click();
  await said(page, /^Extended by \d+ months\.$/).waitFor();
  await page.getByText(/taken up on 1 November 2026/).waitFor();
});
