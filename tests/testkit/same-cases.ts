import { toolEnvironment } from '@sufficiency/server/env.ts';
import fc from 'fast-check';

/**
 * Properties are tried on the same cases in every run: what fails on one change has failed because of it, and fails again.
 * `CASES=other` tries other ones.
 */
if (toolEnvironment()['CASES'] !== 'other') fc.configureGlobal({ seed: 20_261_123 });
