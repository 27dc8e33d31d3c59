import type { Framework } from '../providers/buying.ts';
import {
  addedAwards,
  buyer,
  done,
  forgetBuying,
  givenCallOff,
  givenContract,
  givenFramework,
  givenOwners,
  givenUplift,
  lead,
  usualAwards,
  usualCallOff,
  usualFramework,
} from '../providers/buying.ts';
import { published, sendFiles } from '../providers/importing.ts';
import { codes, fell, moss } from '../providers/use.ts';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import type { TestApp } from '../testkit/app.ts';
import { globalId } from '../testkit/requests.ts';
import type { Example } from './example.ts';

/** Something that somebody does with a framework, a contract or a request for higher prices. */
const ofBuying = (
  leaves: string,
  act: (app: TestApp) => Promise<() => Promise<unknown>>,
): Example => ({
  leaves,
  prepare: async (app) => {
    await forgetBuying(app.db);
    await givenOwners(app.db);
    return await act(app);
  },
});

/** With the framework of Derbyshire’s there already. */
const ofFramework = (
  leaves: string,
  act: (app: TestApp, framework: Framework) => Promise<unknown>,
): Example =>
  ofBuying(leaves, async (app) => {
    const framework = await givenFramework(app);
    return () => act(app, framework);
  });

/** With a call-off of Derbyshire's there already. */
const ofCallOff = (
  leaves: string,
  act: (app: TestApp, seen: { id: string; version: number }) => Promise<unknown>,
): Example =>
  ofBuying(leaves, async (app) => {
    const { awards } = await givenFramework(app);
    const seen = await givenCallOff(app, lead, { award: awards[0], authority: codes.derbyshire });
    return () => act(app, seen);
  });

const contractInput = {
  authority: codes.derby,
  reference: 'BLOCK-A-1',
  provider: moss.key,
  beds: 2,
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
};

/** A row of a return of Derby's: its contract with Moss Gate, of which it does not say how it was used. */
const contractRow = (reference: string, beds: number) => [
  reference,
  moss.name,
  '',
  '2025-07-01',
  '2027-06-30',
  String(beds),
  'x',
  'x',
  'x',
];

const contractHeader =
  'authority_code,period,contract,provider,urn,starts_on,ends_on,beds,occupied,void_days,weekly_price';

/** An accepted return of providers, with one contract in it; its id. */
async function givenReturn({ db }: TestApp, cells: readonly string[]): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
     select o.id, gen_random_uuid(), $1, 'providers', '2024-03', 1, 'a test', true, now(),
       ${acceptedValues({ month: `'2024-03'`, at: 'now()' })} from organisation o where o.slug = 'derby'
     returning id`,
    [codes.derby],
  );
  const id = rows[0]?.id ?? '';
  await db.query(
    `insert into return_row (tenant_id, return_id, table_name, "row", cells)
     select tenant_id, id, 'block-contracts', 2, $2::text[] from "return" where id = $1`,
    [id, [codes.derby, '2024-03', ...cells]],
  );
  return globalId('Return', id);
}

/** One for every mutation of how authorities buy. */
export const providerMutations: Readonly<Record<string, Example>> = {
  markNotificationsRead: ofBuying('notification.read', (app) =>
    Promise.resolve(() =>
      app.as(buyer, 'mutation { markNotificationsRead(input: { ids: [] }) { id } }'),
    ),
  ),
  addFramework: ofBuying('framework.added', (app) =>
    Promise.resolve(() => done(app, lead, { mutation: 'addFramework', input: usualFramework })),
  ),
  changeFramework: ofFramework('framework.changed', (app, { id, version }) =>
    done(app, lead, { mutation: 'changeFramework', input: { id, version, title: 'A name' } }),
  ),
  addFrameworkAwards: ofFramework('framework.awarded', (app, { id, version }) =>
    addedAwards(app, { id, version }, [
      { ...usualAwards[1], provider: fell.key, services: ['9990003'] },
    ]),
  ),
  endFrameworkAward: ofFramework('framework.awardEnded', (app, { awards }) =>
    done(app, lead, {
      mutation: 'endFrameworkAward',
      input: { id: awards[0], version: 1, endsOn: '2026-06-30' },
    }),
  ),
  changeAwardHomes: ofFramework('framework.homesChanged', (app, { awards }) =>
    done(app, lead, {
      mutation: 'changeAwardHomes',
      input: { id: awards[0], version: 1, services: ['9990002'] },
    }),
  ),
  setAwardPrice: ofFramework('framework.priceSet', (app, { awards }) =>
    done(app, lead, { mutation: 'setAwardPrice', input: { award: awards[0], weeklyPrice: 5_000 } }),
  ),
  recordCallOff: ofFramework('framework.calledOff', (app, { awards }) =>
    givenCallOff(app, lead, { award: awards[0], authority: codes.derbyshire }),
  ),
  correctCallOff: ofCallOff('framework.callOffCorrected', (app, seen) =>
    done(app, lead, {
      mutation: 'correctCallOff',
      input: { ...usualCallOff, ...seen, authority: codes.derbyshire, placements: 2 },
    }),
  ),
  takeBackCallOff: ofCallOff('framework.callOffTakenBack', (app, seen) =>
    done(app, lead, { mutation: 'takeBackCallOff', input: seen }),
  ),
  addBlockContract: ofBuying('contract.added', (app) =>
    Promise.resolve(() => done(app, buyer, { mutation: 'addBlockContract', input: contractInput })),
  ),
  changeBlockContract: ofBuying('contract.changed', async (app) => {
    const input = { ...(await givenContract(app)), beds: 3 };
    return () => done(app, buyer, { mutation: 'changeBlockContract', input });
  }),
  recordBlockMonth: ofBuying('contract.monthRecorded', async (app) => {
    const input = { ...(await givenContract(app)), month: '2026-04', occupied: 1, voidDays: 2 };
    return () => done(app, buyer, { mutation: 'recordBlockMonth', input });
  }),
  requestUplift: ofFramework('uplift.asked', (app, { id }) =>
    done(app, lead, {
      mutation: 'requestUplift',
      input: {
        framework: id,
        provider: moss.key,
        askedOn: '2026-06-01',
        percent: 5,
        reason: 'A test.',
      },
    }),
  ),
  handleUplift: ofBuying('uplift.handled', async (app) => {
    const { id } = await givenFramework(app);
    const input = {
      ...(await givenUplift(app, id, { link: codes.derbyshire })),
      status: 'IN_HAND',
    };
    return () => done(app, lead, { mutation: 'handleUplift', input });
  }),
  answerUplift: ofBuying('uplift.answered', async (app) => {
    const { id: framework } = await givenFramework(app);
    const { id } = await givenUplift(app, framework, { link: codes.derbyshire });
    const input = { id, authority: codes.derbyshire, grantedPercent: 0 };
    return () => done(app, lead, { mutation: 'answerUplift', input });
  }),
  importOcds: ofBuying('framework.added', async (app) => {
    const notice = await published('cf_tender_bc70b3b4ee87_819945');
    return () =>
      sendFiles(app, lead, {
        query: 'mutation ($input: ImportOcdsInput!) { importOcds(input: $input) { applied } }',
        variables: { input: { file: null, apply: true } },
        files: { 'variables.input.file': { name: 'notice.json', text: JSON.stringify(notice) } },
      });
  }),
  importContracts: ofBuying('contract.added', (app) =>
    Promise.resolve(() =>
      sendFiles(app, buyer, {
        query:
          'mutation ($input: ImportContractsInput!) { importContracts(input: $input) { applied } }',
        variables: {
          input: { authority: codes.derby, month: '2026-04', files: [null], apply: true },
        },
        files: {
          'variables.input.files.0': {
            name: 'block-contracts.csv',
            text: [
              contractHeader,
              [codes.derby, '2026-04', ...contractRow('BLOCK-A-2', 2)].join(),
            ].join('\n'),
          },
        },
      }),
    ),
  ),
  takeFromReturn: ofBuying('contract.changed', async (app) => {
    await givenContract(app);
    const id = await givenReturn(app, contractRow('BLOCK-T-1', 3));
    return () =>
      done(app, buyer, {
        mutation: 'takeFromReturn',
        input: { return: id, apply: true },
        asked: 'applied',
      });
  }),
};
