import { describe, expect, test } from 'vitest';
import { linesMatching, projectFiles } from '../testkit/project-files.ts';

const texts = projectFiles(
  /\.(ts|tsx|cjs|json|jsonc|ya?ml|md|sql|prisma|graphql|scss|html|sh)$|\.ci\/run$/,
);
const sources = projectFiles(/\.tsx?$/);
const serverSources = projectFiles(/^server\/src\/.*\.ts$/);

describe('no file of the project', () => {
  test('mentions a place on somebody’s machine', () => {
    expect(linesMatching(texts, /(^|[\s"'`(=:])\/(home|root|work|Users|opt)\/[a-z]/)).toEqual([]);
    expect(
      linesMatching(texts, /\.\.\/shared\/(data|reference|product|architecture|style)\b/),
    ).toEqual([]);
  });

  test('mentions the host of a package registry', () => {
    expect(linesMatching(texts, /registry\.[a-z]+js\.org|registry\.yarnpkg/)).toEqual([]);
  });

  test('has marks of unfinished work', () => {
    expect(linesMatching(sources, /\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/)).toEqual([]);
  });
});

describe('only one file of the server', () => {
  test('asks the machine for the time: platform/clock.ts', () => {
    const others = serverSources.filter((path) => path !== 'server/src/platform/clock.ts');

    expect(linesMatching(others, /new Date\(\)|Date\.now\(/)).toEqual([]);
  });

  test('listens: main.ts', () => {
    const others = serverSources.filter((path) => path !== 'server/src/main.ts');

    expect(linesMatching(others, /(?<!\blive)\.listen\(|\bcreateServer\(/)).toEqual([]);
  });
});

describe('connections to PostgreSQL', () => {
  test('are opened in platform/ only', () => {
    const others = serverSources.filter((path) => !path.startsWith('server/src/platform/'));

    expect(linesMatching(others, /new (pg\.)?(Pool|Client|PrismaClient)\(/)).toEqual([]);
  });
});

test('tenant filters are built in access only', () => {
  const others = serverSources.filter((path) => !path.startsWith('server/src/modules/access/'));

  expect(linesMatching(others, /\btenantId: \w*[aA]ctor\./)).toEqual([]);
});
