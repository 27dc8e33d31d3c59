import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import './market.scss';

const FrameworksPage = lazy(async () => ({
  default: (await import('./FrameworksPage.tsx')).FrameworksPage,
}));
const FrameworkPage = lazy(async () => ({
  default: (await import('./FrameworkPage.tsx')).FrameworkPage,
}));
const FrameworkNewPage = lazy(async () => ({
  default: (await import('./FrameworkNewPage.tsx')).FrameworkNewPage,
}));
const FrameworkChangePage = lazy(async () => ({
  default: (await import('./FrameworkChangePage.tsx')).FrameworkChangePage,
}));
const CoveragePage = lazy(async () => ({
  default: (await import('./CoveragePage.tsx')).CoveragePage,
}));
const RecommissioningPage = lazy(async () => ({
  default: (await import('./RecommissioningPage.tsx')).RecommissioningPage,
}));
const ContractsPage = lazy(async () => ({
  default: (await import('./ContractsPage.tsx')).ContractsPage,
}));
const ContractNewPage = lazy(async () => ({
  default: (await import('./ContractNewPage.tsx')).ContractNewPage,
}));
const ContractPage = lazy(async () => ({
  default: (await import('./ContractPage.tsx')).ContractPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('./ImportPage.tsx')).ImportPage,
}));
const ExposurePage = lazy(async () => ({
  default: (await import('./ExposurePage.tsx')).ExposurePage,
}));
const FeesPage = lazy(async () => ({ default: (await import('./FeesPage.tsx')).FeesPage }));
const FlowsPage = lazy(async () => ({ default: (await import('./FlowsPage.tsx')).FlowsPage }));
const WatchPage = lazy(async () => ({ default: (await import('./WatchPage.tsx')).WatchPage }));

/** The pages about what is bought, and on which terms: each is a file of its own. */
export function Market() {
  return (
    <Routes>
      <Route index element={<Navigate to="frameworks" replace />} />
      <Route path="frameworks" element={<FrameworksPage />} />
      <Route path="frameworks/new" element={<FrameworkNewPage />} />
      <Route path="frameworks/:id/change" element={<FrameworkChangePage />} />
      <Route path="frameworks/:id" element={<FrameworkPage />} />
      <Route path="coverage" element={<CoveragePage />} />
      <Route path="recommissioning" element={<RecommissioningPage />} />
      <Route path="contracts" element={<ContractsPage />} />
      <Route path="contracts/new" element={<ContractNewPage />} />
      <Route path="contracts/:id" element={<ContractPage />} />
      <Route path="import" element={<ImportPage />} />
      <Route path="exposure" element={<ExposurePage />} />
      <Route path="fees" element={<FeesPage />} />
      <Route path="flows" element={<FlowsPage />} />
      <Route path="watch" element={<WatchPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
