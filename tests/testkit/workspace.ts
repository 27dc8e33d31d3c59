import { join, resolve } from 'node:path';

/** The folder that holds README.md and the packages. */
export const workspaceRoot = resolve(import.meta.dirname, '../..');

/** The public figures that come with the project. */
export const referenceFolder = join(workspaceRoot, 'prisma/seed/reference');

/** The pages, as `pnpm build` makes them. */
export const clientFolder = join(workspaceRoot, 'client/dist');
