import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useViewer } from '../access/SessionGate.tsx';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import { HomesPage } from './HomesPage.tsx';
import { NoBeds } from './NoBeds.tsx';
import './beds.scss';

const FindPage = lazy(async () => ({ default: (await import('./FindPage.tsx')).FindPage }));
const RegionPage = lazy(async () => ({ default: (await import('./RegionPage.tsx')).RegionPage }));
const ConfirmationsPage = lazy(async () => ({
  default: (await import('./ConfirmationsPage.tsx')).ConfirmationsPage,
}));
const HomePage = lazy(async () => ({ default: (await import('./HomePage.tsx')).HomePage }));
const ReferralsPage = lazy(async () => ({
  default: (await import('./ReferralsPage.tsx')).ReferralsPage,
}));
const BedsImportPage = lazy(async () => ({
  default: (await import('./BedsImportPage.tsx')).BedsImportPage,
}));
const PlansPage = lazy(async () => ({ default: (await import('./PlansPage.tsx')).PlansPage }));
const PlanNewPage = lazy(async () => ({
  default: (await import('./PlanNewPage.tsx')).PlanNewPage,
}));
const PlanPage = lazy(async () => ({ default: (await import('./PlanPage.tsx')).PlanPage }));
const HomeNewPage = lazy(async () => ({
  default: (await import('./HomeNewPage.tsx')).HomeNewPage,
}));
const PublishedOccupancyPage = lazy(async () => ({
  default: (await import('./PublishedOccupancyPage.tsx')).PublishedOccupancyPage,
}));
const HistoryPage = lazy(async () => ({
  default: (await import('./HistoryPage.tsx')).HistoryPage,
}));
const CalendarPage = lazy(async () => ({
  default: (await import('./CalendarPage.tsx')).CalendarPage,
}));
const BedsDayPage = lazy(async () => ({
  default: (await import('./BedsDayPage.tsx')).BedsDayPage,
}));
const BlockVoidsPage = lazy(async () => ({
  default: (await import('./BlockVoidsPage.tsx')).BlockVoidsPage,
}));

/** The pages about homes and their places: first what its reader comes for, a home to find or homes to confirm. */
export function Beds() {
  const { permissions } = useViewer();
  const finds = permissions.includes('beds:find');
  if (!permissions.includes('beds:read')) {
    return (
      <Routes>
        <Route path="published" element={<PublishedOccupancyPage />} />
        <Route path="*" element={<NoBeds />} />
      </Routes>
    );
  }
  return (
    <Routes>
      <Route index element={finds ? <FindPage /> : <HomesPage />} />
      <Route path="homes" element={<HomesPage />} />
      <Route path="homes/new" element={<HomeNewPage />} />
      <Route path="homes/:id" element={<HomePage />} />
      <Route path="region" element={<RegionPage />} />
      <Route path="confirmations" element={<ConfirmationsPage />} />
      <Route path="referrals" element={<ReferralsPage />} />
      <Route path="import" element={<BedsImportPage />} />
      <Route path="plans" element={<PlansPage />} />
      <Route path="plans/new" element={<PlanNewPage />} />
      <Route path="plans/:id" element={<PlanPage />} />
      <Route path="history" element={<HistoryPage />} />
      <Route path="history/calendar" element={<CalendarPage />} />
      <Route path="history/day" element={<BedsDayPage />} />
      <Route path="history/voids" element={<BlockVoidsPage />} />
      <Route path="published" element={<PublishedOccupancyPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
