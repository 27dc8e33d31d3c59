import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { problemsSentence } from './import-words.ts';

/** Looks at files of households and of how their places are used, or takes them over. */
export const ImportHouseholdsMutation = graphql(`
  mutation ImportFosteringHouseholds($input: ImportFosteringHouseholdsInput!) {
    found: importFosteringHouseholds(input: $input) {
      applied
      problems {
        file
        row
        column
        message
      }
      moreProblems
      items {
        file
        row
        reference
        outcome
      }
    }
  }
`);

type Found = ResultOf<typeof ImportHouseholdsMutation>['found'];

const words = {
  NEW: 'added',
  DEREGISTERED: 'deregistered',
  UNCHANGED: 'known as it is',
  PLACES: 'with their places',
} as const;

/** What a look at files found, or what was done, in a sentence. */
export function householdImportSentence({ applied, problems, moreProblems, items }: Found): string {
  if (problems.length > 0) {
    return problemsSentence(problems.length, moreProblems);
  }
  const parts = (['NEW', 'DEREGISTERED', 'PLACES', 'UNCHANGED'] as const).flatMap((outcome) => {
    const many = items.filter((item) => item.outcome === outcome).length;
    return many === 0 ? [] : [`${many.toLocaleString('en-GB')} ${words[outcome]}`];
  });
  const rows = parts.join(', ') || 'there is no row to take';
  return applied ? `Done: ${rows}.` : `This would be done: ${rows}. Nothing has been done yet.`;
}

/** What becomes of a row, in words. */
export const householdOutcome: Readonly<Record<Found['items'][number]['outcome'], string>> = {
  NEW: 'added',
  DEREGISTERED: 'deregistered',
  UNCHANGED: 'as it is',
  PLACES: 'places recorded',
};
