import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe } from '../testkit/browser.ts';
import { focused, focusedLabel, goWith } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const nottingham = 'E06000018';

/** Follows what has the focus, and waits until the heading of the page it leads to has it. */
async function enter(page: Page, heading: RegExp): Promise<void> {
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await arrived(page);
  await expect.poll(() => focused(page)).toMatch(heading);
}

/** Tabs to the field for files, and chooses one as the keyboard would. */
async function chooseFile(page: Page, rows: readonly string[]): Promise<void> {
  const month = await page.getByLabel('Month').inputValue();
  for (let presses = 0; (await focusedLabel(page)) !== 'Files'; presses += 1) {
    expect(presses).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Space'),
  ]);
  const lines = rows.map((row) => `${nottingham},${month},${row}`);
  await chooser.setFiles({
    name: 'recruitment.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      ['authority_code,period,stage,household_type,households', ...lines, ''].join('\n'),
    ),
  });
}

async function send(page: Page): Promise<void> {
  await goWith('Tab', page, /^Send and check$/);
  await page.keyboard.press('Enter');
}

/** Presses a button of the page, then the same of the dialog that it opens, and waits for what is said. */
async function doIt(page: Page, button: RegExp, said: RegExp): Promise<void> {
  await goWith('Tab', page, button);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await axe(page)).toEqual([]);
  await goWith('Tab', page, button);
  await page.keyboard.press('Enter');
  await hear(page, said);
}

/** Waits until what was done is said, and has the focus. */
async function hear(page: Page, said: RegExp): Promise<void> {
  await page.getByRole('status').getByText(said).waitFor();
  await expect.poll(() => focused(page)).toMatch(said);
}

async function openWaiting(page: Page): Promise<void> {
  await goTo(page, '/d2n2/returns');
  await goWith('Tab', page, /^Nottingham, Fostering/);
  await enter(page, /^Fostering of Nottingham/);
}

test('a return is sent, mended, explained, submitted, approved and accepted without a mouse', async () => {
  const sender = await site.visitAs('commissioner.nottingham');
  // While somebody listens, a field for files asks them; a press that comes before the first does is lost.
  sender.on('filechooser', () => undefined);
  await goTo(sender, '/d2n2/returns');
  await goWith('Tab', sender, /^Send a return$/);
  await enter(sender, /^Send a return$/);
  await send(sender);
  await sender.getByText('There is a problem').waitFor();
  await expect.poll(() => focused(sender)).toMatch(/^There is a problem/);
  await goWith('Tab', sender, /^Choose the file to send$/);
  await sender.keyboard.press('Enter');
  await expect.poll(() => focusedLabel(sender)).toBe('Files');

  await chooseFile(sender, ['ENQUIRY,MAINSTREM,12', 'ENQUIRY,TOTAL,']);
  await send(sender);
  await sender.getByRole('heading', { level: 1, name: /^Fostering of Nottingham/ }).waitFor();
  await arrived(sender);
  await expect.poll(() => focused(sender)).toMatch(/^Fostering of Nottingham/);

  await goWith('Tab', sender, /^Send a mended version$/);
  await enter(sender, /^Send a return$/);
  await chooseFile(sender, ['ENQUIRY,MAINSTREAM,12', 'ENQUIRY,TOTAL,12']);
  await send(sender);
  await sender.getByText('It was checked and has no errors').waitFor();
  await arrived(sender);
  await expect.poll(() => focused(sender)).toMatch(/^Fostering of Nottingham/);

  await sender.locator('form.explanations textarea').first().waitFor();
  const asked = await sender.locator('form.explanations textarea').count();
  for (let told = 0; told < asked; ) {
    await sender.keyboard.press('Tab');
    if ((await sender.evaluate('document.activeElement?.tagName')) === 'TEXTAREA') {
      await sender.keyboard.type('Counted so from next month on');
      told += 1;
    }
  }
  await goWith('Tab', sender, /^Keep explanations$/);
  await sender.keyboard.press('Enter');
  await hear(sender, /^All queries are explained/);
  expect(await axe(sender)).toEqual([]);
  await doIt(sender, /^Submit for approval$/, /^It was submitted/);

  const approver = await site.visitAs('approver.nottingham');
  await openWaiting(approver);
  await goWith('Tab', approver, /^Approve$/);
  await approver.keyboard.press('Enter');
  await goWith('Tab', approver, /^Approve$/);
  await approver.keyboard.press('Enter');
  await approver.getByText('There is a problem').waitFor();
  await expect.poll(() => focused(approver)).toMatch(/^There is a problem/);
  await goWith('Tab', approver, /^Confirm that the return is complete and correct$/);
  await approver.keyboard.press('Enter');
  await approver.keyboard.press('Space');
  await goWith('Tab', approver, /^Approve$/);
  await approver.keyboard.press('Enter');
  await hear(approver, /^It was approved and is locked/);

  const hub = await site.visitAs('hub-analyst.d2n2');
  await openWaiting(hub);
  await doIt(hub, /^Accept for the hub$/, /^It was accepted: its figures are in use/);
});
