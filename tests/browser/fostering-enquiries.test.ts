import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { goWith } from '../testkit/keys.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();
const list = '/d2n2/fostering/enquiries';
const hub = 'hub-manager.d2n2';

const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words);
const step = (page: Page, words: RegExp) => page.getByRole('listitem').filter({ hasText: words });

/** The page of an enquiry of the demonstration of which something is asked. */
async function askedAbout(page: Page): Promise<string> {
  await goTo(page, `${list}/queries`);
  const link = page.getByRole('link', { name: /^HUB-/ }).first();
  return (await link.getAttribute('href')) ?? '';
}

const pages: readonly (readonly [name: string, address: string])[] = [
  ['enquiries', list],
  ['enquiry', await askedAbout(await site.visitAs(hub))],
  ['enquiry-new', `${list}/new`],
  ['queries', `${list}/queries`],
  ['transfers', `${list}/transfers`],
  ['import', `${list}/import`],
  ['stages', '/d2n2/fostering/stages'],
];

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s, %i wide', (colourScheme, width) => {
  test.each(pages)('%s has nothing that axe finds wrong, and fits', async (name, address) => {
    const page = await site.visitAs(hub, { colourScheme, width });
    await goTo(page, address);

    await keepScreenshot(page, `fostering-${name}-${width}-${colourScheme}`);
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

/** Records what happened to the enquiry that the page shows. */
async function record(page: Page, kind: string, on: string): Promise<void> {
  await page.getByLabel('What happened').selectOption({ label: kind });
  await page.getByLabel('On', { exact: true }).fill(on);
  await page.getByRole('button', { name: 'Record it' }).click();
}

test('an enquiry is recorded, what is odd about it is answered, and it passes to another authority', async () => {
  const page = await site.visitAs(hub);
  await goTo(page, list);
  await goWith('Tab', page, /^Record an enquiry$/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/enquiries/new');
  await page.getByLabel('Reference', { exact: true }).fill('Jane Smith');
  await page.getByLabel('Received on').fill('2026-03-02');
  await page.getByLabel('Authority').selectOption({ label: 'Derby' });
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Record the enquiry' }).press('Enter');
  const alert = page.getByRole('alert');
  await alert.getByRole('link', { name: 'Choose where it came from' }).waitFor();
  await page.getByLabel('Where it came from').selectOption('WEB');
  await page.getByRole('button', { name: 'Record the enquiry' }).click();
  await alert.getByRole('link', { name: /^Reference must be your own system’s/ }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('T-0001');
  await page.keyboard.press('Enter');
  await said(page, 'Recorded: enquiry T-0001.').waitFor();

  await page.getByText('Record what happened').click();
  await record(page, 'First response', '2026-03-04');
  await said(page, 'Recorded: First response, 4 March 2026.').waitFor();
  await step(page, /First response 4 March 2026.*2 working days after.*late/).waitFor();
  await record(page, 'Application', '2026-03-20');
  await said(page, 'Recorded: Application, 20 March 2026.').waitFor();
  await record(page, 'Home visit', '2026-04-01');
  await said(page, /^Held, and not counted .*it is out of order with “Application”/).waitFor();
  await step(page, /Home visit not recorded/).waitFor();

  await page
    .locator('summary')
    .getByText(/^Answer/)
    .click();
  await page.getByLabel('What about it').selectOption('CORRECT');
  await page.getByRole('button', { name: 'Keep the answer' }).click();
  await alert.getByRole('link', { name: 'Enter the day on which it happened' }).click();
  await page.getByLabel('It happened on').fill('2026-03-10');
  await page.getByRole('button', { name: 'Keep the answer' }).click();
  await said(page, /^Answered: Home visit, 1 April 2026\./).waitFor();
  await step(page, /Home visit 10 March 2026/).waitFor();

  await page.getByRole('heading', { name: 'Asked and answered' }).waitFor();
  await page
    .getByText(/is out of order with “Application”.*: It happened on another day\.$/)
    .waitFor();
  await page.getByText('Put right what is known of it').click();
  const change = page.locator('#change-area');
  await change.fill('DE1 2AB');
  await page.getByRole('button', { name: 'Put it right' }).click();
  await alert.getByRole('link', { name: /^Postcode district must be/ }).click();
  await change.fill('de1');
  await page.locator('#change-source').selectOption('CARER');
  await page.getByRole('button', { name: 'Put it right' }).click();
  await said(page, 'Put right: T-0001.').waitFor();
  const facts = page.getByRole('region', { name: 'What is known of it' });
  await expect.poll(() => facts.innerText()).toMatch(/A foster carer’s recommendation.*DE1/s);
  expect(await axe(page)).toEqual([]);

  const owner = await site.visitAs('commissioner.derby');
  const address = new URL(page.url()).pathname;
  await goTo(owner, address);
  await owner.getByText('Received on 2 March 2026, attributed to Derby.').waitFor();

  await page.getByText('Transfer it to another authority').click();
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Nottingham' });
  await page.getByLabel('Why', { exact: true }).selectOption('MOVED');
  await page.getByRole('button', { name: 'Transfer it' }).click();
  await said(page, 'Transferred: T-0001, to Nottingham.').waitFor();
  await step(page, /from Derby to Nottingham\. The household lives, or moves, there\./).waitFor();
  await goTo(owner, address);
  await owner.getByText(/There is no such enquiry that you may see/).waitFor();
  await goTo(owner, `${list}/transfers`);
  expect(await owner.getByRole('row').nth(1).innerText()).toMatch(
    /^another authority’s by now\s.*\sDerby\s+Nottingham\s+The household lives, or moves, there$/s,
  );
  const next = await site.visitAs('commissioner.nottingham');
  await goTo(next, address);
  await next.getByText('Received on 2 March 2026, attributed to Nottingham.').waitFor();
});

test('whoever is later with a correction is told, and loses nothing', async () => {
  const [page, other] = [await site.visitAs(hub), await site.visitAs(hub)];
  await goTo(page, `${list}?reference=T-0001`);
  await page.getByRole('link', { name: 'T-0001' }).click();
  await page.getByText('Take back what was recorded by mistake').click();
  await goTo(other, new URL(page.url()).pathname);
  await other.getByText('Record what happened').click();
  await record(other, 'On hold', '2026-04-02');
  await said(other, /^Recorded: On hold/).waitFor();

  const event = page.getByLabel('Event', { exact: true });
  await event.selectOption({ label: 'Application, 20 March 2026' });
  await page.getByLabel('The day on which it happened').fill('2026-03-21');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Somebody changed it meanwhile').first().waitFor();
  await step(page, /Application 20 March 2026/).waitFor();
  await arrived(page);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await said(page, 'Taken back: Application, 20 March 2026.').waitFor();
  await step(page, /Application 21 March 2026/).waitFor();
});

test('what two people put right of one enquiry at a time is both kept', async () => {
  const [page, other] = [await site.visitAs(hub), await site.visitAs(hub)];
  await goTo(page, `${list}?reference=T-0001`);
  await page.getByRole('link', { name: 'T-0001' }).click();
  await page.getByText('Put right what is known of it').click();
  await page.locator('#change-campaign').fill('SPRING-26');
  await goTo(other, new URL(page.url()).pathname);
  await other.getByText('Put right what is known of it').click();
  await other.locator('#change-area').fill('NG7');
  await other.getByRole('button', { name: 'Put it right' }).click();
  await said(other, 'Put right: T-0001.').waitFor();

  await page.getByRole('button', { name: 'Put it right' }).click();
  await page.getByText('Somebody changed it meanwhile').first().waitFor();
  await page.getByText(/Mainstream.*, NG7, no campaign\./).waitFor();
  await arrived(page);
  await page.getByRole('button', { name: 'Put it right' }).click();
  await said(page, 'Put right: T-0001.').waitFor();

  await goTo(other, new URL(page.url()).pathname);
  const facts = other.getByRole('region', { name: 'What is known of it' });
  expect(await facts.innerText()).toMatch(/SPRING-26.*NG7/s);
});

const file = (text: string) => ({
  name: 'enquiries.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const header = 'reference,authority,household_type,source,received,first_response';

test('a file is looked at before it is taken over; what is wrong with it is said by row and column', async () => {
  const page = await site.visitAs(hub);
  await goTo(page, `${list}/import`);
  const field = page.locator('#import-file');
  await field.setInputFiles(file(`${header}\nT-0002,Derby,MAINSTREAM,WEB,31/02/2026,\n`));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('alert').getByText('Nothing can be done with this: 1 problem').waitFor();
  await page.getByRole('row', { name: /^2 received/ }).waitFor();
  expect(await axe(page)).toEqual([]);

  await field.setInputFiles(file(`${header}\nT-0002,Derby,MAINSTREAM,WEB,02/03/2026,03/03/2026\n`));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await said(page, 'This would be done: 1 new. Nothing has been done yet.').waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await said(page, /^Done: 1 new\.$/).waitFor();
  await goTo(page, `${list}?reference=T-0002`);
  expect(await page.locator('.page__lead').innerText()).toBe(
    '1 enquiry, narrowed as chosen below.',
  );
});

test('a hub adds a stage of its own; the stages before stay to be read', async () => {
  const page = await site.visitAs(hub);
  await goTo(page, '/d2n2/fostering/stages');
  await page.getByText('Change the stages').first().click();
  await page.getByRole('button', { name: 'Add a stage after “Panel”' }).click();
  const code = page.getByLabel('Code').last();
  await code.fill('checks');
  await page.getByRole('button', { name: 'Change the stages' }).click();
  await page
    .getByRole('alert')
    .getByRole('link', { name: /Code must be a standard/ })
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('OWN-CHECKS');
  const own = page
    .getByRole('group')
    .filter({ has: page.locator('input[value="OWN-CHECKS"]') })
    .last();
  await own.getByLabel('Title').fill('Checked once more');
  await own.getByLabel('What it means').fill('Somebody checked it once more.');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change the stages' }).click();
  await said(page, 'Changed: the stages, from today on.').waitFor();
  await page.getByRole('row', { name: /^Checked once more/ }).waitFor();
  await page.getByText(/^From .*2025 \(set 1\)$/).waitFor();
});

test.each(['enquiries', 'day', 'clocks', 'drop-out', 'retention', 'targets', 'stages'])(
  'who does not read households one by one is told on the page %s what there is instead',
  async (name) => {
    const page = await site.visitAs('reviewer.d2n2');
    await goTo(page, `/d2n2/fostering/${name}`);

    expect(await page.locator('.page__lead').innerText()).toMatch(/read by the hub/);
    await page.getByText('What you can read instead:').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Funnel' }).last().click();
    await page.waitForURL('**/d2n2/fostering');
  },
);
