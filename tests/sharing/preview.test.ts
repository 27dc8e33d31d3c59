import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import { underPolicies } from './agreements.ts';

const app = await testApp();
const pool = new pg.Pool({ connectionString: app.appUrl, max: 2 });
pool.on('error', () => undefined);
afterAll(() => pool.end());

const PREVIEW = `query Preview($organisation: String!, $role: String) {
  previewAs(organisation: $organisation, role: $role) {
    organisation { slug } role cells { authority { code } dataset level why agreement { reference } }
  }
}`;

interface Previewed {
  readonly previewAs: {
    readonly organisation: { readonly slug: string };
    readonly role: string;
    readonly cells: readonly {
      readonly authority: { readonly code: string };
      readonly dataset: string;
      readonly level: string;
      readonly why: string;
      readonly agreement: { readonly reference: string } | null;
    }[];
  };
}

/** What an account really sees of others, as row-level security has it: the most of each dataset. */
const realSight = (account: string) =>
  underPolicies(pool, { account, at: new Date().toISOString() }, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select concat_ws(' ', authority_code, dataset, max(level)) as line from sight()
       group by authority_code, dataset`,
    );
    return rows.map(({ line }) => line).sort();
  });

async function previewed(organisation: string, role: string): Promise<string[]> {
  const lead =
    organisation.startsWith('west') || organisation === 'coventry' ? 'west-midlands' : 'd2n2';
  const { data } = await app.as<Previewed>(`ig-lead.${lead}`, PREVIEW, { organisation, role });
  const cells = data?.previewAs.cells ?? [];
  return cells
    .filter(({ level, why }) => level !== 'NONE' && why !== 'own')
    .map(({ authority, dataset, level }) => `${authority.code} ${dataset} ${level}`)
    .sort();
}

describe('a preview', () => {
  test.each([
    ['derby', 'commissioner'],
    ['derby', 'placement-officer'],
    ['nottingham', 'commissioner'],
    ['nottinghamshire', 'ig-lead'],
    ['d2n2', 'hub-analyst'],
    ['d2n2', 'reviewer'],
    ['coventry', 'commissioner'],
    ['coventry', 'placement-officer'],
    ['west-midlands', 'hub-manager'],
    ['west-midlands', 'reviewer'],
  ])('of %s as its %s is what that account really sees', async (organisation, role) => {
    const seen = await realSight(`${role}.${organisation}`);

    expect(seen.length).toBeGreaterThan(0);
    expect(await previewed(organisation, role)).toEqual(seen);
  });

  test('says why each dataset is seen, or is not', async () => {
    const { data } = await app.as<Previewed>('ig-lead.d2n2', PREVIEW, { organisation: 'derby' });
    const why = Object.fromEntries(
      (data?.previewAs.cells ?? []).map(({ authority, dataset, why: sentence }) => [
        `${authority.code} ${dataset}`,
        sentence,
      ]),
    );

    expect(data?.previewAs.role).toBe('commissioner');
    expect(why['E06000015 placements']).toBe('own');
    expect(why['E10000007 placements']).toMatch(
      /^D2N2\/01, “Comparing sufficiency across D2N2”, until/,
    );
    expect(why['E06000018 costs']).toBe('Nottingham has not signed D2N2/03.');
    expect(why['E10000007 demand']).toMatch(/^D2N2\/04: Its access review was due by/);
  });

  test('is in the log of who looked', async () => {
    await app.as('ig-lead.derby', PREVIEW, { organisation: 'nottingham' });

    const { rows } = await app.db.query(
      `select o.slug, e.details from audit_event e join organisation o on o.id = e.tenant_id
       where e.type = 'sharing.previewed' and e.account = 'ig-lead.derby'`,
    );
    expect(rows).toEqual([{ slug: 'derby', details: { organisation: 'nottingham' } }]);
  });

  test('is for information-governance leads, of organisations and roles there are', async () => {
    const asked = async (account: string, variables: Readonly<Record<string, string>>) =>
      refusalOf(await app.as(account, PREVIEW, variables));

    expect(await asked('commissioner.derby', { organisation: 'derby' })).toMatch(/^FORBIDDEN/);
    expect(await asked('ig-lead.derby', { organisation: 'atlantis' })).toBe(
      'NOT_FOUND: There is no organisation in your consortia “atlantis”.',
    );
    expect(await asked('ig-lead.derby', { organisation: 'derby', role: 'king' })).toMatch(
      /^BAD_USER_INPUT: role must be among/,
    );
  });
});
