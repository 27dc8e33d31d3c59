import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.ts';

/** Writes `server/schema.graphql`, which outsiders read and the client's types are made from. */
const target = new URL('../../schema.graphql', import.meta.url);
writeFileSync(target, `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
