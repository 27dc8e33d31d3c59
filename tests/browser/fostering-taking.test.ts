import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { givenFosteringReturn } from '../fostering/enquiry-files.ts';
import { axe } from '../testkit/browser.ts';
import { focused, focusedLabel, goWith } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const list = '/d2n2/fostering/enquiries';

const said = (page: Page, words: string | RegExp) =>
  page.getByRole('status').getByText(words).waitFor();

/** Tabs to the field with a label. */
async function goToField(page: Page, label: string): Promise<void> {
  for (let presses = 0; (await focusedLabel(page)) !== label; presses += 1) {
    expect(presses).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
}

/** Records an enquiry of Derby’s by the API; its page. */
async function givenEnquiry(page: Page, reference: string): Promise<string> {
  const response = await page.request.post('/graphql', {
    headers: { 'x-csrf': '1' },
    data: {
      query: 'mutation ($input: RecordEnquiryInput!) { recordEnquiry(input: $input) { id } }',
      variables: {
        input: {
          ...{ reference, authority: 'E06000015', receivedOn: '2026-03-02' },
          ...{ householdType: 'MAINSTREAM', source: 'WEB' },
        },
      },
    },
  });
  const { data } = await response.json();
  return `${list}/${encodeURIComponent(data.recordEnquiry.id)}`;
}

test('an enquiry is linked to the one it repeats by keyboard, is counted no longer, and the link is undone', async () => {
  const page = await site.visitAs('hub-manager.d2n2');
  const first = await givenEnquiry(page, 'L-0001');
  const second = await givenEnquiry(page, 'L-0002');
  await goTo(page, second);
  await goWith('Tab', page, /^It repeats another enquiry$/);
  await page.keyboard.press('Enter');
  await goToField(page, 'Reference of the enquiry it repeats');
  await page.keyboard.type('L-000');
  await page.keyboard.press('Enter');
  const problem = page.getByRole('alert').getByRole('link', { name: /“L-000”/ });
  await problem.waitFor();
  expect(await axe(page)).toEqual([]);
  await goWith('Tab', page, /^There is no enquiry “L-000” that you see$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedLabel(page)).toBe('Reference of the enquiry it repeats');
  await page.keyboard.press('End');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await said(page, 'Changed: how L-0002 is linked.');
  await page.getByText('It repeats L-0001, and is not counted.').waitFor();

  await goTo(page, `${list}?reference=L-000`);
  expect(await page.getByRole('row', { name: /duplicate: not counted/ }).innerText()).toMatch(
    /^L-0002/,
  );
  await goTo(page, first);
  await page.getByRole('definition').getByRole('link', { name: 'L-0002' }).focus();
  await page.keyboard.press('Enter');
  await arrived(page);
  await goWith('Tab', page, /^It repeats another enquiry$/);
  await page.keyboard.press('Enter');
  await goWith('Tab', page, /^Undo the link to L-0001$/);
  await page.keyboard.press('Enter');
  await said(page, 'Changed: how L-0002 is linked.');
  await page.getByText('It repeats L-0001').waitFor({ state: 'detached' });
});

test('enquiries are taken from an accepted return by keyboard: first looked at, then once', async () => {
  await givenFosteringReturn(site.server, [
    ['L-0012', 'ENQUIRY', '2024-03-02'],
    ['L-0012', 'VISIT', '2024-03-20'],
    ['L-0013', 'ENQUIRY', '2024-03-05'],
  ]);
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, `${list}/import`);
  await goToField(page, 'CSV of your own system');
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**/import?from=return');
  await arrived(page);
  await goToField(page, 'Return');
  await page.keyboard.type('Derby, March 2024');
  await goWith('Tab', page, /^Look at it$/);
  await page.keyboard.press('Enter');
  await said(page, 'This would be done: 2 new. Nothing has been done yet.');
  await page.getByRole('row', { name: /^L-0012/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  await goWith('Tab', page, /^Take it over$/);
  await page.keyboard.press('Enter');
  await said(page, /^Done: 2 new\.$/);

  await goWith('Shift+Tab', page, /^Look at it$/);
  await page.keyboard.press('Enter');
  await said(page, /2 unchanged/);
  await expect.poll(() => focused(page)).toBe('Look at it');
  await goTo(page, `${list}?reference=L-001`);
  expect(await page.locator('.page__lead').innerText()).toBe(
    '2 enquiries, narrowed as chosen below.',
  );
});
