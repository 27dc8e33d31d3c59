import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scrollsSideways } from '../testkit/browser.ts';
import { goTo, openSite } from '../testkit/site.ts';
import { beds, nobodyHasConfirmed } from './beds.ts';

const site = await openSite();
const provider = 'provider.brook-lane-care';

/** Presses “No change” at so many homes of the list, one after another; their names. */
async function confirmFirst(page: Page, count: number): Promise<string[]> {
  const buttons = page.getByRole('button', { name: /^No change in / });
  const labels = (await buttons.allTextContents()).slice(0, count);
  const names = labels.map((text) => text.replace(/^No change in /, ''));
  for (const [index, name] of names.entries()) {
    await buttons.nth(index).click();
    await page.getByRole('status').getByText(`${name}: confirmed as shown.`).waitFor();
  }
  return names;
}

test('a provider confirms ten homes on a phone, with a press each', async () => {
  await nobodyHasConfirmed(site);
  const page = await site.visitAs(provider, { width: 390 });
  await goTo(page, beds);
  const said = await page.locator('.page__lead').innerText();
  expect(said).toMatch(/^Of (\d+) homes of yours, \1 have not been confirmed in time\.$/);
  expect(await scrollsSideways(page)).toBe(false);

  const names = await confirmFirst(page, 10);

  expect(new Set(names).size).toBe(10);
  await page.locator('.page__lead').filter({ hasNotText: said }).waitFor();
  const stale = page.getByRole('row').filter({ hasText: 'stale' });
  const named = stale.filter({ hasText: new RegExp(names.join('|').replace(/[()]/g, '.')) });
  await expect.poll(() => named.count()).toBe(0);
  const { rows } = await site.server.db.query(
    "select confirmed_by_kind as kind, count(*)::int as homes from home where confirmed_at > now() - interval '1 hour' group by 1",
  );
  expect(rows).toEqual([{ kind: 'PROVIDER', homes: 10 }]);
});

test('a provider confirms all its homes with one press', async () => {
  await nobodyHasConfirmed(site);
  const page = await site.visitAs(provider, { width: 390 });
  await goTo(page, beds);
  await page.getByRole('button', { name: /^Nothing changed: confirm all \d+$/ }).click();

  await page
    .getByRole('status')
    .getByText(/^\d+ homes: confirmed as shown\.$/)
    .waitFor();
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'stale' }).count()).toBe(0);
  await page.getByText(/^Of \d+ homes of yours, all have been confirmed in time\.$/).waitFor();
});
