import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, openSite } from '../testkit/site.ts';

const site = await openSite();

type Key = 'Tab' | 'Shift+Tab';

/** Presses a key until the focus is on something whose text matches. */
async function goWith(key: Key, page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    if (words.test(await focused(page))) return;
  }
  throw new Error(`${key} never reached ${words}.`);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(`(document.activeElement?.textContent ?? '').trim()`);

test('a comparison is reached, read and saved without a mouse', async () => {
  const page = await site.visit();
  await page.goto('/sign-in');
  await arrived(page);

  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('commissioner.derby');
  await goWith('Tab', page, /^Commissioner/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/d2n2/overview');
  await arrived(page);

  await goWith('Shift+Tab', page, /^Compare$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/d2n2/compare*');
  await page.getByRole('table', { name: /^Figures compared/ }).waitFor();
  await page.locator('.figure-button').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await focused(page)).toBe('Compare');

  await goWith('Tab', page, /^88/);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(/^66/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Why you may see it').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused(page)).toMatch(/^66/);

  await goWith('Shift+Tab', page, /^Save this comparison$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await goWith('Tab', page, /^Save comparison$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Saved as “/).waitFor();
});
