import { useMutation } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import { BuildReleaseMutation } from './release-mutations.ts';

type Outcome =
  | { readonly key: string; readonly problem: null }
  | { readonly key: null; readonly problem: string };

/** Asks for a release and says how it went: its key, or a problem in words. */
export function useReleaseBuild() {
  const [{ fetching }, mutate] = useMutation(BuildReleaseMutation);

  const build = async (variables: VariablesOf<typeof BuildReleaseMutation>): Promise<Outcome> => {
    const { data, error } = await mutate(variables);
    if (data && !error) return { key: data.buildRelease.key, problem: null };
    if (!error) return { key: null, problem: 'The server gave no answer.' };
    const { code, kind, message, advice } = describeFailure(error);
    // What was refused says itself what to do.
    const saysAll = kind === 'refused' && code !== 'RATE_LIMITED';
    return { key: null, problem: saysAll ? message : `${message} ${advice}` };
  };
  return { fetching, build };
}
