import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, cutTables, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { focusedTag } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();

/** A return that there is not: its id is in order. */
const nowhere = 'UmV0dXJuOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA==';

/** Opens an authority’s return of the last month from the calendar. */
async function openReturn(page: Page, named: RegExp): Promise<void> {
  await goTo(page, '/d2n2/returns');
  await page.getByRole('link', { name: named }).click();
  await page.getByRole('heading', { name: 'What is in it' }).waitFor();
  await arrived(page);
}

const inUse = /^In use.*: Costs of Derbyshire$/;

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s at %i pixels, a return in use', async (colourScheme, width) => {
  const page = await site.visitAs('approver.derbyshire', { colourScheme, width });

  test('shows its figures and rows, and no table is cut', async () => {
    await openReturn(page, inUse);
    await page.getByRole('table', { name: /^Rows of/ }).waitFor();

    await keepScreenshot(page, `return-of-others-${width}-${colourScheme}`);
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.getByRole('region', { name: 'Figures of this version' }).count()).toBe(1);
    expect(await cutTables(page)).not.toContain('Figures of this version');
  });

  test.each(['Reopen', 'Withdraw'])('asks for a reason to %s it', async (button) => {
    await openReturn(page, inUse);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
    await page.getByRole('link', { name: 'Enter a reason' }).waitFor();

    await keepScreenshot(page, `return-${button}-${width}-${colourScheme}`, 'window');
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

test('at 320 pixels no table of the calendar and of the formats is cut', async () => {
  const page = await site.visitAs('commissioner.derbyshire', { width: 320 });
  await goTo(page, '/d2n2/returns');
  expect(await cutTables(page)).toEqual([]);

  await goTo(page, '/d2n2/returns/formats?find=sourcing');
  await page.getByText('Found in').waitFor();
  await page.locator('.format__codes summary').first().click();
  expect(await cutTables(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
});

test.each([
  [
    'a locked return that cannot be sent',
    'commissioner.derbyshire',
    'send?dataset=costs',
    'Locked',
  ],
  ['a sending that is not theirs', 'approver.derbyshire', 'send', 'Returns are sent by those who'],
  ['a return that there is not', 'commissioner.derbyshire', nowhere, 'There is no return here'],
  ['an address that was cut off', 'commissioner.derbyshire', 'UmV0dXJu', 'There is no return here'],
])('axe finds nothing wrong with %s', async (_, account, address, words) => {
  const page = await site.visitAs(account, { width: 320 });
  await goTo(page, `/d2n2/returns/${address}`);
  await page.getByText(words).first().waitFor();

  expect(await page.getByText('Could not load').count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('a table that is stacked on a phone is still a table to a screen reader', async () => {
  const page = await site.visitAs('commissioner.derbyshire', { width: 320 });
  await openReturn(page, inUse);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = nodes.map(({ role }) => role?.value);

  expect(roles).toEqual(expect.arrayContaining(['table', 'row', 'rowheader', 'cell']));
});

test('after a reopening the page says what comes next, and a new version is told against the old', async () => {
  const approver = await site.visitAs('approver.derbyshire');
  await openReturn(approver, /^In use.*: Beds of Derbyshire$/);
  await approver.getByRole('button', { name: 'Reopen' }).click();
  await approver.getByLabel('Reason').fill('A home was counted twice');
  await approver.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
  await approver.getByText('It was reopened: a new version can be sent.').waitFor();
  await approver
    .getByText('Next, a commissioner or placement officer of Derbyshire sends a new version')
    .waitFor();

  const sender = await site.visitAs('commissioner.derbyshire');
  await sender.goto(new URL(approver.url()).pathname);
  await arrived(sender);
  await sender.getByRole('link', { name: 'send a new version', exact: true }).click();
  await arrived(sender);
  await sender.getByRole('radio', { name: 'Nothing changed' }).check();
  await sender.getByRole('button', { name: 'Send and check' }).click();
  await sender.getByText('Version 2 was received and checked.').waitFor();
  await arrived(sender);

  await sender.getByRole('heading', { name: 'Against version 1' }).waitFor();
  expect(await axe(sender)).toEqual([]);
  await keepScreenshot(sender, 'return-against-version');
  await sender.getByRole('link', { name: 'Read version 1' }).click();
  await sender.getByText(/^The newest is/).waitFor();
  expect(await axe(sender)).toEqual([]);
  expect(await sender.getByRole('link', { name: 'Send a new version' }).count()).toBe(0);

  await goTo(sender, '/d2n2/returns');
  await sender.getByRole('link', { name: /^In use.*version 2.*: Beds of Derbyshire$/ }).waitFor();
});

test('the overview reminds those who send or approve of their returns, and asks nothing for others', async () => {
  const asked: string[] = [];
  const overviewOf = async (account: string) => {
    const page = await site.visitAs(account);
    page.on('request', (request) => asked.push(request.postData() ?? ''));
    await goTo(page, '/d2n2');
    return page.getByRole('main');
  };

  const reader = await overviewOf('hub-analyst.d2n2');
  expect(await reader.getByRole('link', { name: 'See returns' }).count()).toBe(0);
  expect(asked.filter((body) => body.includes('ReturnReminder'))).toEqual([]);

  const approver = await overviewOf('approver.derbyshire');
  const reminder = approver.getByRole('paragraph').filter({ hasText: 'See returns' });
  expect(await reminder.innerText()).toMatch(/^\d+ returns? for \w+ (is|are) (late|due)/);
  await reminder.getByRole('link').click();
  await approver.getByRole('heading', { level: 1, name: 'Returns' }).waitFor();
});

test('what is sent is followed after its page was left, and found again after a reload', async () => {
  const page = await site.visitAs('commissioner.nottingham');
  await goTo(page, '/d2n2/returns/send?dataset=fostering');
  const month = await page.getByLabel('Month').inputValue();
  const days = Array.from({ length: 60_000 }, (_, at) =>
    ['E06000018', month, `F-${at}`, 'APPLICATION', `${month}-02`, 'MAINSTREAM', 'WEB'].join(','),
  );
  const header = 'authority_code,period,reference,event,day,household_type,source';
  await page.getByLabel('Files', { exact: true }).setInputFiles({
    name: 'fostering-events.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...days, ''].join('\n')),
  });
  await page.getByRole('button', { name: 'Send and check' }).click();
  await page.getByText('Sending').first().waitFor();
  await page.getByRole('link', { name: 'Calendar' }).click();
  await page.getByText(/^(Reading|Checking|Keeping) it/).waitFor();

  await page.reload();
  await keepScreenshot(page, 'return-on-its-way', 'window');
  expect(await axe(page)).toEqual([]);
  await page.getByText(/^Fostering of Nottingham, .*: received and checked$/).waitFor();
  await page.getByRole('link', { name: 'See what was found' }).click();
  await page.getByRole('heading', { level: 1, name: /^Fostering of Nottingham/ }).waitFor();
  const address = new URL(page.url()).pathname;
  await page.goBack();
  await arrived(page);
  expect(await page.getByText('received and checked').count()).toBe(0);

  // A long table opens at the row that somebody comes for.
  await goTo(page, `${address}?table=fostering-events&row=50000`);
  const row = page.locator('tr.return-rows__marked');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/^50000\s+F-49998/);
  await expect.poll(() => focusedTag(page)).toBe('TR');
  await page.getByText('Rows 49,990 to 50,189, of 60,000 rows').waitFor();
  await page.getByRole('button', { name: 'Earlier rows' }).click();
  await page.getByText('Rows 49,790 to 49,989, of 60,000 rows').waitFor();
  expect(await axe(page)).toEqual([]);
});
