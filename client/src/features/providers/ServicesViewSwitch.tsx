import { Switch } from '../../components/Switch.tsx';
import type { ServicesFilter } from './service-address.ts';
import { servicesSearch } from './service-address.ts';
import type { ServicesView } from './services-view.ts';
import { viewSearch } from './services-view.ts';

/** Goes from the list to the map and back; each has its own address. */
export function ServicesViewSwitch(props: {
  readonly filter: ServicesFilter;
  readonly view: ServicesView;
}) {
  const search = servicesSearch(props.filter);
  const to = (view: ServicesView['view']) => `?${viewSearch({ ...props.view, view }, search)}`;
  return (
    <Switch
      label="Ways to show the services"
      chosen={props.view.view}
      options={[
        { value: 'list', title: 'List', to: to('list') },
        { value: 'map', title: 'Map', to: to('map') },
      ]}
    />
  );
}
