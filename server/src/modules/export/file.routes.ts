import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import { unauthenticated } from '../access/sign-in.service.ts';
import { createViewer } from '../access/viewer.service.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordBeforeAnswer } from '../audit/audit.service.ts';
import { inPieces } from './file-pieces.ts';

/** What every file needs. */
export interface Exporting {
  readonly services: { readonly clock: Clock; readonly database: Database };
  authenticate(request: Request): Promise<Actor | null>;
}

/** A file that leaves the server. */
export interface ExportedFile {
  /** As `content-type`. */
  readonly type: string;
  readonly name: string;
  readonly content: Buffer;
  /** Told once it has left, or will not: for files so large that they take turns. */
  readonly sent?: () => void;
}

/** Part of an address by its name in the route. */
export type PathPart = (name: string) => string | undefined;

/**
 * Answers with a file: read in one snapshot under one viewer, and recorded before it leaves. A file that cannot be
 * recorded is not sent; one that the role may not have is recorded as refused.
 */
export function file(
  { services, authenticate }: Exporting,
  route: string,
  make: (viewer: Viewer, parameters: URLSearchParams, part: PathPart) => Promise<ExportedFile>,
) {
  return async ({ req }: { req: { raw: Request; param: PathPart } }): Promise<Response> => {
    const actor = await authenticate(req.raw);
    if (!actor) throw unauthenticated('Sign in first.');
    const viewer = createViewer(services, actor, 'read');
    const { searchParams } = new URL(req.raw.url);
    const part: PathPart = (name) => req.param(name);
    const made = await make(viewer, searchParams, part).catch((error: unknown) => {
      if (error instanceof DomainError) return error;
      return viewer.operation.rollback().then(() => Promise.reject(error));
    });
    if (made instanceof DomainError) {
      await viewer.operation.commit();
      const refused = made.code === 'FORBIDDEN' ? [route] : [];
      await recordBeforeAnswer(viewer, { database: services.database, refused });
      throw made;
    }
    try {
      await viewer.operation.commit();
      await recordBeforeAnswer(viewer, { database: services.database, refused: [] });
    } catch (error) {
      made.sent?.();
      throw error;
    }
    return asResponse(made, req.raw.method === 'HEAD');
  };
}

/** Names of files that people sent may have any letter: RFC 6266 gives them in two forms. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return plain === name
    ? `attachment; filename="${name}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function asResponse({ type, name, content, sent }: ExportedFile, isHead: boolean): Response {
  // Nobody takes what is not asked for.
  if (isHead) sent?.();
  const body = sent && !isHead ? inPieces(content, sent) : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': attachment(name),
      'cache-control': 'no-store',
    },
  });
}
