import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';
import { allPlacesAre, ask, beds, followed, topOf } from './beds.ts';

const site = await openSite();
const commissioner = 'commissioner.nottinghamshire';
const nottinghamshire = 'E10000024';

const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words);
const alert = (page: Page) => page.getByRole('alert').first();
const lead = (page: Page): Promise<string> => page.locator('.page__lead').first().innerText();

interface AskedHome {
  readonly id: string;
  readonly urn: string;
  readonly version: number;
  readonly shortBreaks: boolean;
  readonly viewerCanUpdate: boolean;
  readonly counts: { readonly registered: number; readonly occupied: number };
}

/** A home that whoever is signed in keeps, of several places of which one is not occupied. */
async function keptHome(page: Page, nth = 0): Promise<AskedHome> {
  const { homes } = await ask<{ homes: { edges: { node: AskedHome }[] } }>(
    page,
    `{ homes(consortium: "d2n2", first: 200) { edges { node {
      id urn version shortBreaks viewerCanUpdate counts { registered occupied } } } } }`,
  );
  const kept = homes.edges
    .map(({ node }) => node)
    .filter(({ viewerCanUpdate, shortBreaks }) => viewerCanUpdate && !shortBreaks)
    .filter(({ counts }) => counts.registered > 1 && counts.occupied < counts.registered)[nth];
  if (!kept) throw new Error('This account keeps no such home.');
  return kept;
}

const homeAddress = ({ id }: Pick<AskedHome, 'id'>) => `${beds}/homes/${encodeURIComponent(id)}`;

const openForms = (page: Page) =>
  page.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true; })`);

const planner = await site.visitAs(commissioner);
const { recordReferral } = await ask<{ recordReferral: { id: string } }>(
  planner,
  `mutation { recordReferral(input: { search: {
    consortium: "d2n2", age: 14, needs: ["SENSORY"], near: "${nottinghamshire}" } }) { id } }`,
);
const { placesPlanned } = await ask<{ placesPlanned: { id: string }[] }>(
  planner,
  '{ placesPlanned(consortium: "d2n2") { id } }',
);

const pages: readonly (readonly [name: string, address: string])[] = [
  ['plans', `${beds}/plans`],
  ['plan', `${beds}/plans/${encodeURIComponent(placesPlanned[0]?.id ?? '')}`],
  ['plan-new', `${beds}/plans/new`],
  ['referrals', `${beds}/referrals`],
  ['import', `${beds}/import`],
  ['home', homeAddress(await keptHome(planner))],
  ['home-new', `${beds}/homes/new`],
  ['published', `${beds}/published`],
];

describe.each([
  ['light', 1280],
  ['dark', 320],
] as const)('in %s, %i wide', (colourScheme, width) => {
  test.each(pages)(
    '%s has nothing that axe finds wrong, its forms open, and fits',
    async (name, address) => {
      const page = await site.visitAs(commissioner, { colourScheme, width });
      await goTo(page, address);
      await openForms(page);

      await keepScreenshot(page, `beds-${name}-${width}-${colourScheme}`);
      expect(await axe(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );
});

test('a plan is added, its stages follow one another, and nobody else reads it', async () => {
  const page = await site.visitAs(commissioner);
  await goTo(page, `${beds}/plans`);
  await page.getByRole('link', { name: 'Add a plan' }).click();
  await page.getByLabel('Reference').fill('NEW-1');
  await page.getByLabel('Places that come or go').fill('three');
  await page.getByLabel('There from').fill('2031-05-01');
  await page.getByRole('button', { name: 'Add the plan' }).click();
  await alert(page)
    .getByRole('link', { name: /^Enter how many places/ })
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3');
  await page.getByLabel('Cost, in pounds').fill('£640,000');
  const survey = page.getByRole('group', { name: 'Survey it' });
  await page
    .getByRole('group', { name: 'Identify a property' })
    .getByLabel('Done')
    .fill('2026-03-02');
  await survey.getByLabel('Done').fill('2026-02-01');
  await page.getByRole('button', { name: 'Add the plan' }).click();
  await alert(page)
    .getByRole('link', {
      name: 'The stages must not have “Survey it” done before “Identify a property”',
    })
    .waitFor();
  await survey.getByLabel('Done').fill('2026-04-01');
  await page.getByRole('button', { name: 'Add the plan' }).click();
  await said(page, 'Added: plan NEW-1.').waitFor();
  await expect
    .poll(() => lead(page))
    .toMatch(/^A home opens in Nottinghamshire, 3 places more from 1 May 2031\./);
  await page.getByRole('row', { name: /^Survey it not said 1 April 2026/ }).waitFor();

  await goTo(page, `${beds}/plans`);
  await expect
    .poll(() => lead(page))
    .toMatch(/^By 1 May 2031 \d+ places are to come and \d+ to go: /);
  await page.getByText('Figures in this chart').click();
  await page.getByRole('row', { name: /^1 May 2031 NEW-1 \+3 / }).waitFor();

  const reader = await site.visitAs('approver.nottinghamshire');
  await goTo(reader, `${beds}/plans`);
  await reader.getByRole('link', { name: 'NEW-1' }).click();
  await reader.getByRole('heading', { name: 'Stages' }).waitFor();
  await expect.poll(() => reader.getByText('Change the plan').count()).toBe(0);
  const neighbour = await site.visitAs('commissioner.derby');
  await goTo(neighbour, new URL(reader.url()).pathname);
  await neighbour.getByText(/There is no such plan that you may see/).waitFor();
});

test('whoever is later with a plan is told, and loses nothing', async () => {
  const [page, other] = [await site.visitAs(commissioner), await site.visitAs(commissioner)];
  await goTo(page, `${beds}/plans`);
  await page.getByRole('link', { name: 'NEW-1' }).click();
  await page.getByText('Change the plan').first().click();
  await goTo(other, new URL(page.url()).pathname);
  await other.getByText('Change the plan').first().click();
  await other.getByLabel('Stage it is at').selectOption({ label: 'Survey it' });
  await other.getByRole('button', { name: 'Change the plan' }).click();
  await said(other, 'Changed: plan NEW-1.').waitFor();

  await page.getByLabel('Risk').selectOption('HIGH');
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await page.getByText('Somebody changed it meanwhile').waitFor();
  await page.getByText(/As it stands now: A home opens .* Stage: Survey it\./).waitFor();
  await arrived(page);
  await expect.poll(() => page.getByLabel('Risk').inputValue()).toBe('HIGH');
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await said(page, 'Changed: plan NEW-1.').waitFor();
});

test('it is said what became of a search that was noted', async () => {
  const page = await site.visitAs(commissioner);
  await goTo(page, `${beds}/referrals?outcome=OPEN`);
  await expect
    .poll(() => lead(page))
    .toMatch(/noted in the last twelve months; of .* it is not said yet/);
  const row = page.getByRole('row').filter({ hasText: '13 to 15, sensory impairment' });
  await row.getByText('Say what became of it').click();
  await row.getByLabel('What became of it').selectOption('PLACED');
  await row.getByRole('button', { name: 'Record it' }).click();
  await alert(page).getByRole('link', { name: 'Choose in whose area' }).waitFor();
  await row.getByLabel('How the place was had').selectOption('IN_HOUSE');
  await row.getByLabel('In whose area').selectOption({ label: 'Nottinghamshire' });
  await row.getByLabel('On', { exact: true }).fill('2026-01-01');
  await row.getByRole('button', { name: 'Record it' }).click();
  await alert(page)
    .getByRole('link', { name: /^The day must not be before the search/ })
    .click();
  await page.keyboard.press('Escape');
  const { node } = await ask<{ node: { madeAt: string } }>(
    page,
    'query ($id: ID!) { node(id: $id) { ... on ReferralNote { madeAt } } }',
    { id: recordReferral.id },
  );
  await row.getByLabel('On', { exact: true }).fill(node.madeAt.slice(0, 10));
  await row.getByRole('button', { name: 'Record it' }).click();
  await said(
    page,
    /: Placed in one of the homes found, .*: in-house, Nottinghamshire\.$/,
  ).waitFor();

  await goTo(page, `${beds}/referrals?outcome=PLACED`);
  await page
    .getByRole('row')
    .filter({ hasText: /Placed in one of the homes found, .*: in-house, Nottinghamshire/ })
    .first()
    .waitFor();
  const provider = await site.visitAs('provider.brook-lane-care');
  await goTo(provider, `${beds}/referrals`);
  await expect.poll(() => lead(provider)).toMatch(/^Notes of searches for a home are read by/);
});

const file = (text: string) => ({
  name: 'beds.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`urn,state,places,reason,reserved_until\n${text}\n`),
});

test('a file of a provider is looked at before it is taken over; what is wrong with it is said by row and column', async () => {
  const page = await site.visitAs('provider.brook-lane-care');
  const home = await keptHome(page);
  const all = home.counts.registered;
  await goTo(page, `${beds}/import`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Template to fill in (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('beds-template.csv');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await alert(page).getByRole('link', { name: 'Choose a file' }).waitFor();

  const field = page.locator('#import-file');
  await field.setInputFiles(file(`${home.urn},OCCUPIED,${all + 1},,\n${home.urn},CLOSED,1,,`));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await alert(page).getByText('Nothing can be done with this: 2 problems.').waitFor();
  await page.getByRole('row', { name: new RegExp(`^2 places must add up to ${all}`) }).waitFor();
  await page.getByRole('row', { name: /^3 reason must/ }).waitFor();
  expect(await axe(page)).toEqual([]);

  await field.setInputFiles(file(`${home.urn},OCCUPIED,${all},,`));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await said(page, 'This would be done: 1 home changed. Nothing has been done yet.').waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await said(page, /^Done: 1 home changed\./).waitFor();
  await goTo(page, homeAddress(home));
  await expect
    .poll(() => lead(page))
    .toMatch(new RegExp(`^${all} of ${all} places occupied\\. Confirmed`));
});

test('a home is changed, and a place of it becomes a block; whoever is later loses nothing', async () => {
  const [page, other] = [await site.visitAs(commissioner), await site.visitAs(commissioner)];
  const home = await keptHome(page, 1);
  const more = home.counts.registered + 1;
  await goTo(page, homeAddress(home));
  await goTo(other, homeAddress(home));
  await other.getByText('Change what it is, or how many places it has').click();
  await other.getByLabel('Notice it needs, in days').fill('5');
  await page.getByText('Change what it is, or how many places it has').click();
  await page.getByLabel('Where it is, degrees north and east').fill('NG2 3AA');
  await page.getByRole('button', { name: 'Change the home' }).click();
  await alert(page)
    .getByRole('link', { name: /^Enter degrees north and east/ })
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('12, -1.15');
  await page.getByLabel('Places on its certificate').fill(`${more}`);
  await page.getByLabel('Your name for it').fill('The Laurels');
  await page.getByRole('button', { name: 'Change the home' }).click();
  await alert(page)
    .getByRole('link', { name: /^Degrees north must be from 49 to 56/ })
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('53.12, -1.15');
  await page.keyboard.press('Enter');
  await said(page, 'Changed: The Laurels.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'The Laurels' }).waitFor();
  await expect.poll(() => lead(page)).toMatch(new RegExp(`of ${more} places occupied`));

  await page.getByText('Change whose block its places are').click();
  await page.getByLabel(`Place ${more}: block of`).selectOption({ label: 'Derby' });
  await page.getByRole('button', { name: 'Change the blocks' }).click();
  await said(page, /^Changed: blocks of The Laurels, .*1 of Derby/).waitFor();

  await other.getByRole('button', { name: 'Change the home' }).click();
  await other.getByText('Somebody changed it meanwhile').waitFor();
  await other.getByText(/As it stands now: The Laurels/).waitFor();
  await arrived(other);
  expect(await axe(other)).toEqual([]);
  await other.getByRole('button', { name: 'Change the home' }).click();
  await said(other, 'Changed: The Laurels.').waitFor();
  await expect.poll(() => lead(other)).toMatch(new RegExp(`of ${more} places occupied`));
});

test('how places are, said later than somebody else, is not lost', async () => {
  const [page, other] = [await site.visitAs(commissioner), await site.visitAs(commissioner)];
  const home = await keptHome(page, 2);
  await goTo(page, homeAddress(home));
  await page.getByText('Change how its places are').click();
  const first = page.getByRole('group', { name: /^Place 1/ });
  await first.getByLabel('State').selectOption({ label: 'Vacant and closed' });
  await first.getByLabel('Why it takes nobody').selectOption('STAFFING');
  await goTo(other, homeAddress(home));
  await other.getByRole('button', { name: /^No change|^Confirm/ }).click();
  await said(other, /confirmed as shown/).waitFor();

  await page.getByRole('button', { name: 'Save and confirm' }).click();
  await page.getByText('Somebody changed it meanwhile').waitFor();
  await arrived(page);
  await expect.poll(() => first.getByLabel('Why it takes nobody').inputValue()).toBe('STAFFING');
  await page.getByRole('button', { name: 'Save and confirm' }).click();
  await said(page, /^[^:]+: \d.*vacant and closed/).waitFor();
});

test('what somebody types stays while others change the home; they are told, and choose', async () => {
  const [page, other] = [await site.visitAs(commissioner), await site.visitAs(commissioner)];
  const home = await keptHome(page, 3);
  await allPlacesAre(other, home.id, 'ACCEPTING');
  await goTo(page, homeAddress(home));
  await followed(page);
  await page.getByText('Change how its places are').click();
  const first = page.getByRole('group', { name: /^Place 1/ });
  const second = page.getByRole('group', { name: /^Place 2/ });
  await first.getByLabel('State').selectOption('CLOSED');
  await first.getByLabel('Why it takes nobody').selectOption('STAFFING');
  const save = page.getByRole('button', { name: 'Save and confirm' });
  await page.evaluate("document.getElementById('places-places[0].state').scrollIntoView()");
  const stood = await topOf(save);

  await allPlacesAre(other, home.id, 'OCCUPIED');
  const told = said(
    page,
    /^Somebody changed this home since you opened this\. Now: (\d+) of \1 places occupied\./,
  );
  await told.waitFor();
  expect(Math.abs((await topOf(save)) - stood)).toBeLessThan(2);
  await expect.poll(() => first.getByLabel('Why it takes nobody').inputValue()).toBe('STAFFING');
  await expect.poll(() => second.getByLabel('State').inputValue()).toBe('ACCEPTING');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep what I typed' }).click();
  await expect.poll(() => first.getByLabel('Why it takes nobody').inputValue()).toBe('STAFFING');
  await expect.poll(() => second.getByLabel('State').inputValue()).toBe('OCCUPIED');
  await save.click();
  await said(page, /^[^:]+: \d+ of \d+ places occupied, 1 vacant and closed\.$/).waitFor();

  await page.getByText('Change how its places are').click();
  await first.getByLabel('State').selectOption('NOT_USABLE');
  await allPlacesAre(other, home.id, 'OCCUPIED');
  await told.waitFor();
  await page.getByRole('button', { name: 'Begin again' }).click();
  await expect.poll(() => first.getByLabel('State').inputValue()).toBe('OCCUPIED');
  await expect.poll(() => told.count()).toBe(0);
});

test('a home is taken on the list, gives short breaks, and its nights are recorded', async () => {
  const page = await site.visitAs(commissioner);
  const { urn } = await keptHome(page);
  await site.server.db.query(
    `insert into service (urn, provider_id, provision_type, status, authority_code, area_text, places, age_from, age_to,
       needs, synthetic, source_id)
     select '9999901', provider_id, 'CHILDRENS_HOME', 'ACTIVE', $1, 'x', 3, 8, 16, '{}', true, source_id
     from service where urn = $2`,
    [nottinghamshire, urn],
  );
  await goTo(page, `${beds}/homes/new`);
  await page.getByLabel('URN').fill('SC000000');
  await page.getByRole('button', { name: 'Add the home' }).click();
  await alert(page)
    .getByText(/SC000000/)
    .waitFor();
  await page.getByLabel('URN').fill('9999901');
  await page.getByRole('button', { name: 'Add the home' }).click();
  await said(page, 'Added: Home 9999901. Now say how its places are.').waitFor();
  await expect
    .poll(() => lead(page))
    .toMatch(/^0 of 3 places occupied, 3 not usable\. Never confirmed/);

  await page.getByText('Change what it is, or how many places it has').click();
  await page.getByLabel('Gives short breaks: its nights are counted').check();
  await page.getByRole('button', { name: 'Change the home' }).click();
  await page.getByText('No night of the last four weeks is known.').waitFor();
  await page.getByText('Record a night').click();
  await page.getByLabel('Beds that were used').fill('4');
  await page.getByRole('button', { name: 'Record the night' }).click();
  await alert(page)
    .getByRole('link', { name: /^Beds used must be from 0 to 3/ })
    .click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await said(page, /^Home 9999901: the night of .*, 2 of 3 beds used\.$/).waitFor();
  await page.getByText('Used in the last four weeks: 2 of 3 bed nights, 67%.').waitFor();
  expect(await axe(page)).toEqual([]);
});

test('who may not plan is told who does, and is led to nothing of it', async () => {
  const page = await site.visitAs('placement-officer.nottinghamshire');
  await goTo(page, `${beds}/homes/new`);
  await page.getByText(/^Homes are taken on the list by commissioners/).waitFor();
  await goTo(page, `${beds}/plans/new`);
  await page.getByText(/^Places are planned by commissioners/).waitFor();
  await goTo(page, `${beds}/plans`);
  await expect.poll(() => page.getByRole('link', { name: 'Add a plan' }).count()).toBe(0);
  const links = page.getByRole('navigation', { name: 'Pages about beds' }).getByRole('link');
  await expect.poll(() => links.allInnerTexts()).not.toContain('Add a home');
});

test('published occupancy leaves unknown unknown, and says what would treat it as empty', async () => {
  const page = await site.visitAs('placement-officer.derby');
  await goTo(page, `${beds}/published`);
  const norfolk = page
    .locator('section')
    .filter({ hasText: /^Norfolk County Council, 30 June 2023: in-house residential homes/ });
  await norfolk
    .getByText(/17 of 32 places .*: 53%\. .* 42\.5% would treat unknown as empty/)
    .waitFor();
  await norfolk.getByText(/^Of all places: x \(not available\); printed: 53%/).waitFor();
  await norfolk.getByRole('row', { name: /^Marshfield.* 1 4 x none$/ }).waitFor();
});
