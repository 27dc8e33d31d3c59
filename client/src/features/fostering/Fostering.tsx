import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import { FunnelPage } from './FunnelPage.tsx';
import './fostering.scss';

const FosteringDayPage = lazy(async () => ({
  default: (await import('./FosteringDayPage.tsx')).FosteringDayPage,
}));
const EnquiriesPage = lazy(async () => ({
  default: (await import('./EnquiriesPage.tsx')).EnquiriesPage,
}));
const EnquiryPage = lazy(async () => ({
  default: (await import('./EnquiryPage.tsx')).EnquiryPage,
}));
const EnquiryImportPage = lazy(async () => ({
  default: (await import('./EnquiryImportPage.tsx')).EnquiryImportPage,
}));
const EnquiryNewPage = lazy(async () => ({
  default: (await import('./EnquiryNewPage.tsx')).EnquiryNewPage,
}));
const EnquiryQueriesPage = lazy(async () => ({
  default: (await import('./EnquiryQueriesPage.tsx')).EnquiryQueriesPage,
}));
const EnquiryTransfersPage = lazy(async () => ({
  default: (await import('./EnquiryTransfersPage.tsx')).EnquiryTransfersPage,
}));
const ClocksPage = lazy(async () => ({ default: (await import('./ClocksPage.tsx')).ClocksPage }));
const TargetsPage = lazy(async () => ({
  default: (await import('./TargetsPage.tsx')).TargetsPage,
}));
const RetentionPage = lazy(async () => ({
  default: (await import('./RetentionPage.tsx')).RetentionPage,
}));
const DropOutPage = lazy(async () => ({
  default: (await import('./DropOutPage.tsx')).DropOutPage,
}));
const StagesPage = lazy(async () => ({ default: (await import('./StagesPage.tsx')).StagesPage }));
const PublishedRecruitmentPage = lazy(async () => ({
  default: (await import('./PublishedRecruitmentPage.tsx')).PublishedRecruitmentPage,
}));

/** The pages about recruiting and keeping foster carers: the funnel first, each other a file of its own. */
export function Fostering() {
  return (
    <Routes>
      <Route index element={<FunnelPage />} />
      <Route path="day" element={<FosteringDayPage />} />
      <Route path="enquiries" element={<EnquiriesPage />} />
      <Route path="enquiries/import" element={<EnquiryImportPage />} />
      <Route path="enquiries/new" element={<EnquiryNewPage />} />
      <Route path="enquiries/queries" element={<EnquiryQueriesPage />} />
      <Route path="enquiries/transfers" element={<EnquiryTransfersPage />} />
      <Route path="enquiries/:id" element={<EnquiryPage />} />
      <Route path="clocks" element={<ClocksPage />} />
      <Route path="targets" element={<TargetsPage />} />
      <Route path="retention" element={<RetentionPage />} />
      <Route path="drop-out" element={<DropOutPage />} />
      <Route path="stages" element={<StagesPage />} />
      <Route path="published" element={<PublishedRecruitmentPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
