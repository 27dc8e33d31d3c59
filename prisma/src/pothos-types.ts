// What Pothos is generated to know of the models, under a name that does not move when its folder does.
export type { default as PrismaTypes } from '../generated/pothos-types.ts';
export { getDatamodel } from '../generated/pothos-types.ts';
