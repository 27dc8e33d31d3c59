import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import { fallen, inspection } from './demonstration-inspections.ts';
import type { MadeRegister } from './demonstration-register.ts';
import type { Inspection, RegisteredService } from './registered-service.ts';

const vintage = '2026-09-30';

/** Of homes, how many were inspected again since, and of those, how many fell. */
const inspectedAgain = 0.6;
const fell = 0.07;
/** Areas with fewer homes see none of them close. */
const fewHomes = 8;

/**
 * The register eighteen months later: judgements have fallen; in each area with enough homes one closed and another of
 * its size opened, two changed their places, and one its owner. Each area keeps as many homes and places as before; what
 * returns name keeps its size and owner.
 *
 * @param named numbers of the homes that returns name.
 */
export function laterRegister(before: MadeRegister, named: ReadonlySet<string>): MadeRegister {
  const byArea = Map.groupBy(before.services, ({ authorityCode }) => authorityCode);
  const services = [...byArea.values()]
    .flatMap((inArea) => changedArea(inArea, named))
    .map(inspectedSince);
  return {
    vintage,
    services,
    inspections: [
      ...before.inspections,
      ...services.flatMap(({ inspection: last }) =>
        last && last.inspectedOn > before.vintage ? [last] : [],
      ),
    ],
  };
}

function changedArea(
  inArea: readonly RegisteredService[],
  named: ReadonlySet<string>,
): readonly RegisteredService[] {
  // Numbers above these are named by memberships: see demonstration-owners.
  const free = inArea.filter(
    ({ urn, provisionType }) =>
      provisionType === 'CHILDRENS_HOME' && !named.has(urn) && !urn.startsWith('9900'),
  );
  if (free.length < fewHomes) return inArea;
  const chance = chanceOf(`${inArea[0]?.authorityCode} later register`);
  const [closed, grown, sold] = drawn(free, chance);
  const shrunk = free.find(
    (home) => (home.places ?? 0) > 1 && ![closed, grown, sold].includes(home),
  );
  return inArea.flatMap((service) => {
    if (service === closed) return [openedFor(service)];
    if (service === grown && shrunk) return [withPlaces(service, 1)];
    if (service === shrunk && grown) return [withPlaces(service, -1)];
    if (service === sold) return [{ ...service, owner: closed?.owner ?? service.owner }];
    return [service];
  });
}

/** Three different ones. */
function drawn<Item>(from: readonly Item[], chance: Chance): readonly Item[] {
  const left = [...from];
  return Array.from({ length: 3 }, () => left.splice(chance.between(0, left.length - 1), 1)).flat();
}

const withPlaces = (service: RegisteredService, more: number): RegisteredService => ({
  ...service,
  places: (service.places ?? 0) + more,
});

/** The home that opened where one closed: of another number, and not inspected yet. */
const openedFor = (closed: RegisteredService): RegisteredService => ({
  ...closed,
  urn: `${closed.urn.slice(0, 4)}${Number(closed.urn.slice(4)) + 300}`,
  registeredOn: '2026-02-16',
  inspection: null,
});

function inspectedSince(service: RegisteredService): RegisteredService {
  const chance = chanceOf(`${service.urn} inspected again`);
  const was = service.inspection?.overall;
  if (!was || chance.share() > inspectedAgain) return service;
  const day = new Date(Date.UTC(2025, 4, 1 + chance.between(0, 450))).toISOString().slice(0, 10);
  const overall = chance.share() < fell ? fallen(was) : was;
  const last: Inspection = inspection(service, { day, overall });
  return { ...service, inspection: last };
}
