import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../testkit/workspace.ts';
import type { Planted } from './planted-tree.ts';
import { inPlantedTree, plantFile } from './planted-tree.ts';

/** Packages that the planted files import: empty, but there, so that their imports resolve. */
const packages = [
  'graphql',
  '@pothos/core',
  '@envelop/core',
  'pg',
  '@prisma/client',
  '@hono/node-server',
  'zod',
];

function plantPackages(root: string): void {
  for (const name of packages) {
    const manifest = JSON.stringify({ name, main: 'main.js' });
    plantFile(root, [`node_modules/${name}/package.json`, manifest]);
    plantFile(root, [`node_modules/${name}/main.js`, '']);
  }
  mkdirSync(join(root, 'node_modules/@sufficiency'));
  for (const name of ['shared', 'server', 'prisma']) {
    const manifest = { name: `@sufficiency/${name}`, exports: { './*': './src/*' } };
    plantFile(root, [`${name}/package.json`, JSON.stringify(manifest)]);
    symlinkSync(join(root, name), join(root, 'node_modules/@sufficiency', name));
  }
}

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

/**
 * What the project's own boundary rules say about a made-up tree, as `rule: from → to`.
 *
 * @throws SyntaxError the tool did not run.
 */
export function violationsOf(files: readonly Planted[]): string[] {
  return inPlantedTree(files, (root) => {
    plantPackages(root);
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(workspaceRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        ...['--config', join(workspaceRoot, '.dependency-cruiser.cjs')],
        ...['--output-type', 'json'],
        ...['server', 'client', 'shared', 'prisma', 'tests'],
      ],
      { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const { summary }: Report = JSON.parse(stdout);
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  });
}
