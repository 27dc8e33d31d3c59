import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../testkit/project-files.ts';
import { workspaceRoot } from '../testkit/workspace.ts';

const decisions = projectFiles(/^docs\/adr\/\d{4}-.*\.md$/).sort();
const documents = projectFiles(/\.md$/);

/** Targets of a document's links to other files of the project, as paths from the root. */
const linksOf = (document: string): string[] =>
  [...readProjectFile(document).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map(
    ([, target]) => `${document} → ${join(dirname(document), String(target))}`,
  );

const leadsNowhere = (link: string): boolean =>
  !existsSync(join(workspaceRoot, String(link.split(' → ')[1])));

describe('architecture decisions', () => {
  test('are numbered from 1 without gaps or doubles', () => {
    const numbers = decisions.map((path) => Number(path.slice('docs/adr/'.length).slice(0, 4)));

    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test.each(decisions)('%s has number, date, status and the five parts', (path) => {
    const number = Number(path.slice('docs/adr/'.length).slice(0, 4));
    const text = readProjectFile(path);

    expect(text).toMatch(new RegExp(`^# ${number}\\. `));
    expect(text).toMatch(/^Date: \d{4}-\d\d-\d\d$/m);
    expect(text).toMatch(/^Status: (proposed|accepted|superseded by \d+)$/m);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      'Context',
      'Decision',
      'Consequences',
      'Alternatives',
    ]);
  });
});

describe('the README', () => {
  const readme = readProjectFile('README.md');

  test('opens with the two commands', () => {
    const opening = readme.split('\n').slice(0, 25).join('\n');

    expect(opening).toContain('npx pnpm@12 start');
    expect(opening).toContain('npx pnpm@12 test');
  });

  test('names only commands that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readProjectFile('package.json'),
    );
    const named = documents.flatMap((document) =>
      [...readProjectFile(document).matchAll(/pnpm(?:@12)? ([a-z][a-z0-9-]*(?::[a-z]+)?)/g)].map(
        ([, name]) => String(name),
      ),
    );
    const ofPnpmItself = ['install', 'exec', 'add', 'run'];

    expect(named).not.toEqual([]);
    expect([...Object.keys(scripts), ...ofPnpmItself]).toEqual(expect.arrayContaining(named));
  });
});

test('links between documents lead somewhere', () => {
  expect(documents.flatMap(linksOf).filter(leadsNowhere)).toEqual([]);
});

test('docs/words.md explains the words that everything else uses', () => {
  const words = readProjectFile('docs/words.md').toLowerCase();
  const missing = [
    'authority',
    'tenant',
    'consortium',
    'hub',
    'indicator',
    'figure',
    'symbol',
    'vintage',
    'provider',
    'comparator',
    'period',
  ].filter((word) => !words.includes(word));

  expect(missing).toEqual([]);
});
