import { createAuthorityDirectory } from './directory.ts';

const eastMidlands = 'E12000004';
const westMidlands = 'E12000005';
const london = 'E12000007';

const authority = (code: string, dfeCode: string, name: string, regionCode: string) => ({
  code,
  dfeCode,
  name,
  regionCode,
});

/** A few authorities, each of which some file makes difficult. For tests. */
export const smallDirectory = createAuthorityDirectory(
  [
    authority('E06000015', '831', 'Derby', eastMidlands),
    authority('E10000007', '830', 'Derbyshire', eastMidlands),
    authority('E06000061', '940', 'North Northamptonshire', eastMidlands),
    authority('E08000025', '330', 'Birmingham', westMidlands),
    authority('E06000019', '884', 'Herefordshire, County of', westMidlands),
    authority('E09000033', '213', 'Westminster', london),
  ],
  [
    { code: eastMidlands, name: 'East Midlands' },
    { code: westMidlands, name: 'West Midlands' },
    { code: london, name: 'London' },
  ],
);
