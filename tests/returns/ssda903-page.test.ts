import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, keepScreenshot, scrollsSideways } from '../testkit/browser.ts';
import { quiet } from '../testkit/quiet.ts';
import { goTo, openSite } from '../testkit/site.ts';

const site = await openSite();

/** Values that must never leave the browser: they are in the files and look like nothing else. */
const canaries = {
  first: 'CANARY7731',
  second: 'CANARY7732',
  upn: 'Z999777333111',
  born: '17/03/2011',
  bornOtherwise: '2011-03-17',
  postcode: 'ZZ97 9QX',
};

const header = [
  'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  `${canaries.first},1,${canaries.born},WBRI,${canaries.upn},,`,
  `${canaries.second},2,${canaries.born},APKN,${canaries.upn},,`,
].join('\r\n');

const episodes = [
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  `${canaries.first},01/02/2020,S,C2,N1,U6,PR4,,,,${canaries.postcode},${canaries.postcode},`,
  `${canaries.second},01/02/2020,S,C2,N1,K2,PR1,,,,${canaries.postcode},${canaries.postcode},`,
  `${canaries.second},not a day,S,C2,N1,K2,PR1,,,,,,`,
].join('\r\n');

const uasc = `CHILD,SEX,DOB,DUC\r\n${canaries.first},1,${canaries.born},`;

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const files = [csv('a.csv', uasc), csv('b.csv', episodes), csv('c.csv', header)];

/** Everything a page sends: addresses, headers and bodies. */
function recordRequests(page: Page): { readonly sent: () => Promise<string> } {
  const requests: Request[] = [];
  page.context().on('request', (request) => requests.push(request));
  return {
    sent: async () => {
      const all = await Promise.all(
        requests.map(async (request) => [
          request.url(),
          JSON.stringify(await request.allHeaders()),
          request.postDataBuffer()?.toString('latin1') ?? '',
        ]),
      );
      return all.flat().join('\n');
    },
  };
}

/** Everything the browser keeps for the site, as text: storage, databases, caches and the page’s address. */
const KEPT = `(async () => {
  const kept = [location.href, document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)];
  for (const { name } of await indexedDB.databases()) kept.push('database ' + name);
  for (const name of await caches.keys()) kept.push('cache ' + name);
  return kept.join('\\n');
})()`;

async function count(page: Page): Promise<void> {
  await goTo(page, '/d2n2/returns/ssda903');
  await page.getByLabel('CSV files').setInputFiles(files);
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await page.getByRole('heading', { name: 'What will be sent' }).waitFor();
}

/** Everything a workbook holds, unpacked. */
async function textOfWorkbook(path: string): Promise<string> {
  const parts = unzipSync(await readFile(path));
  return Object.values(parts)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
}

const found = (text: string): string[] =>
  Object.values(canaries).filter((canary) => text.includes(canary));

describe('counting SSDA903 files in the browser', () => {
  test('shows every table that would be sent, small numbers marked, and problems by row', async () => {
    const page = await site.visitAs('commissioner.derby');
    await count(page);

    expect(
      await page.getByRole('status').getByText('2 children were looked after on').count(),
    ).toBe(1);
    const table = page.getByRole('table', { name: 'Children looked after by placement type' });
    expect(await table.getByRole('row', { name: /^K2/ }).textContent()).toMatch(
      /1 \(small number\)$/,
    );
    expect(await table.getByRole('row', { name: /^TOTAL/ }).textContent()).toMatch(
      /2 \(small number\)$/,
    );
    expect(await page.getByRole('table', { name: /What may be wrong/ }).textContent()).toContain(
      'Row 4',
    );
    await keepScreenshot(page, 'ssda903-light');
    expect(await axe(page)).toEqual([]);
  });

  test('sends nothing of a child, shows nothing of a child, and keeps nothing', async () => {
    const page = await site.visitAs('commissioner.derby');
    const requests = recordRequests(page);
    await count(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as a workbook' }).click();
    const saved = await (await download).path();
    await page.getByRole('link', { name: 'Overview' }).first().click();
    await quiet(page);

    const kept: string = await page.evaluate(KEPT);
    const storage = JSON.stringify(await page.context().storageState({ indexedDB: true }));
    expect(found(await requests.sent())).toEqual([]);
    expect(found(`${kept}\n${storage}`)).toEqual([]);
    const workbook = await textOfWorkbook(saved);
    expect(workbook).toContain('E06000015');
    expect(found(workbook)).toEqual([]);
    expect(kept).not.toMatch(/^(database|cache) /m);
  });

  test('takes files that are dropped, and says what is missing among them', async () => {
    const page = await site.visitAs('commissioner.derby');
    await goTo(page, '/d2n2/returns/ssda903');
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'header.csv', { type: 'text/csv' }));
      return transfer;
    }, header);

    await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('button', { name: 'Count', exact: true }).click();

    const alert = page.getByRole('alert');
    await alert.getByText('None of the files is an episodes file').waitFor();
    await page.getByRole('list', { name: 'Chosen files' }).getByText('header.csv').waitFor();
  });

  test('in dark at 320 pixels is without violations and does not scroll sideways', async () => {
    const page = await site.visitAs('commissioner.derby', { colourScheme: 'dark', width: 320 });
    await count(page);

    await keepScreenshot(page, 'ssda903-320-dark');
    expect(await axe(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
