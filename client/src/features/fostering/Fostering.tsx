import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import { FunnelPage } from './FunnelPage.tsx';
import './fostering.scss';
import { ForReaders } from './ForReaders.tsx';

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

const byMembers = 'read by the hub and by its members’ staff.';
const onFunnel = 'How many households reached each stage is on the funnel’s page.';
const oneByOne =
  'Enquiries one by one are read by the hub that took them, and by the authority each is attributed to.';

/** Pages that are made of enquiries and households one by one, and who reads them. */
const recordPages = [
  {
    ...{ path: 'day', title: 'The day', page: <FosteringDayPage /> },
    lead: `What there is to do today is ${byMembers}`,
  },
  { path: 'enquiries', title: 'Enquiries', page: <EnquiriesPage />, lead: oneByOne },
  { path: 'enquiries/:id', title: 'Enquiries', page: <EnquiryPage />, lead: oneByOne },
  {
    ...{ path: 'enquiries/transfers', title: 'Transfers', page: <EnquiryTransfersPage /> },
    lead: oneByOne,
  },
  {
    ...{ path: 'clocks', title: 'Clocks', page: <ClocksPage /> },
    lead: `How long each stage takes is ${byMembers} ${onFunnel}`,
  },
  {
    ...{ path: 'retention', title: 'Retention', page: <RetentionPage /> },
    lead: `Approved households and their places are ${byMembers}`,
  },
  {
    ...{ path: 'drop-out', title: 'Drop-out', page: <DropOutPage /> },
    lead: `Where and why households are lost is ${byMembers} ${onFunnel}`,
  },
  {
    ...{ path: 'stages', title: 'Stages', page: <StagesPage /> },
    lead: `The hub’s stages are ${byMembers} ${onFunnel}`,
  },
];

/** The pages about recruiting and keeping foster carers: the funnel first, each other a file of its own. */
export function Fostering() {
  return (
    <Routes>
      <Route index element={<FunnelPage />} />
      <Route path="enquiries/import" element={<EnquiryImportPage />} />
      <Route path="enquiries/new" element={<EnquiryNewPage />} />
      <Route path="enquiries/queries" element={<EnquiryQueriesPage />} />
      <Route path="targets" element={<TargetsPage />} />
      <Route path="published" element={<PublishedRecruitmentPage />} />
      {recordPages.map(({ path, page, title, lead }) => (
        <Route
          key={path}
          path={path}
          element={
            <ForReaders title={title} lead={lead}>
              {page}
            </ForReaders>
          }
        />
      ))}
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
