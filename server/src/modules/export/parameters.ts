import { badInput } from '@sufficiency/shared/errors.ts';

/** @throws DomainError BAD_USER_INPUT a parameter that would be passed over: unknown, or given twice. */
export function requireKnown(parameters: URLSearchParams, names: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (!names.includes(name)) {
      const known =
        names.length > 0 ? `The parameters are ${names.join(', ')}.` : 'There are none.';
      throw badInput(`There is no parameter “${name.slice(0, 100)}”. ${known}`);
    }
    if (parameters.getAll(name).length > 1) throw badInput(`Give “${name}” once.`);
  }
}
