/** As many problems of a file or return are told at once. */
const mostTold = 200;

/** Problems as they are told: the first of them, and how many more there are. */
export interface ToldProblems<Problem> {
  readonly problems: readonly Problem[];
  readonly moreProblems: number;
}

/** The first problems, so that an answer stays short however bad a file is. */
export const toldOf = <Problem>(all: readonly Problem[]): ToldProblems<Problem> => ({
  problems: all.slice(0, mostTold),
  moreProblems: Math.max(0, all.length - mostTold),
});
