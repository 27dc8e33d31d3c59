/** Columns that name an area of a geographic level: its code and its name. */
const areaColumns: Readonly<Record<string, readonly [code: string, name: string]>> = {
  National: ['country_code', 'country_name'],
  Regional: ['region_code', 'region_name'],
  'Local authority': ['new_la_code', 'la_name'],
  'Local authority district': ['lad_code', 'lad_name'],
  'Police force area': ['pfa_code', 'pfa_name'],
  'Local skills improvement plan area': ['lsip_code', 'lsip_name'],
  'Local enterprise partnership': [
    'local_enterprise_partnership_code',
    'local_enterprise_partnership_name',
  ],
  'Parliamentary constituency': ['pcon_code', 'pcon_name'],
  Ward: ['ward_code', 'ward_name'],
  'English devolved area': ['english_devolved_area_code', 'english_devolved_area_name'],
  MAT: ['trust_id', 'trust_name'],
  School: ['school_urn', 'school_name'],
};

/** Columns that say where or when, and are neither filter nor indicator. */
export const placeAndTimeColumns: ReadonlySet<string> = new Set([
  'time_period',
  'time_identifier',
  'geographic_level',
  'old_la_code',
  'school_laestab',
  ...Object.values(areaColumns).flat(),
]);

/** The columns in which rows of a level name their area; undefined for a level that is not known. */
export const areaColumnsOf = (level: string): readonly [code: string, name: string] | undefined =>
  areaColumns[level];
