import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ConsortiumGate } from './features/access/ConsortiumGate.tsx';
import { HomePage } from './features/access/HomePage.tsx';
import { Frame } from './features/frame/Frame.tsx';
import { NotFoundPage } from './features/frame/NotFoundPage.tsx';
import { SharingGate } from './features/sharing/SharingGate.tsx';

/** The pages that come as separate files, by the last part of their address. */
const fetches = {
  'sign-in': async () => ({
    default: (await import('./features/access/SignInPage.tsx')).SignInPage,
  }),
  overview: async () => ({
    default: (await import('./features/overview/OverviewPage.tsx')).OverviewPage,
  }),
  compare: async () => ({
    default: (await import('./features/indicators/ComparePage.tsx')).ComparePage,
  }),
  saved: async () => ({
    default: (await import('./features/saved-comparisons/SavedComparisonsPage.tsx'))
      .SavedComparisonsPage,
  }),
  sharing: async () => ({
    default: (await import('./features/sharing/SharingMatrixPage.tsx')).SharingMatrixPage,
  }),
  agreements: async () => ({
    default: (await import('./features/sharing/AgreementsPage.tsx')).AgreementsPage,
  }),
  new: async () => ({
    default: (await import('./features/sharing/AgreementNewPage.tsx')).AgreementNewPage,
  }),
  edit: async () => ({
    default: (await import('./features/sharing/AgreementEditPage.tsx')).AgreementEditPage,
  }),
  sign: async () => ({
    default: (await import('./features/sharing/AgreementSignPage.tsx')).AgreementSignPage,
  }),
  preview: async () => ({
    default: (await import('./features/sharing/PreviewPage.tsx')).PreviewPage,
  }),
  log: async () => ({
    default: (await import('./features/audit/AuditLogPage.tsx')).AuditLogPage,
  }),
  'about-the-data': async () => ({
    default: (await import('./features/about/AboutDataPage.tsx')).AboutDataPage,
  }),
  accessibility: async () => ({
    default: (await import('./features/about/AccessibilityPage.tsx')).AccessibilityPage,
  }),
} as const;

const SignInPage = lazy(fetches['sign-in']);
const OverviewPage = lazy(fetches.overview);
const ComparePage = lazy(fetches.compare);
const SavedComparisonsPage = lazy(fetches.saved);
const SharingMatrixPage = lazy(fetches.sharing);
const AgreementsPage = lazy(fetches.agreements);
const AgreementNewPage = lazy(fetches.new);
const AgreementEditPage = lazy(fetches.edit);
const AgreementSignPage = lazy(fetches.sign);
const PreviewPage = lazy(fetches.preview);
const AuditLogPage = lazy(fetches.log);
// Its address ends in an id, so it cannot be fetched by name before it is drawn.
const AgreementPage = lazy(async () => ({
  default: (await import('./features/sharing/AgreementPage.tsx')).AgreementPage,
}));
const AboutDataPage = lazy(fetches['about-the-data']);
const AccessibilityPage = lazy(fetches.accessibility);

/** Starts fetching a page's code before the server has said who is signed in: one wait instead of two. */
export function fetchPageCode(pathname: string): void {
  // The first page leads to an overview.
  const last = pathname === '/' ? 'overview' : pathname.split('/').at(-1);
  const fetchPage = Object.entries(fetches).find(([name]) => name === last)?.[1];
  // If it fails, the page itself asks again and says so.
  fetchPage?.().catch(() => undefined);
}

/**
 * Every page and its address.
 *
 * `Routes` instead of a data router: urql fetches, and the data router's code would take a seventh
 * of what the first page may weigh.
 */
export function Pages() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route index element={<HomePage />} />
        <Route path="sign-in" element={<SignInPage />} />
        <Route path="accessibility" element={<AccessibilityPage />} />
        <Route path="about-the-data" element={<AboutDataPage />} />
        <Route path=":consortium" element={<ConsortiumGate />}>
          <Route index element={<Navigate to="overview" replace />} />
          <Route path="overview" element={<OverviewPage />} />
          <Route path="compare" element={<ComparePage />} />
          <Route path="saved" element={<SavedComparisonsPage />} />
          <Route path="sharing" element={<SharingGate />}>
            <Route index element={<SharingMatrixPage />} />
            <Route path="preview" element={<PreviewPage />} />
            <Route path="agreements" element={<AgreementsPage />} />
            <Route path="agreements/new" element={<AgreementNewPage />} />
            <Route path="agreements/:id" element={<AgreementPage />} />
            <Route path="agreements/:id/edit" element={<AgreementEditPage />} />
            <Route path="agreements/:id/sign" element={<AgreementSignPage />} />
          </Route>
          <Route path="log" element={<AuditLogPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
