import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenReturn } from '../indicators/own-figures.ts';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { goTo, openSite } from '../testkit/site.ts';

const site = await openSite();

const compare = '/d2n2/compare?indicators=cla-month-end,cla-rate';
const trend = `${compare}&view=trend&periods=13`;

beforeAll(async () => {
  const { db } = site.server;
  await db.query('truncate "return" cascade');
  for (const [period, derby, nottingham] of [
    ['2026-08', 523, 611],
    ['2026-09', 519, 609],
  ] as const) {
    const figures = (value: number) => [{ indicator: 'cla-month-end', value, rows: [2, 3] }];
    await givenReturn(db, { authority: 'derby', period, figures: figures(derby) });
    await givenReturn(db, { authority: 'nottingham', period, figures: figures(nottingham) });
  }
});

describe('in-year figures, for the hub', () => {
  test('say the month in words and that they are synthetic, in heading, figure and sentence', async () => {
    const page = await site.visitAs('hub-analyst.d2n2');
    await goTo(page, compare);

    const row = page.getByRole('row', { name: /Children looked after at month end/ });
    expect(await row.getByRole('rowheader').innerText()).toMatch(/September 2026\s+Synthetic/);
    expect(await row.getByRole('cell').first().innerText()).toMatch(/519[\s\S]*Synthetic/);
    expect(await page.locator('.compare-lead').innerText()).toContain(
      '(September 2026). Synthetic figures, made up for a demonstration.',
    );
    expect(new URL(page.url()).search).not.toContain('September');
    await keepScreenshot(page, 'compare-in-year');
    expect(await axe(page)).toEqual([]);
  });

  test('name the agreement that shows them, and lead to it', async () => {
    const page = await site.visitAs('hub-analyst.d2n2');
    await goTo(page, compare);

    await page.getByRole('button', { name: /^519, Derby/ }).click();
    const panel = page.getByRole('dialog');
    const agreement = panel.getByRole('link', { name: 'Read D2N2/01' });
    await agreement.waitFor();
    expect(await panel.innerText()).toMatch(/Derby, September 2026[\s\S]*Synthetic/);
    expect(await axe(page)).toEqual([]);
    await agreement.click();

    await page
      .getByRole('heading', { level: 1, name: 'Comparing sufficiency across D2N2' })
      .waitFor();
  });

  test('are told apart from published ones where indicators are chosen', async () => {
    const page = await site.visitAs('hub-analyst.d2n2');
    await goTo(page, compare);

    await page.getByRole('button', { name: /^Indicators/ }).click();

    await page
      .getByRole('group', { name: 'Children looked after and placements: in-year, from returns' })
      .getByRole('checkbox', { name: 'Children looked after at month end', exact: true })
      .waitFor();
    expect(await axe(page)).toEqual([]);
  });

  test('say that they are synthetic around a trend, in its table and in its picture', async () => {
    const page = await site.visitAs('hub-analyst.d2n2');
    await goTo(page, trend);

    expect(await page.locator('.chart__subtitle').innerText()).toContain('Synthetic figures');
    expect(await page.locator('.chart__title').innerText()).toContain('to September 2026');
    await page.getByText('Figures in this chart').click();
    await page.getByText('by period, synthetic').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG picture' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('Synthetic figures');
  });
});

describe('in-year figures, for another member', () => {
  test('that are not shared are an x, which says why and leads to who sees what', async () => {
    const page = await site.visitAs('commissioner.derby');
    await goTo(page, compare);

    await page.getByRole('button', { name: /^x, not available, Nottingham, .*month end/ }).click();
    const panel = page.getByRole('dialog');
    await panel
      .getByText(/Not shared: Nottingham’s placements reach you through releases/)
      .waitFor();
    expect(await panel.innerText()).not.toContain('609');
    await panel.getByRole('link', { name: 'Who sees what' }).click();

    await page.getByRole('heading', { level: 1, name: 'Sharing' }).waitFor();
  });
});

describe('the overview', () => {
  test('shows the latest month as far as it is shared, and why each figure may be seen', async () => {
    const page = await site.visitAs('hub-analyst.d2n2', { width: 320 });
    await goTo(page, '/d2n2/overview');

    const block = page.getByRole('region', { name: 'D2N2 in September 2026' });
    expect(await block.innerText()).toContain('Synthetic figures, made up for a demonstration.');
    await block.getByRole('button', { name: /^609, Nottingham/ }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Read D2N2/01' }).waitFor();
    await keepScreenshot(page, 'overview-figure-320', 'window');
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('says why there is nothing where nothing is shared', async () => {
    const page = await site.visitAs('commissioner.coventry');
    await goTo(page, '/d2n2/overview');

    await page
      .getByText('No agreement in force lets you see what members of D2N2 return month by month.')
      .waitFor();
  });
});
