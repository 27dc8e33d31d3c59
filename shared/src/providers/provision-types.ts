/** What Ofsted registers a service as. */
export const provisionTypes = [
  'CHILDRENS_HOME',
  'SUPPORTED_ACCOMMODATION',
  'INDEPENDENT_FOSTERING_AGENCY',
  'RESIDENTIAL_FAMILY_CENTRE',
  'RESIDENTIAL_SPECIAL_SCHOOL',
  'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME',
  'BOARDING_SCHOOL',
  'FURTHER_EDUCATION_COLLEGE',
  'VOLUNTARY_ADOPTION_AGENCY',
  'ADOPTION_SUPPORT_AGENCY',
  'SECURE_CHILDRENS_HOME',
  'HOLIDAY_SCHEME',
  'SECURE_TRAINING_CENTRE',
] as const;

export type ProvisionType = (typeof provisionTypes)[number];

/** As Ofsted prints each, in the spelling of its register of 31 March 2025. */
export const provisionTitles: Readonly<Record<ProvisionType, string>> = {
  CHILDRENS_HOME: 'Children’s home',
  SUPPORTED_ACCOMMODATION: 'Supported accommodation',
  INDEPENDENT_FOSTERING_AGENCY: 'Independent fostering agency',
  RESIDENTIAL_FAMILY_CENTRE: 'Residential family centre',
  RESIDENTIAL_SPECIAL_SCHOOL: 'Residential special school',
  RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME:
    'Residential special school (registered as a children’s home)',
  BOARDING_SCHOOL: 'Boarding school',
  FURTHER_EDUCATION_COLLEGE: 'Further education college with residential accommodation',
  VOLUNTARY_ADOPTION_AGENCY: 'Voluntary adoption agency',
  ADOPTION_SUPPORT_AGENCY: 'Adoption support agency',
  SECURE_CHILDRENS_HOME: 'Secure children’s home',
  HOLIDAY_SCHEME: 'Residential holiday scheme for disabled children',
  SECURE_TRAINING_CENTRE: 'Secure training centre',
};

/** Whether its letters stand for a provision type, whatever its case and apostrophes. */
const spelled = (text: string) => text.toLowerCase().replaceAll('’', "'").trim();

const bySpelling: ReadonlyMap<string, ProvisionType> = new Map(
  provisionTypes.map((type) => [spelled(provisionTitles[type]), type]),
);

/** The provision type that Ofsted prints so, in any case and with either apostrophe; null if there is none. */
export const provisionTypeOf = (printed: string): ProvisionType | null =>
  bySpelling.get(spelled(printed)) ?? null;

/** Homes for children whose names and addresses Ofsted keeps back. */
export const keptBack: ReadonlySet<ProvisionType> = new Set([
  'CHILDRENS_HOME',
  'SECURE_CHILDRENS_HOME',
  'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME',
]);
