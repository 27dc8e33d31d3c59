import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { counted } from '../returns/return-words.ts';

/** Looks at a file of how places are, or takes it over. */
export const ImportBedsMutation = graphql(`
  mutation ImportBeds($input: ImportBedsInput!) {
    found: importBeds(input: $input) {
      applied
      problems {
        row
        column
        message
      }
      homes {
        urn
        outcome
      }
    }
  }
`);

export type BedsImport = ResultOf<typeof ImportBedsMutation>['found'];
type Outcome = BedsImport['homes'][number]['outcome'];

/** What becomes of a home, as a tag says it. */
export const homeOutcome: Readonly<
  Record<Outcome, { readonly word: string; readonly tone: 'accent' | 'neutral' }>
> = {
  CHANGED: { word: 'changed', tone: 'accent' },
  CONFIRMED: { word: 'confirmed as it is', tone: 'neutral' },
};

/** What a look at a file found, or what was done, in a sentence. */
export function bedsImportSentence({ applied, problems, homes }: BedsImport): string {
  if (problems.length > 0) {
    return `Nothing can be done with this: ${counted(problems.length, 'problem')}. Mend ${problems.length === 1 ? 'it' : 'them'}, then look again.`;
  }
  const words = (['CHANGED', 'CONFIRMED'] as const).flatMap((outcome) => {
    const many = homes.filter((home) => home.outcome === outcome).length;
    return many === 0 ? [] : [`${counted(many, 'home')} ${homeOutcome[outcome].word}`];
  });
  const found = words.join(', ');
  return applied ? `Done: ${found}.` : `This would be done: ${found}. Nothing has been done yet.`;
}
