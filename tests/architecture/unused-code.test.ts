import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceRoot } from '../testkit/workspace.ts';
import type { Planted } from './planted-tree.ts';
import { inPlantedTree } from './planted-tree.ts';

type Found = readonly { readonly name: string }[];

interface Report {
  readonly issues: readonly {
    readonly file: string;
    readonly files: Found;
    readonly exports: Found;
    readonly types: Found;
    readonly dependencies: Found;
    readonly unlisted: Found;
  }[];
}

/** What the project's unused-code check says about a made-up tree, as `kind: name in file`. */
function findingsIn(files: readonly Planted[]): string[] {
  const config: Planted = ['knip.json', readFileSync(join(workspaceRoot, 'knip.json'), 'utf8')];
  return inPlantedTree([config, ...files], (root) => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(workspaceRoot, 'node_modules/knip/bin/knip.js'),
        ...['--no-progress', '--reporter', 'json'],
      ],
      { cwd: root, encoding: 'utf8' },
    );
    const { issues }: Report = JSON.parse(stdout);
    return issues.flatMap(({ file, ...kinds }) =>
      (['files', 'exports', 'types', 'dependencies', 'unlisted'] as const).flatMap((kind) =>
        kinds[kind].map(({ name }) => `${kind}: ${name} in ${file}`),
      ),
    );
  });
}

const manifest = (name: string, fields: object): Planted => [
  `${name}/package.json`,
  JSON.stringify({ name: `@sufficiency/${name}`, ...fields }),
];

test('the unused-code check reports files, exports, types and dependencies nobody uses', () => {
  const findings = findingsIn([
    ['package.json', JSON.stringify({ name: 'planted', workspaces: ['shared', 'server'] })],
    manifest('shared', { exports: { './*': './src/*' } }),
    manifest('server', { dependencies: { zod: '1.0.0', '@sufficiency/shared': '*' } }),
    ['shared/src/words.ts', 'export const used = 1;\nexport const unused = 2;\n'],
    ['shared/src/types.ts', 'export type Unused = number;\n'],
    ['server/src/lost.ts', 'export const lost = 1;\n'],
    [
      'server/src/main.ts',
      "import { used } from '@sufficiency/shared/words.ts';\nimport 'pg';\n\nused.toString();\n",
    ],
  ]);

  expect(findings.sort()).toEqual([
    'dependencies: zod in server/package.json',
    'exports: unused in shared/src/words.ts',
    'files: server/src/lost.ts in server/src/lost.ts',
    'types: Unused in shared/src/types.ts',
    'unlisted: pg in server/src/main.ts',
  ]);
});
