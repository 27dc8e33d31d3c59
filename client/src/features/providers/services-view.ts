/** How a search is shown. */
export interface ServicesView {
  readonly view: 'list' | 'map';
  /** Areas as they are, or one hexagon of the same size for each authority. */
  readonly shape: 'areas' | 'hexagons';
  readonly measure: 'places' | 'services';
  /** Pages of the list that are shown. */
  readonly pages: number;
}

/** Pages that one address may ask for. */
const mostPages = 40;

/** How an address wants a search to be shown. */
export function mapView(address: URLSearchParams): ServicesView {
  const pages = Number(/^\d{1,2}$/.exec(address.get('pages') ?? '')?.[0] ?? 1);
  return {
    view: address.get('view') === 'map' ? 'map' : 'list',
    shape: address.get('shape') === 'hexagons' ? 'hexagons' : 'areas',
    measure: address.get('measure') === 'services' ? 'services' : 'places',
    pages: Math.min(mostPages, Math.max(1, pages)),
  };
}

/** The query string of a search, shown so. */
export function viewSearch(view: ServicesView, search: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(search);
  if (view.view === 'map') {
    all.set('view', 'map');
    if (view.shape === 'hexagons') all.set('shape', 'hexagons');
    if (view.measure === 'services') all.set('measure', 'services');
  } else if (view.pages > 1) all.set('pages', String(view.pages));
  return all;
}
