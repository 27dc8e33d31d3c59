import { getDatamodel } from '@sufficiency/prisma/pothos-types.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Records } from '../../platform/database.ts';
import { Operation } from '../../platform/database.ts';
import type { Actor } from './actor.ts';
import { viewerSettings } from './actor.ts';
import type { Viewer } from './viewer.ts';

/** An actor with a transaction of its own, not yet open. */
export function createViewer(
  services: { readonly clock: Clock; readonly database: Database },
  actor: Actor,
  mode: 'read' | 'write',
): Viewer {
  const operation = new Operation(services.database, viewerSettings(actor, services.clock), mode);
  return { actor, operation, db: lazyRecords(operation), clock: services.clock };
}

type Method = (...args: unknown[]) => Promise<unknown>;

const datamodel = getDatamodel() as unknown as { datamodel: { models: Record<string, unknown> } };

/** The names under which Prisma's client offers its models, for example `savedComparison`. */
const delegates = Object.keys(datamodel.datamodel.models).map(
  (model) => model.charAt(0).toLowerCase() + model.slice(1),
);

/** Prisma's client, there at once as Pothos wants it, although the transaction opens only when something is asked. */
function lazyRecords(operation: Operation): Records {
  const method =
    (model: string, name: string): Method =>
    async (...args) => {
      const records = (await operation.records()) as unknown as Record<
        string,
        Record<string, Method>
      >;
      return records[model]?.[name]?.(...args);
    };
  const delegate = (model: string) =>
    new Proxy(
      {},
      { get: (_, name) => (typeof name === 'string' ? method(model, name) : undefined) },
    );

  return Object.fromEntries(
    delegates.map((model) => [model, delegate(model)]),
  ) as unknown as Records;
}
