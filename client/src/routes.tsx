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
  returns: async () => ({
    default: (await import('./features/returns/ReturnsPage.tsx')).ReturnsPage,
  }),
  send: async () => ({
    default: (await import('./features/returns/ReturnSendPage.tsx')).ReturnSendPage,
  }),
  formats: async () => ({
    default: (await import('./features/returns/ReturnFormatsPage.tsx')).ReturnFormatsPage,
  }),
  ssda903: async () => ({
    default: (await import('./features/returns/Ssda903Page.tsx')).Ssda903Page,
  }),
  'add-up': async () => ({
    default: (await import('./features/reconcile/AddUpPage.tsx')).AddUpPage,
  }),
  releases: async () => ({
    default: (await import('./features/releases/Releases.tsx')).Releases,
  }),
  providers: async () => ({
    default: (await import('./features/providers/Providers.tsx')).Providers,
  }),
  fostering: async () => ({
    default: (await import('./features/fostering/Fostering.tsx')).Fostering,
  }),
  beds: async () => ({
    default: (await import('./features/beds/Beds.tsx')).Beds,
  }),
  'about-the-data': async () => ({
    default: (await import('./features/about/AboutDataPage.tsx')).AboutDataPage,
  }),
  accessibility: async () => ({
    default: (await import('./features/about/AccessibilityPage.tsx')).AccessibilityPage,
  }),
} as const;

/** Of these the code of all pages begins with that of the section. */
const sections: ReadonlySet<string> = new Set(['releases', 'providers', 'fostering', 'beds']);

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
const ReturnsPage = lazy(fetches.returns);
const ReturnSendPage = lazy(fetches.send);
const ReturnFormatsPage = lazy(fetches.formats);
const Ssda903Page = lazy(fetches.ssda903);
const AddUpPage = lazy(fetches['add-up']);
const AuditLogPage = lazy(fetches.log);
const Releases = lazy(fetches.releases);
const Providers = lazy(fetches.providers);
const Fostering = lazy(fetches.fostering);
const Beds = lazy(fetches.beds);
// Their addresses end in an id, so they cannot be fetched by name before they are drawn.
const AgreementPage = lazy(async () => ({
  default: (await import('./features/sharing/AgreementPage.tsx')).AgreementPage,
}));
// Only the pages behind it need it: the first page is weighed without.
const ReturnsGate = lazy(async () => ({
  default: (await import('./features/returns/ReturnsGate.tsx')).ReturnsGate,
}));
const ReturnPage = lazy(async () => ({
  default: (await import('./features/returns/ReturnPage.tsx')).ReturnPage,
}));
const AboutDataPage = lazy(fetches['about-the-data']);
const AccessibilityPage = lazy(fetches.accessibility);

/** Starts fetching a page's code before the server has said who is signed in: one wait instead of two. */
export function fetchPageCode(pathname: string): void {
  // The first page leads to an overview.
  const parts = pathname === '/' ? ['overview'] : pathname.split('/');
  const name = parts.find((part) => sections.has(part)) ?? parts.at(-1);
  const fetchPage = Object.entries(fetches).find(([known]) => known === name)?.[1];
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
          <Route path="returns/ssda903" element={<Ssda903Page />} />
          <Route path="returns/add-up" element={<AddUpPage />} />
          <Route path="returns" element={<ReturnsGate />}>
            <Route index element={<ReturnsPage />} />
            <Route path="send" element={<ReturnSendPage />} />
            <Route path="formats" element={<ReturnFormatsPage />} />
            <Route path=":id" element={<ReturnPage />} />
          </Route>
          <Route path="releases/*" element={<Releases />} />
          <Route path="providers/*" element={<Providers />} />
          <Route path="fostering/*" element={<Fostering />} />
          <Route path="beds/*" element={<Beds />} />
          <Route path="log" element={<AuditLogPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
