import { describe, expect, test } from 'vitest';
import { readOcds } from './ocds.ts';
import { readableText } from './published-text.ts';

const ocid = 'ocds-b5fd17-3acef0bd-20d7-4df8-bbd7-01a3540dc2d6';

const release = {
  ocid,
  id: '06c685f2-50ab-4804-b65d-e275e5445b72-832963',
  date: '2025-03-11T10:37:43Z',
  tag: ['award'],
  buyer: { id: 'GB-CFS-199356', name: 'Cambridgeshire County Council' },
  tender: {
    id: 'CCC001',
    title: 'Placements',
    value: { amount: 0, currency: 'GBP' },
    contractPeriod: { startDate: '2024-12-02T00:00:00Z', endDate: '2030-05-31T23:30:00Z' },
  },
  parties: [
    {
      id: '1',
      name: 'Aurora Group',
      roles: ['supplier'],
      identifier: { scheme: 'GB-COH', id: '04963908' },
      address: { streetAddress: '1 High Street' },
      contactPoint: { name: 'A. Officer', email: 'officer@example.org' },
    },
  ],
  awards: [
    {
      id: `${ocid}-13`,
      date: '2024-12-01T00:00:00Z',
      value: { amount: 0, currency: 'GBP' },
      suppliers: [
        { id: '1', name: 'Aurora Group' },
        { id: '2', name: 'AURORA GROUP' },
      ],
    },
  ],
};

const revised = {
  ...release,
  id: '06c685f2-50ab-4804-b65d-e275e5445b72-833020',
  date: '2025-03-11T12:00:00Z',
  awards: [
    {
      ...release.awards[0],
      id: `${ocid}-14`,
      suppliers: [...(release.awards[0]?.suppliers ?? []), { id: '3', name: 'Wilds Lodge' }],
    },
  ],
};

const read = (file: unknown) => readOcds(JSON.stringify(file));

const packageOf = (...releases: readonly unknown[]) => ({ version: '1.1', releases });

describe('reading contract notices', () => {
  test('takes a release by itself: its days in England, and no value where it says 0', () => {
    const { notices } = read(release);

    expect(notices).toMatchObject([
      {
        ocid,
        reference: 'CCC001',
        buyers: ['Cambridgeshire County Council'],
        startsOn: '2024-12-02',
        endsOn: '2030-06-01',
        value: null,
        awards: [{ awardedOn: '2024-12-01', value: null }],
      },
    ]);
  });

  test('has a supplier once that is named twice, with its company number', () => {
    const { notices } = read(release);

    expect(notices[0]?.awards[0]?.suppliers).toEqual([
      { name: 'Aurora Group', companyNumber: '04963908' },
    ]);
  });

  test('keeps no address and no contact point', () => {
    const text = JSON.stringify(read(release));

    expect(text).not.toMatch(/High Street|officer|Officer/);
  });

  test('has a revised notice as the later version of the same, whatever the order', () => {
    const { notices } = read(packageOf(revised, release));

    expect(notices).toHaveLength(1);
    expect(notices[0]?.releases.map(({ id }) => id)).toEqual([release.id, revised.id]);
    expect(notices[0]?.awards).toMatchObject([
      { suppliers: [{ name: 'Aurora Group' }, { name: 'Wilds Lodge' }] },
    ]);
  });

  test('keeps what an earlier stage said where a later one does not say it', () => {
    const tender = {
      ...release,
      tag: ['tender'],
      id: 'first',
      date: '2024-01-01',
      tender: { ...release.tender, value: { amount: 5_000, currency: 'GBP' } },
      awards: [],
    };

    const { notices } = read(packageOf(tender, { ...release, tender: { title: 'Awarded' } }));

    expect(notices).toMatchObject([
      { title: 'Awarded', value: 5_000, startsOn: '2024-12-02', awards: [{}] },
    ]);
  });
});

describe('a file that is none', () => {
  test.each([
    [
      'of another version',
      { ...packageOf(release), version: '1.0' },
      'version',
      'The version says 1.0',
    ],
    ['of no version', { releases: [release] }, 'version', 'The version is missing'],
    ['of records', { version: '1.1', records: [] }, 'records', 'A package of records'],
    ['of something else', { features: [] }, 'ocid', 'The file is no release'],
    ['without a release', packageOf(), 'releases', 'releases'],
    [
      'with an amount in words',
      packageOf(release, { ...release, tender: { value: { amount: 'much' } } }),
      'releases[1].tender.value.amount',
      'releases[1].tender.value.amount',
    ],
    [
      'with a day that is none',
      packageOf({ ...release, date: '2025-02-31T10:00' }),
      'releases[0].date',
      'releases[0].date must be a day of the calendar',
    ],
    ['without an id', { ...release, ocid: 'x' }, 'ocid', 'ocid must be an identifier'],
  ])('is refused whole, naming where: %s', (_what, file, path, message) => {
    const { notices, problems } = read(file);

    expect(notices).toEqual([]);
    expect(problems[0]).toMatchObject({ path });
    expect(problems[0]?.message).toContain(message);
  });

  test('is refused where it is no JSON', () => {
    expect(readOcds('ocid,title').problems).toMatchObject([{ path: '' }]);
  });
});

describe('a publisher’s free text', () => {
  test.each([
    ['ID- 18130003554rnrnAurora Group: Gold', 'ID- 18130003554\nAurora Group: Gold'],
    [
      'is now awarded to: rn      CF LIMITEDrn      rn      Award',
      'is now awarded to:\nCF LIMITED\nAward',
    ],
    ['Northern Ireland, modern homes, a return', 'Northern Ireland, modern homes, a return'],
    [
      'Write to a.officer@example.gov.uk or ring 01223 123 456.',
      'Write to [address left out] or ring [number left out].',
    ],
    ['Award Notice 2025/S 000-002404', 'Award Notice 2025/S 000-002404'],
  ])('is read as it was meant: %s', (published, readable) => {
    expect(readableText(published)).toBe(readable);
  });

  test.each([
    ['a word', 'a'],
    ['lost breaks that end in a word', 'rn'],
    ['dots', '.'],
    ['spaces', ' '],
    ['half a telephone number', ' 01('],
    ['half addresses', 'a@'],
  ])('is read in no time, however long it is: %s', (_what, piece) => {
    const started = performance.now();
    readableText(`${piece.repeat(1_000_000 / piece.length)}x`);

    // Tried at each letter anew, it takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
