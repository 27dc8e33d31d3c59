import type { Problem } from './problem.ts';

/** Ends the reading of a file of which nothing may be read or kept. Caught where the file was opened. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
