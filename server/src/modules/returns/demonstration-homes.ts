import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import { apportion } from '../../platform/demonstration-shapes.ts';
import type { Profile } from './demonstration-calibration.ts';
import type { ReturnMonth } from './demonstration-month.ts';

/** A provider that does not exist. */
export interface FictitiousProvider {
  readonly name: string;
  /** Above 9,000,000, where none of Ofsted's numbers is. */
  readonly urn: string;
  readonly service: 'FOSTERING' | 'RESIDENTIAL' | 'SUPPORTED';
}

const provider = (number: number, name: string, service: FictitiousProvider['service']) => ({
  name: `${name} (fictitious)`,
  urn: String(9_900_000 + number),
  service,
});

/** The providers of the demonstration; the first three are organisations that sign in. */
export const fictitiousProviders: readonly FictitiousProvider[] = [
  provider(1, 'Alder and Ash Homes', 'RESIDENTIAL'),
  provider(2, 'Brook Lane Care', 'RESIDENTIAL'),
  provider(3, 'Copper Beech Fostering', 'FOSTERING'),
  provider(4, 'Dovecote Homes', 'RESIDENTIAL'),
  provider(5, 'Elderfield Fostering', 'FOSTERING'),
  provider(6, 'Fernhollow Care', 'RESIDENTIAL'),
  provider(7, 'Greenmantle Living', 'SUPPORTED'),
  provider(8, 'Hazelgrove Fostering', 'FOSTERING'),
  provider(9, 'Ivybridge Lodgings', 'SUPPORTED'),
  provider(10, 'Juniper Row Homes', 'RESIDENTIAL'),
  provider(11, 'Kestrelwood Living', 'SUPPORTED'),
  provider(12, 'Larkspur Families', 'FOSTERING'),
];

/** A home that does not exist. */
export interface FictitiousHome {
  readonly urn: string;
  readonly provisionType: string;
  /** PR1 is run by the authority; PR4 is another's, with its beds under block contract. */
  readonly sector: 'PR1' | 'PR4';
  readonly provider: FictitiousProvider;
  /** Unit: beds. */
  readonly registered: number;
}

/** Of the homes that stand in an area, how many the authority runs or holds beds in. */
const shareHeld = 0.1;

/** The homes an authority runs or holds, with as many beds as homes in its area have on average. */
export function homesOf(profile: Profile): readonly FictitiousHome[] {
  const inArea = Math.max(1, profile.counted('homes-in-area'));
  const homes = Math.max(3, Math.round(inArea * shareHeld));
  const beds = Math.max(
    homes,
    Math.round((homes * profile.counted('home-places-in-area')) / inArea),
  );
  const chance = chanceOf(`${profile.code} homes`);
  const sizes = apportion(
    beds - homes,
    Array.from({ length: homes }, () => chance.between(1, 6)),
  );
  const owners = fictitiousProviders.filter(({ service }) => service === 'RESIDENTIAL');

  return sizes.map((size, index) => ({
    urn: `9${digitsOf(profile.code)}${String(index + 1).padStart(3, '0')}`,
    provisionType: 'CHILDRENS-HOME',
    sector: index % 3 === 2 ? 'PR4' : 'PR1',
    provider:
      owners[(index + chance.between(0, 9)) % owners.length] ?? provider(0, '', 'RESIDENTIAL'),
    registered: size + 1,
  }));
}

/** Three digits that tell the authorities of the demonstration apart, from their GSS codes. */
const digitsOf = (code: string) => `${code.slice(2, 3)}${code.slice(-2)}`;

/** How the beds of a home stand at the end of a month: the last four add up to `usable`. */
export interface HomeBeds {
  readonly home: FictitiousHome;
  readonly operational: number;
  readonly usable: number;
  readonly occupied: number;
  readonly reserved: number;
  readonly accepting: number;
  readonly closed: number;
  readonly closedReason: string;
}

/** The beds of every home of an authority at the end of a month. */
export const bedsIn = ({ profile, month }: ReturnMonth): readonly HomeBeds[] =>
  homesOf(profile).map((home) => {
    const states = Array.from({ length: home.registered }, (_, bed) =>
      bedState(home.urn, bed, month),
    );
    const count = (...of: readonly string[]) => states.filter((state) => of.includes(state)).length;
    const closed = count(...closedStates);
    return {
      home,
      operational: home.registered - count('NOT-OPEN'),
      usable: home.registered - count('NOT-OPEN', 'NOT-USABLE'),
      occupied: count('OCCUPIED'),
      reserved: count('RESERVED'),
      accepting: count('ACCEPTING'),
      closed,
      closedReason: states.find((state) => closedStates.includes(state)) ?? '',
    };
  });

const closedStates: readonly string[] = ['MATCHING', 'STAFFING', 'BUILDING'];

/** How often a bed is in each state; those of closed beds are the codes of the reasons. */
const bedStates: Weights = {
  OCCUPIED: 74,
  RESERVED: 3,
  ACCEPTING: 8,
  MATCHING: 5,
  STAFFING: 2,
  BUILDING: 1,
  'NOT-USABLE': 3,
  'NOT-OPEN': 4,
};

/** The state of one bed of a home at the end of a month: it changes once in some months. */
export function bedState(urn: string, nth: number, month: number): string {
  const bed = `${urn} bed ${nth}`;
  const chance = chanceOf(bed);
  const stays = chance.between(2, 9);
  const turn = Math.floor((month + chance.between(0, stays)) / stays);
  return chanceOf(`${bed} ${turn}`).weighed(bedStates);
}
