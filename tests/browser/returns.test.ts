import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { focusedLabel, focusedTag } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const nottingham = 'E06000018';

/** A demonstration has no fostering return of Nottingham for the last month: it waits to be sent. */
const sendFostering = '/d2n2/returns/send?dataset=fostering';

const recruitment = 'authority_code,period,stage,household_type,households';
const enquiries = 'authority_code,period,source,enquiries';

/** Sends tables as CSV files for the month that the page offers: a header and rows each. */
async function sendTables(page: Page, ...tables: readonly (readonly string[])[]): Promise<void> {
  const month = await page.getByLabel('Month').inputValue();
  const files = tables.map(([header, ...rows], index) => ({
    name: `table-${index + 1}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(
      [header, ...rows.map((row) => `${nottingham},${month},${row}`), ''].join('\r\n'),
    ),
  }));
  await page.getByLabel('Files', { exact: true }).setInputFiles(files);
  await page.getByRole('button', { name: 'Send and check' }).click();
  await page.getByText('was received and checked.').waitFor();
  await arrived(page);
}

async function explainEverything(page: Page): Promise<void> {
  const form = page.locator('form.explanations');
  await form.getByRole('textbox').first().waitFor();
  for (const field of await form.getByRole('textbox').all()) {
    await field.fill('The team counts these from next month on');
  }
  await form.getByRole('button', { name: 'Keep explanations' }).click();
  await page.getByText('All queries are explained').waitFor();
}

/** Opens, from the front page, what waits for whoever is signed in. */
async function openWaiting(page: Page, what: string): Promise<void> {
  await goTo(page, '/d2n2/returns');
  await page
    .getByRole('region', { name: 'Waiting for you' })
    .getByRole('listitem')
    .filter({ hasText: `Nottingham, Fostering` })
    .filter({ hasText: what })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { name: 'What is in it' }).waitFor();
}

const lead = (page: Page): Promise<string> => page.locator('.page__lead').innerText();

const pages: readonly [name: string, address: string][] = [
  ['returns', '/d2n2/returns'],
  ['returns-of-fourteen', '/west-midlands/returns'],
  ['return-send', sendFostering],
  ['return-formats', '/d2n2/returns/formats?find=vacant'],
];

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s at %i pixels', async (colourScheme, width) => {
  const page = await site.visitAs('commissioner.nottinghamshire', { colourScheme, width });

  test.each(pages)(
    'axe finds nothing wrong and nothing scrolls sideways with %s',
    async (name, address) => {
      await goTo(page, address);

      await keepScreenshot(page, `${name}-${width}-${colourScheme}`);
      expect(await axe(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );
});

test('a return is sent with errors, mended, explained, submitted, approved and accepted', async () => {
  const sender = await site.visitAs('commissioner.nottingham');
  await goTo(sender, sendFostering);
  expect(await lead(sender)).toContain('The fostering return of Nottingham');
  await sender.getByRole('button', { name: 'Send and check' }).click();
  await sender.getByRole('link', { name: 'Choose the file to send' }).click();
  await expect.poll(() => focusedLabel(sender)).toBe('Files');
  expect(await axe(sender)).toEqual([]);

  await sendTables(sender, [recruitment, 'ENQUIRY,MAINSTREM,12', 'ENQUIRY,TOTAL,']);
  expect(await lead(sender)).toMatch(/^It was checked and has 2 errors/);
  const problem = sender.getByRole('row', { name: /Row 2 .*MAINSTREM/s });
  expect(await problem.innerText()).toMatch(/household_type[\s\S]*must be one of MAINSTREAM/);
  await keepScreenshot(sender, 'return-problems');
  expect(await axe(sender)).toEqual([]);

  await sender.getByRole('link', { name: 'Send a mended version' }).click();
  await sendTables(
    sender,
    [recruitment, 'ENQUIRY,MAINSTREAM,12', 'ENQUIRY,TOTAL,12'],
    [enquiries, 'WEB,9', 'CARER,3', 'TOTAL,12'],
  );
  expect(await lead(sender)).toMatch(/has no errors\. Explain \d/);
  await explainEverything(sender);
  const figure = sender.getByRole('row', { name: /^Enquiries about fostering/ });
  expect(await figure.innerText()).toContain('12');
  await keepScreenshot(sender, 'return-ready');
  await sender.getByRole('button', { name: 'Submit for approval' }).click();
  await sender.getByRole('dialog').getByRole('button', { name: 'Submit for approval' }).click();
  await sender.getByText('It was submitted').waitFor();

  const approver = await site.visitAs('approver.nottingham');
  await openWaiting(approver, 'approve it');
  await approver.getByRole('button', { name: 'Approve' }).click();
  await approver.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await approver.getByRole('link', { name: 'Confirm that the return is complete' }).click();
  expect(await axe(approver)).toEqual([]);
  await approver.getByRole('checkbox', { name: /complete and correct/ }).check();
  await approver.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await approver.getByText('It was approved and is locked.').waitFor();

  const hub = await site.visitAs('hub-analyst.d2n2');
  await openWaiting(hub, 'accept it');
  expect(await hub.getByRole('heading', { name: 'Rows', exact: true }).count()).toBe(0);
  await hub.getByRole('button', { name: 'Accept for the hub' }).click();
  await hub.getByRole('dialog').getByRole('button', { name: 'Accept for the hub' }).click();
  await hub.getByText('It was accepted: its figures are in use.').waitFor();

  await sender.reload();
  await arrived(sender);
  expect(await lead(sender)).toMatch(/^Its figures have been in use since/);
  await sender
    .getByRole('link', { name: /^Row 3 of Households by stage/ })
    .first()
    .click();
  const row = sender.locator('tr.return-rows__marked');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/^3\s+ENQUIRY[\s\S]*TOTAL[\s\S]*12$/);
  await expect.poll(() => focusedTag(sender)).toBe('TR');
  await keepScreenshot(sender, 'return-in-use');
  expect(await axe(sender)).toEqual([]);

  const rows = sender.getByRole('region', { name: 'Rows', exact: true });
  await rows.getByLabel('Table').selectOption('enquiries-by-source');
  await rows.getByRole('row', { name: /CARER/ }).waitFor();
  await rows.getByRole('link', { name: 'Does this table add up?' }).click();
  await sender.getByRole('table', { name: /^Enquiries by where they came from/ }).waitFor();
  expect(await lead(sender)).toMatch(/^Yes/);
});

test('what is to be sent is kept in the address', async () => {
  const page = await site.visitAs('commissioner.derbyshire');
  await goTo(page, '/d2n2/returns/send?dataset=beds');
  await page.getByLabel('Month').selectOption({ index: 3 });
  await page.waitForURL('**/send?*period=*');
  await page.reload();
  await page.getByText('The beds return of Derbyshire').waitFor();

  const month = await page.getByLabel('Month').inputValue();
  expect(new URL(page.url()).search).toContain(`period=${month}`);
  expect(await axe(page)).toEqual([]);
});

test('a reader of releases is led to what is open to them', async () => {
  const page = await site.visitAs('reviewer.d2n2');
  await goTo(page, '/d2n2/returns');

  await page.getByRole('link', { name: 'Does this table add up?' }).click();
  await page.getByLabel('Paste a table').waitFor();
});
