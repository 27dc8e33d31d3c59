import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, cutTables, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const manager = 'hub-manager.d2n2';
const fostering = '/d2n2/fostering';

const lead = (page: Page): Promise<string> => page.locator('.page__lead').first().innerText();

const pages: readonly [name: string, address: string][] = [
  ['funnel', fostering],
  ['cohort', `${fostering}?view=cohort`],
  ['clocks', `${fostering}/clocks`],
  ['drop-out', `${fostering}/drop-out`],
  ['targets', `${fostering}/targets`],
  ['retention', `${fostering}/retention`],
  ['day', `${fostering}/day`],
  ['published', `${fostering}/published`],
];

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)(
  'in %s at %i pixels axe finds nothing wrong, and nothing scrolls sideways, tables neither',
  async (colourScheme, width) => {
    const page = await site.visitAs(manager, { colourScheme, width });

    test.each(pages)('with %s', async (name, address) => {
      await goTo(page, address);

      await keepScreenshot(page, `fostering-${name}-${colourScheme}-${width}`);
      expect(await axe(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await cutTables(page)).toEqual([]);
    });
  },
);

test('a carers’ page of one’s own authority has children beside, and axe finds nothing wrong with it', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, `${fostering}/retention`);

  expect(await lead(page)).toMatch(
    /^Derby: \d+ households were approved in .* \d+ % of approved places is \d+ % of available ones/,
  );
  await page.getByRole('table', { name: 'Children looked after by age' }).waitFor();
  expect(await axe(page)).toEqual([]);
});

test('the two views of the funnel are addresses of their own, and are never mixed', async () => {
  const page = await site.visitAs(manager);
  await goTo(page, fostering);
  expect(await lead(page)).toMatch(/These are not the same households\.$/);
  await page.getByText('no conversion may be worked out between the bars').waitFor();

  await page.getByRole('link', { name: 'What became of those who enquired' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fostering?*view=cohort*');
  await arrived(page);
  expect(await lead(page)).toMatch(/^Of [\d,]+ households that enquired in /);
  await page.getByRole('table', { name: 'From stage to stage, all together' }).waitFor();
  const every = page.getByRole('table', { name: /^From each stage to each later one/ });
  expect(await every.isVisible()).toBe(false);
  await page.getByText('Between every two stages').focus();
  await page.keyboard.press('Enter');
  await every.waitFor();
  expect(await cutTables(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  expect(await page.getByText('no conversion may be worked out between the bars').count()).toBe(0);

  await page.goBack();
  await page.getByText('no conversion may be worked out between the bars').waitFor();
});

test('whose funnel is drawn is chosen by keyboard, and the address keeps it', async () => {
  const page = await site.visitAs(manager);
  await goTo(page, `${fostering}?view=cohort`);
  await page.getByLabel('Whose').focus();
  await page.keyboard.type('Derby');
  await page.waitForURL('**/fostering?*whose=E06000015*');
  await arrived(page);
  expect(await lead(page)).toMatch(/^Of \d+ households that enquired in .* \(Derby\), /);
  await page
    .getByRole('heading', { name: 'How far those who enquired have come, Derby' })
    .waitFor();

  await page.getByRole('link', { name: 'What happened in these months' }).click();
  await arrived(page);
  expect(await lead(page)).toMatch(/^In .*, Derby: enquiry /);
});

test('on paper every table stands whole, and no control is printed', async () => {
  const page = await site.visitAs(manager, { width: 703 });
  await goTo(page, fostering);
  await page.getByText('Narrow by').click();
  await page.emulateMedia({ media: 'print' });

  expect(await scrollsSideways(page)).toBe(false);
  await page
    .getByRole('table', { name: 'Households that reached each stage, side by side' })
    .waitFor();
  expect(await page.getByRole('combobox').count()).toBe(0);
});

test('a published target that contradicts itself is explained', async () => {
  const page = await site.visitAs(manager);
  await goTo(page, `${fostering}/targets`);
  await page.getByLabel('Target', { exact: true }).selectOption({
    label: '2024-25: The whole hub, mainstream, with fostering to adopt, 103 approvals',
  });

  await page.getByText('This target contradicts itself').waitFor();
  await page
    .getByText(
      '660 enquiries × 15.45 % is 102 approvals, not 103: 103 of 660 is 15.61 %. An uplift of 89 % on 54 is 102 approvals, not 103: 103 on 54 is 91 %. 102 approvals would agree with all that is stated.',
      { exact: true },
    )
    .waitFor();
});

test('what other enquiries and another rate would bring is reckoned by keyboard', async () => {
  const page = await site.visitAs(manager);
  await goTo(page, `${fostering}/targets`);
  const answer = page.getByRole('region', { name: 'What if' }).getByRole('status');
  await expect
    .poll(() => answer.innerText())
    .toMatch(
      /^1,320 enquiries × 10 % = 132 approvals, exactly the target of 132, and 5 % on a baseline of 126\./,
    );

  await page.getByLabel('Enquiries in the year:').focus();
  await page.keyboard.press('End');
  await expect
    .poll(() => answer.innerText())
    .toMatch(/^2,640 enquiries × 10 % = 264 approvals, 132 above the target of 132, and 110 % on/);

  await page.getByLabel('Approved of enquiries:').focus();
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(() => answer.innerText())
    .toMatch(
      /^2,640 enquiries × 9.95 % = 263 approvals, .* At this rate 132 approvals need 1,327 enquiries\.$/,
    );
});

test('a target is stated, what is wrong stands at its field, and nothing typed is lost', async () => {
  const page = await site.visitAs(manager);
  await goTo(page, `${fostering}/targets`);
  await page.getByText('State a target', { exact: true }).click();
  await page.getByLabel('Financial year').fill('2027-28');
  await page.getByLabel('Approved of enquiries, %').fill('ten');
  await page.getByRole('button', { name: 'State a new target' }).click();
  await page.getByRole('link', { name: 'Enter a percentage, for example 15.45' }).waitFor();
  expect(await page.getByLabel('Financial year').inputValue()).toBe('2027-28');

  await page.getByLabel('Approved of enquiries, %').fill('12.5');
  await page.getByRole('button', { name: 'State a new target' }).click();
  await page
    .getByText(/^Stated: 132 approvals in 2027-28\. 1320 enquiries × 12\.5 % is 165 approvals/)
    .waitFor();
});

test('households are looked at first: what is wrong is said by file, row and column, and what is right is taken over', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, `${fostering}/retention`);
  await page.getByText('Import households and places of Derby').click();
  const choose = (text: string) =>
    page.getByLabel('Files', { exact: true }).setInputFiles({
      ...{ name: 'households.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        `reference,household_type,approved_on,places,carers,youngest_carer,ethnicity,area,deregistered_on,deregistration_reason\n${text}\n`,
      ),
    });
  await choose('NEW-1,MAINSTREAM,2026-13-01,2,2,45-54,WHITE,INSIDE,,');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page
    .getByRole('row', { name: /^households\.csv, row 2 approved_on must be a day, for example/ })
    .waitFor();

  await choose('NEW-1,MAINSTREAM,2026-10-01,2,2,45-54,WHITE,INSIDE,,');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('This would be done: 1 added. Nothing has been done yet.').waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText(/^Done: 1 added\.$/).waitFor();
});

test('a reviewer is led to no page of records, and sees none of them', async () => {
  const page = await site.visitAs('reviewer.d2n2');
  await goTo(page, fostering);
  expect(
    await page
      .getByRole('navigation', { name: 'Pages about fostering' })
      .getByRole('link')
      .allInnerTexts(),
  ).toEqual(['Funnel']);
  expect(await page.getByText('HUB-').count()).toBe(0);
  expect(await lead(page)).toMatch(
    /^How many households came through in .* is not shared with you\.$/,
  );
  await page.getByText('not shared: no agreement in force lets you see Derby’s').waitFor();
  expect(await page.getByText('Stages changed').count()).toBe(0);
  expect(await axe(page)).toEqual([]);

  await goTo(page, `${fostering}/targets`);
  expect(await lead(page)).toMatch(/^Targets and forecasts are read by the hub/);
  await goTo(page, `${fostering}/retention`);
  expect(await lead(page)).toMatch(/^Approved households and their places are read by the hub/);
  await goTo(page, `${fostering}/day`);
  expect(await lead(page)).toMatch(/^What there is to do today is read by the hub/);
  await goTo(page, `${fostering}/clocks`);
  expect(await lead(page)).toMatch(/^How long each stage takes is read by the hub/);
  await goTo(page, `${fostering}/drop-out`);
  expect(await lead(page)).toMatch(/^Where and why households are lost is read by the hub/);
});
