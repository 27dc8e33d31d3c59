import type { Chance } from '../../platform/demonstration-chance.ts';

/** Postcode districts of each member. */
const districts: Readonly<Record<string, readonly string[]>> = {
  E06000015: ['DE1', 'DE3', 'DE21', 'DE22', 'DE23', 'DE24'],
  E10000007: [
    'DE4',
    'DE5',
    'DE7',
    'DE11',
    'DE45',
    'DE55',
    'DE56',
    'NG10',
    'S40',
    'S41',
    'S44',
    'SK13',
    'SK17',
  ],
  E06000018: ['NG1', 'NG3', 'NG5', 'NG6', 'NG7', 'NG8', 'NG11'],
  E10000024: [
    'NG2',
    'NG4',
    'NG9',
    'NG12',
    'NG13',
    'NG16',
    'NG17',
    'NG18',
    'NG19',
    'NG22',
    'NG24',
    'S80',
    'S81',
  ],
};

/** Districts of none of them. */
const elsewhere = ['LE3', 'LE11', 'ST4', 'S8', 'DN22', 'PE25', 'B79'];

/** Where a household lives; now and then nobody wrote it down. */
export function areaOf(authority: string | null, chance: Chance): string | null {
  const known = (authority === null ? elsewhere : districts[authority]) ?? [];
  const [share, place] = [chance.share(), chance.between(0, Math.max(0, known.length - 1))];
  return share < 0.06 ? null : (known[place] ?? null);
}

/** Sources that a campaign brings enquiries from. */
const campaigned = ['WEB', 'SOCIAL', 'EVENT', 'HUB'];

/** What the hub campaigned with in a month, by its number. */
const campaigns: Readonly<Record<string, string>> = {
  '01': 'NEW-YEAR',
  '02': 'NEW-YEAR',
  '05': 'FOSTER-CARE-FORTNIGHT',
  '06': 'FOSTER-CARE-FORTNIGHT',
  '09': 'AUTUMN',
  '10': 'AUTUMN',
};

/** The campaign that an enquiry came from; null where none did. */
export function campaignOf(source: string, day: string, chance: Chance): string | null {
  const campaign = campaigns[day.slice(5, 7)];
  const came = chance.share() < 0.55;
  return campaign && came && campaigned.includes(source) ? `${campaign}-${day.slice(0, 4)}` : null;
}
