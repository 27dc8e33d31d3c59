import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { draft } from '../sharing/agreement-requests.ts';
import { axe, cutTables, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { arrived, goTo, openSite } from '../testkit/site.ts';

const site = await openSite();

/** The pages about sharing that have an address of their own: a name for the picture, and the address. */
const pages: readonly [name: string, address: string][] = [
  ['sharing', '/d2n2/sharing'],
  ['sharing-of-fourteen', '/west-midlands/sharing'],
  ['sharing-placement-officers', '/d2n2/sharing?to=placement-officers'],
  ['agreements', '/d2n2/sharing/agreements'],
  ['agreement-new', '/d2n2/sharing/agreements/new'],
  ['sharing-preview', '/d2n2/sharing/preview?organisation=derby&role=placement-officer'],
  ['log', '/d2n2/log'],
];

/** Opens an agreement of the list by its title. */
async function openAgreement(page: Page, title: string): Promise<void> {
  await goTo(page, '/d2n2/sharing/agreements');
  await page.getByRole('link', { name: title }).first().click();
  await page.waitForURL('**/sharing/agreements/*');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

const lead = (page: Page): Promise<string> => page.locator('.page__lead').innerText();

describe('in light, axe finds nothing wrong', async () => {
  const page = await site.visitAs('ig-lead.derby');

  test.each(pages)('with %s', async (name, address) => {
    await goTo(page, address);

    await keepScreenshot(page, `${name}-light`);
    expect(await axe(page)).toEqual([]);
  });

  test('with an agreement', async () => {
    await openAgreement(page, 'Comparing sufficiency across D2N2');

    await keepScreenshot(page, 'agreement-light');
    expect(await axe(page)).toEqual([]);
  });
});

describe('in dark and at 320 pixels, axe finds nothing wrong and no page scrolls sideways', async () => {
  const page = await site.visitAs('ig-lead.derby', { colourScheme: 'dark', width: 320 });

  test.each(pages)('with %s', async (name, address) => {
    await goTo(page, address);

    await keepScreenshot(page, `${name}-320-dark`);
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('with an agreement', async () => {
    await openAgreement(page, 'Comparing sufficiency across D2N2');

    await keepScreenshot(page, 'agreement-320-dark');
    expect(await axe(page)).toEqual([]);
    expect(await cutTables(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

describe('the matrix', () => {
  test('says who lets whom see what, and what grants a cell or why nothing does', async () => {
    const page = await site.visitAs('commissioner.derby');
    await goTo(page, '/d2n2/sharing');

    expect(await lead(page)).toContain(
      'Three of four authorities let the hub see exact figures of costs; Nottingham has not signed',
    );

    await page.getByRole('button', { name: 'Nothing : Costs of Nottingham' }).click();
    await page
      .getByRole('dialog')
      .getByText(/Nottingham has not signed/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Exact : Costs of Derby', exact: true }).click();
    await page.getByRole('dialog').getByRole('link').first().click();

    await page.getByRole('heading', { level: 1, name: 'What homes cost in D2N2' }).waitFor();
  });

  test('keeps whose sight is shown in the address', async () => {
    const page = await site.visitAs('commissioner.derby');
    await goTo(page, '/d2n2/sharing');

    await page.getByRole('link', { name: 'Placement officers' }).click();
    await page.getByText(/authorities let some placement officers see/).waitFor();

    expect(new URL(page.url()).search).toBe('?to=placement-officers');
  });

  test('is not shown to a provider', async () => {
    const page = await site.visitAs('provider.alder-and-ash-homes');
    await goTo(page, '/d2n2/sharing');

    expect(await page.getByRole('table').count()).toBe(0);
  });
});

test('an agreement is signed on a page that shows all of it, and sight opens', async () => {
  const page = await site.visitAs('ig-lead.d2n2');
  await openAgreement(page, 'Household records for the joint fostering hub');
  await page.getByRole('link', { name: 'Read and sign' }).click();
  await page.getByRole('heading', { name: '8. History of versions' }).waitFor();

  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('link', { name: 'Confirm that you have the authority to sign' }).click();
  await keepScreenshot(page, 'agreement-sign');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('checkbox', { name: /have the authority to sign it for D2N2 hub/ }).check();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Signed for D2N2 hub.').waitFor();

  await page.getByRole('link', { name: 'Sharing' }).first().click();
  await arrived(page);
  await page.getByRole('button', { name: 'Records : Fostering of Nottinghamshire' }).waitFor();

  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page
    .getByText(/ig-lead\.d2n2 of D2N2 hub signed .*agreement/)
    .first()
    .waitFor();
});

test('an agreement is suspended with a reason that everybody reads, and resumed', async () => {
  const page = await site.visitAs('ig-lead.derby');
  await openAgreement(page, 'Finding a suitable bed in D2N2');

  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Enter a reason' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('Reason').fill('An account was used by somebody else');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByText('The agreement was suspended').waitFor();
  await expect
    .poll(() => lead(page))
    .toContain('The reason given: An account was used by somebody else.');

  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await page.getByText('The agreement was resumed').waitFor();
  await expect.poll(() => lead(page)).toMatch(/^In force until/);
});

/** Fills in what a draft needs, except its title. */
async function fillDraft(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Derby', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Nottingham', exact: true }).check();
  const derby = page.getByRole('group', { name: 'Derby', exact: true });
  await derby.getByLabel('Data protection officer’s contact').fill('DPO, Derby');
  const nottingham = page.getByRole('group', { name: 'Nottingham', exact: true });
  await nottingham.getByLabel('Data protection officer’s contact').fill('DPO, Nottingham');
  await page.getByRole('checkbox', { name: 'Comparison' }).check();
  await page.getByLabel('Fostering for the hub').selectOption('EXACT');
  await page.getByLabel('Reference').fill('D2N2/90');
  await page.getByLabel('Why it is necessary').fill('To plan together.');
  await page.getByLabel('Power to share').fill('Children Act 1989, section 22G');
  await page.getByLabel('Lawful basis, UK GDPR Article 6').fill('6(1)(e)');
  await page.getByLabel('Onward sharing').fill('None.');
  await page.getByLabel('Whom the data is about').fill('Foster carers');
  await page.getByLabel('Who answers people about their rights').fill('Data protection office');
  await page.getByLabel('Right to audit').fill('Once a year.');
  await page.getByLabel('Security measures').fill('Encrypted.');
  await page.getByLabel('A breach is told to').fill('Data protection office');
  await page.getByLabel('First day').fill('2026-01-01');
  await page.getByLabel('Last day').fill('2030-12-31');
  await page.getByLabel('To be reviewed by').fill('2029-12-31');
  await page.getByLabel('How long what is shared is kept').fill('Three years.');
  await page.getByLabel('What happens to it at the end').fill('Deleted.');
  await page.getByLabel('Notice', { exact: true }).fill('One month.');
}

interface Identified {
  readonly id: string;
  readonly revision: number;
}

/** Asks for a change of an agreement as the account that a page is signed in as. */
async function change(
  page: Page,
  mutation: string,
  type: string,
  input: object,
): Promise<Identified> {
  const response = await page.request.post('/graphql', {
    headers: { 'x-csrf': '1' },
    data: {
      query: `mutation Do($input: ${type}!) { ${mutation}(input: $input) { id revision } }`,
      variables: { input },
    },
  });
  const { data } = (await response.json()) as { data: Record<string, Identified> };
  return data[mutation] as Identified;
}

/** Drafts an agreement as the account that a page is signed in as. */
function draftedBy(page: Page, reference: string): Promise<Identified> {
  const days = { startsOn: '2026-01-01', endsOn: '2030-12-31', reviewDueOn: '2029-12-31' };
  return change(page, 'draftAgreement', 'DraftAgreementInput', { ...draft, ...days, reference });
}

/** Drafts and proposes one; gives its id. */
const proposedBy = async (page: Page, reference: string): Promise<string> =>
  (await change(page, 'proposeAgreement', 'AgreementInput', await draftedBy(page, reference))).id;

test('a draft says what it lacks, is saved and deleted', async () => {
  const page = await site.visitAs('ig-lead.derby');
  await goTo(page, '/d2n2/sharing/agreements/new');
  await fillDraft(page);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('link', { name: 'Enter something for “Title”' }).click();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.type('Fostering of two');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('The draft was saved.').waitFor();

  await page.getByRole('button', { name: 'Delete the draft' }).click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the draft' }).click();
  await page.getByText('The draft was deleted.').waitFor();
  await page.getByRole('link', { name: 'Finding a suitable bed in D2N2' }).first().waitFor();
  await expect.poll(() => page.getByText('Fostering of two').count()).toBe(0);
});

test('a draft survives two people who edit it at once', async () => {
  const page = await site.visitAs('ig-lead.derby');
  const { id } = await draftedBy(page, 'D2N2/92');
  await goTo(page, `/d2n2/sharing/agreements/${encodeURIComponent(id)}/edit`);
  const other = await site.visitAs('ig-lead.derby');
  await goTo(other, new URL(page.url()).pathname);
  await other.getByLabel('Notice', { exact: true }).fill('Two months.');
  await other.getByRole('button', { name: 'Save draft' }).click();
  await other.getByText('The draft was saved.').waitFor();

  await page.getByLabel('Title').fill('Fostering of the two');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Somebody else saved this draft after you opened it').waitFor();
  expect(await page.getByText('They changed').locator('..').innerText()).toContain('Notice');
  expect(await page.getByLabel('Title').inputValue()).toBe('Fostering of the two');
  await keepScreenshot(page, 'agreement-conflict');
  expect(await axe(page)).toEqual([]);

  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { level: 1, name: 'Fostering of the two' }).waitFor();
});

test('a proposal is withdrawn, with a reason that its parties read', async () => {
  const page = await site.visitAs('ig-lead.d2n2');
  const id = await proposedBy(page, 'D2N2/91');
  await goTo(page, `/d2n2/sharing/agreements/${encodeURIComponent(id)}`);
  expect(await page.getByRole('button', { name: 'End', exact: true }).count()).toBe(0);

  await page.getByRole('button', { name: 'Withdraw the proposal' }).click();
  await page.getByLabel('Reason').fill('A party is missing');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the proposal' }).click();
  await page.getByText('The proposal was withdrawn.').waitFor();

  await expect
    .poll(() => lead(page))
    .toBe('Ended: it gives no sight. The reason given: A party is missing.');
});

test('a level that only some members see says how many, in the matrix and in its panel', async () => {
  const page = await site.visitAs('commissioner.coventry');
  await goTo(page, '/west-midlands/sharing?to=members');

  await page.getByRole('button', { name: 'Exact 2 of 13 : Demand of Coventry' }).click();

  await page.getByRole('dialog').getByText('2 of 13 other members').waitFor();
  expect(await axe(page)).toEqual([]);
});

test('a draft says how its figures are protected, and refuses less than the rule', async () => {
  const page = await site.visitAs('ig-lead.derby');
  await goTo(page, '/d2n2/sharing/agreements/new');
  await page.getByLabel('Costs for other members').selectOption('RELEASED');
  const item = page.getByRole('group', { name: 'Costs for other members: released' });
  expect(await item.getByLabel('Smallest count shown').inputValue()).toBe('8');

  await item.getByLabel('Smallest count shown').fill('5');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('link', { name: /whole number from 8 to 100/ }).click();

  expect(await item.getByLabel('Smallest count shown').getAttribute('aria-invalid')).toBe('true');
  expect(await axe(page)).toEqual([]);
});

test('a preview shows levels and reasons of another organisation', async () => {
  const page = await site.visitAs('ig-lead.derbyshire');
  await goTo(page, '/d2n2/sharing/preview');
  await page.getByLabel('Organisation').selectOption('derby');
  await page.getByText(/, Derby would see/).waitFor();

  await page
    .getByRole('button', { name: 'Released : Placements of Nottingham', exact: true })
    .click();

  await page.getByRole('dialog').getByText(/until/).waitFor();
  expect(new URL(page.url()).search).toBe('?organisation=derby');
});

test('the log is narrowed in the address, and is not open to everybody', async () => {
  const page = await site.visitAs('ig-lead.derby');
  await goTo(page, '/d2n2/log');
  await page.getByLabel('What').selectOption('session.started');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page
    .getByRole('row', { name: /ig-lead\.derby of Derby signed in/ })
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('?type=session.started');
  const file = page.getByRole('link', { name: 'Download these events as CSV' });
  expect(await file.getAttribute('href')).toBe('/exports/audit.csv?type=session.started');

  const stranger = await site.visitAs('commissioner.derby');
  await goTo(stranger, '/d2n2/log');
  await stranger.getByText('The log is not open to you').waitFor();
});

test('a cell of the matrix is reached and read without a mouse', async () => {
  const page = await site.visitAs('commissioner.derby');
  await goTo(page, '/d2n2/sharing');
  await page.getByRole('link', { name: 'Reviewers' }).focus();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Placements of Derby, seen by the hub' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await expect.poll(() => page.evaluate('document.activeElement?.className')).toBe('grid-cell');
});
