/**
 * Writes the types that gql.tada reads, `src/graphql/schema.d.ts`, from the server's printed schema.
 *
 * The command `gql.tada generate-output` does the same, but reads tsconfig.json through TypeScript's
 * JavaScript API, which TypeScript 7 no longer has.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

const schemaFile = new URL('../../server/schema.graphql', import.meta.url);
const typesFile = new URL('../src/graphql/schema.d.ts', import.meta.url);

const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const introspection = minifyIntrospection(introspectionFromSchema(schema));
const types = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });

mkdirSync(new URL('.', typesFile), { recursive: true });
writeFileSync(typesFile, types);
