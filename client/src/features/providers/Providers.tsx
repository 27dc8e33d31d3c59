import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import { ServicesPage } from './ServicesPage.tsx';
import './providers.scss';

const Market = lazy(async () => ({ default: (await import('./Market.tsx')).Market }));
const RegisterChangesPage = lazy(async () => ({
  default: (await import('./RegisterChangesPage.tsx')).RegisterChangesPage,
}));
const ProviderGroupPage = lazy(async () => ({
  default: (await import('./ProviderGroupPage.tsx')).ProviderGroupPage,
}));
const ServicePage = lazy(async () => ({
  default: (await import('./ServicePage.tsx')).ServicePage,
}));

/** The pages about providers: the register first, what is bought from it as a file of its own. */
export function Providers() {
  return (
    <Routes>
      <Route index element={<ServicesPage />} />
      <Route path="changes" element={<RegisterChangesPage />} />
      <Route path="groups/:key" element={<ProviderGroupPage />} />
      <Route path="services/:urn" element={<ServicePage />} />
      <Route path="market/*" element={<Market />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
