import { protectInThread } from '@sufficiency/server/modules/disclosure/audit-thread.ts';
import { startReleases } from '@sufficiency/server/modules/disclosure/release-worker.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { focused } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const list = '/d2n2/releases';

/** Builds what was asked for, until the file’s last test. */
function startWorker(): void {
  const pool = openPool({ url: site.server.releaseUrl, size: 2 });
  const log = createLog('error');
  const releases = startReleases({ pool, clock: systemClock, log, protect: protectInThread });
  workers.push(async () => {
    await releases.stop();
    await pool.end();
  });
}

const workers: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(workers.map((stop) => stop())));

const lead = (page: Page): Promise<string> => page.locator('.page__lead').innerText();
const isInSight = (page: Page, heading: string): Promise<boolean> =>
  page
    .getByRole('heading', { name: heading, exact: true })
    .evaluate((element) => element.getBoundingClientRect().top < window.innerHeight / 2);

async function expectSound(page: Page, name: string): Promise<void> {
  await keepScreenshot(page, name);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axe(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  expect(await scrollsSideways(page)).toBe(false);
}

/** Asks, with the keyboard alone, for placements of the month that is offered, for reviewers. */
async function askToBuild(page: Page): Promise<void> {
  await goTo(page, list);
  await page.getByRole('link', { name: 'Build a release', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Members' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL('**/build?*audience=reviewers*');
  await page.getByRole('button', { name: 'Build the release' }).focus();
  await page.keyboard.press('Enter');
}

test('while there is none, the list says what a release is and who builds it', async () => {
  const reviewer = await site.visitAs('reviewer.d2n2', { colourScheme: 'dark', width: 320 });
  await goTo(reviewer, list);

  expect(await lead(reviewer)).toBe('There is no release that you may read yet.');
  await reviewer.getByText('What is published for you by the hub appears here.').waitFor();
  await expectSound(reviewer, 'releases-none-320-dark');

  await goTo(reviewer, `${list}/build`);
  expect(await lead(reviewer)).toBe('Releases of D2N2 are built by its hub.');
});

test('a build is asked for without a mouse, waits, is found again, and is not begun twice', async () => {
  const hub = await site.visitAs('hub-analyst.d2n2');
  await askToBuild(hub);
  await hub.getByText('Waiting for its turn').first().waitFor();

  expect(await lead(hub)).toMatch(
    /^Placements of D2N2 in \w+ \d{4}, for reviewers \(version 1\)\. It is being built/,
  );
  await expectSound(hub, 'release-building');

  await hub.getByRole('link', { name: 'the list of releases' }).click();
  await hub.getByRole('row', { name: /^Placements, .*Being built/ }).waitFor();
  await askToBuild(hub);
  await hub.getByRole('alert').getByText('The release is not being built').waitFor();
  expect(await hub.getByRole('radio', { name: 'Reviewers' }).isChecked()).toBe(true);
  await expectSound(hub, 'release-build-refused');
});

test('a release is built, read over, published without a mouse, read by each in their way, and withdrawn', async () => {
  startWorker();
  const hub = await site.visitAs('hub-analyst.d2n2');
  await goTo(hub, list);
  await hub.getByRole('link', { name: /^Placements/ }).click();
  await hub
    .getByText(/\d+ of its \d+ figures are kept back, shown as c\. .* It is a draft:/)
    .waitFor();
  await arrived(hub);
  await hub
    .getByText(/Nobody outside, .* a range \d+ wide/)
    .first()
    .waitFor();
  await hub.locator('summary', { hasText: 'Every attacker by name' }).click();
  await hub.getByRole('row', { name: /^Derby with Nottingham the exact figures/ }).waitFor();
  const certificate = hub.getByRole('region', { name: 'The audit’s certificate' });
  for (const fact of ['Audience', 'Figures protected', 'Narrowest range', 'Time taken']) {
    await certificate.getByRole('term').filter({ hasText: fact }).waitFor();
  }
  await hub.getByRole('link', { name: 'Stability of placements' }).click();
  await hub.waitForURL('**?table=*');
  await arrived(hub);
  await expect.poll(() => isInSight(hub, 'Figures')).toBe(true);
  await expectSound(hub, 'release-draft');

  await hub.getByRole('button', { name: 'Publish' }).focus();
  await hub.keyboard.press('Enter');
  await hub.getByRole('dialog', { name: 'Publish for reviewers?' }).waitFor();
  expect(await axe(hub)).toEqual([]);
  await hub.getByRole('dialog').getByRole('button', { name: 'Publish' }).focus();
  await hub.keyboard.press('Enter');
  await hub.getByText('It is published for reviewers.').waitFor();
  await arrived(hub);
  const { pathname } = new URL(hub.url());

  const reviewer = await site.visitAs('reviewer.d2n2', { colourScheme: 'dark', width: 320 });
  await goTo(reviewer, list);
  await reviewer.getByRole('link', { name: /^Placements/ }).click();
  await reviewer.getByRole('heading', { name: 'Figures', exact: true }).waitFor();
  expect(await lead(reviewer)).toContain('and does not change.');
  expect(await reviewer.getByRole('heading', { name: /certificate/ }).count()).toBe(0);
  expect(await reviewer.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
  await expectSound(reviewer, 'release-reviewer-320-dark');
  await reviewer.getByLabel('Table').selectOption('all');
  await reviewer.waitForURL('**?table=all');
  await arrived(reviewer);
  expect(await axe(reviewer)).toEqual([]);

  const member = await site.visitAs('commissioner.derby');
  await goTo(member, `${pathname}?table=children-by-placement-type`);
  const table = member.getByRole('table', { name: /^Children looked after by placement type/ });
  // The consortium’s figure is first and their own next.
  await table.locator('.figure-button').first().focus();
  await member.keyboard.press('ArrowRight');
  await member.keyboard.press('ArrowRight');
  await member.keyboard.press('Enter');
  const panel = member.getByRole('dialog');
  await panel.getByRole('link', { name: 'Read D2N2/01' }).waitFor();
  expect(await panel.innerText()).toMatch(/^Derbyshire, /);
  expect(await panel.innerText()).toContain('Synthetic');
  await expectSound(member, 'release-why');
  await member.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => focused(member)).toMatch(/^[\d,]+$|^c$/);
  await table
    .getByRole('button', { name: /^c, kept back, Derby, / })
    .first()
    .click();
  await panel
    .getByText('It is kept back: a number from 1 to 7, or one that would give such a number away.')
    .waitFor();
  await member.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expectSound(member, 'release-member');

  await hub.getByRole('button', { name: 'Withdraw' }).click();
  await hub.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await hub.getByRole('link', { name: 'Enter a reason' }).click();
  expect(await axe(hub)).toEqual([]);
  await hub.getByLabel('Reason').fill('A return was mended');
  await hub.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await hub.getByText('It was withdrawn.').waitFor();
  await hub.getByText('A return was mended').waitFor();
  await goTo(member, pathname);
  await member.getByText('There is no release here that you may read.').waitFor();
});

test('what could not be built says why, and leads to building it again', async () => {
  const hub = await site.visitAs('hub-analyst.d2n2', { width: 320 });
  await goTo(hub, `${list}/build?dataset=costs&audience=public`);
  await hub.getByRole('button', { name: 'Build the release' }).click();
  await hub.getByText('It was not built').waitFor();
  await arrived(hub);
  await expectSound(hub, 'release-failed-320');

  await hub.getByRole('link', { name: 'build it again' }).click();
  await hub.waitForURL('**/build?*');
  expect(await hub.getByRole('radio', { name: 'Costs' }).isChecked()).toBe(true);
  expect(await hub.getByRole('radio', { name: 'The public' }).isChecked()).toBe(true);
  await expectSound(hub, 'release-build-320');
});

test('the list is narrowed in the address', async () => {
  const hub = await site.visitAs('hub-analyst.d2n2', { colourScheme: 'dark' });
  await goTo(hub, list);
  await hub.getByLabel('Status').selectOption('FAILED');
  await hub.getByRole('button', { name: 'Show', exact: true }).click();
  await hub.waitForURL('**/releases?status=failed');
  await arrived(hub);

  await hub.getByRole('row', { name: /^Costs, .*Not built/ }).waitFor();
  await hub.getByRole('row', { name: /^Placements/ }).waitFor({ state: 'detached' });
  await expectSound(hub, 'releases-failed-dark');
  await hub.getByLabel('Dataset').selectOption('beds');
  await hub.getByRole('button', { name: 'Show', exact: true }).click();
  await hub.getByText('None of the releases that you may read is like this.').waitFor();
});
