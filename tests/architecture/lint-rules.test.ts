import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workspaceRoot } from '../testkit/workspace.ts';
import type { Planted } from './planted-tree.ts';
import { inPlantedTree } from './planted-tree.ts';

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
}

/** What the project's linter says about a made-up tree, as `path: rule`. */
function complaintsAbout(files: readonly Planted[]): string[] {
  const config: Planted = ['biome.json', readFileSync(join(workspaceRoot, 'biome.json'), 'utf8')];
  return inPlantedTree([config, ...files], (root) => {
    const { stdout } = spawnSync(
      join(workspaceRoot, 'node_modules/.bin/biome'),
      ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'],
      { cwd: root, encoding: 'utf8' },
    );
    const { diagnostics }: Report = JSON.parse(stdout);
    return diagnostics.map(({ category, location }) => `${location.path}: ${category}`);
  });
}

const planted: readonly Planted[] = [
  ['server/src/any.ts', 'export const a: any = 1;\n'],
  ['server/src/default-export.ts', 'export default 1;\n'],
  ['server/src/environment.ts', 'export const a = process.env.A;\n'],
  ['server/src/imported.ts', "import { env } from 'node:process';\n\nexport const a = env.A;\n"],
  ['server/src/talkative.ts', "console.log('a');\n"],
  ['shared/src/barrel.ts', "export * from './any.ts';\n"],
  ['server/src/camelCase.ts', 'export const a = 1;\n'],
  ['client/src/snake_case.tsx', 'export const a = 1;\n'],
  [
    'server/src/complex.ts',
    `export function a(b: boolean[], go: () => void): void {
      for (const c of b) if (c) for (const d of b) if (d) for (const e of b) if (e) go();
    }\n`,
  ],
  ['client/src/Picture.tsx', 'export const Picture = () => <img src="a.png" />;\n'],
  ['tests/skipped.test.ts', "test.skip('a', () => undefined);\n"],
];

const allowed: readonly Planted[] = [
  ['server/src/env.ts', 'export const a = process.env.A;\n'],
  ['client/vite.config.ts', 'export default 1;\n'],
  ['server/src/start.ts', "console.log('a');\n"],
  ['client/src/HomeCard.tsx', 'export const HomeCard = () => <p>a</p>;\n'],
];

describe('the linter', () => {
  const complaints = complaintsAbout([...planted, ...allowed]);

  test.each([
    'server/src/any.ts: lint/suspicious/noExplicitAny',
    'server/src/default-export.ts: lint/style/noDefaultExport',
    'server/src/environment.ts: lint/style/noProcessEnv',
    'server/src/imported.ts: lint/style/noRestrictedImports',
    'server/src/talkative.ts: lint/suspicious/noConsole',
    'shared/src/barrel.ts: lint/performance/noReExportAll',
    'server/src/camelCase.ts: lint/style/useFilenamingConvention',
    'client/src/snake_case.tsx: lint/style/useFilenamingConvention',
    'server/src/complex.ts: lint/complexity/noExcessiveCognitiveComplexity',
    'client/src/Picture.tsx: lint/a11y/useAltText',
    'tests/skipped.test.ts: lint/suspicious/noSkippedTests',
  ])('refuses %s', (complaint) => {
    expect(complaints).toContain(complaint);
  });

  test('allows the exceptions it names', () => {
    expect(complaintsAbout(allowed)).toEqual([]);
  });
});
