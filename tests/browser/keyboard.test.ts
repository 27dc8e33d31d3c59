import { expect, test } from 'vitest';
import { focused, goWith } from '../testkit/keys.ts';
import { quiet } from '../testkit/quiet.ts';
import { arrived, openSite } from '../testkit/site.ts';

const site = await openSite();

test('a comparison is reached, read and saved without a mouse', async () => {
  const page = await site.visit();
  await page.goto('/sign-in');
  await arrived(page);

  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Skip to main content');
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
  await quiet(page);
  await expect.poll(() => focused(page)).toBe('Compare');

  await goWith('Tab', page, /^88/);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toMatch(/^66/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Why you may see it').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toMatch(/^66/);

  await goWith('Shift+Tab', page, /^Save this comparison$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await goWith('Tab', page, /^Save comparison$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Saved as “/).waitFor();
});
