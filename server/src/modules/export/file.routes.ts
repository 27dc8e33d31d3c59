import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import { unauthenticated } from '../access/sign-in.service.ts';
import { createViewer } from '../access/viewer.service.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordBeforeAnswer } from '../audit/audit.service.ts';

/** What every file needs. */
export interface Exporting {
  readonly services: { readonly clock: Clock; readonly database: Database };
  authenticate(request: Request): Promise<Actor | null>;
}

interface ExportedFile {
  /** As `content-type`. */
  readonly type: string;
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Answers with a file: read in one snapshot under one viewer, and recorded before it leaves. A file that cannot be
 * recorded is not sent; one that the role may not have is recorded as refused.
 */
export function file(
  { services, authenticate }: Exporting,
  route: string,
  make: (viewer: Viewer, parameters: URLSearchParams) => Promise<ExportedFile>,
) {
  return async ({ req }: { req: { raw: Request } }): Promise<Response> => {
    const actor = await authenticate(req.raw);
    if (!actor) throw unauthenticated('Sign in first.');
    const viewer = createViewer(services, actor, 'read');
    const made = await make(viewer, new URL(req.raw.url).searchParams).catch((error: unknown) => {
      if (error instanceof DomainError) return error;
      return viewer.operation.rollback().then(() => Promise.reject(error));
    });
    await viewer.operation.commit();
    const refused = made instanceof DomainError && made.code === 'FORBIDDEN' ? [route] : [];
    await recordBeforeAnswer(viewer, { database: services.database, refused });
    if (made instanceof DomainError) throw made;
    return asResponse(made);
  };
}

const asResponse = ({ type, name, content }: ExportedFile) =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
