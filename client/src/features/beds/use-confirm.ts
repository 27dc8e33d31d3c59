import { useState } from 'react';
import { useMutation } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';
import { counted } from '../returns/return-words.ts';
import { homeName } from './home-words.ts';
import type { HomeLine } from './homes-queries.ts';
import { ConfirmBedsMutation } from './homes-queries.ts';

/** Confirms homes as they stand on the page. Where one changed meanwhile nothing is confirmed, and all are read again. */
export function useConfirm(options: {
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const [{ fetching }, mutate] = useMutation(ConfirmBedsMutation);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async (homes: readonly HomeLine[]) => {
    setProblem(null);
    const seen = homes.map(({ id, version }) => ({ home: id, version }));
    const { error } = await mutate({ input: { homes: seen } });
    if (!error) {
      const [only] = homes;
      const which = homes.length === 1 && only ? homeName(only) : counted(homes.length, 'home');
      return options.onDone(`${which}: confirmed as shown.`);
    }
    const { code, message, advice } = describeFailure(error);
    setProblem(`${message} ${advice}`);
    if (code === 'CONFLICT') options.onStale();
  };
  return { fetching, problem, confirm };
}
