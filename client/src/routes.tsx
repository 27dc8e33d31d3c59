import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ConsortiumGate } from './features/access/ConsortiumGate.tsx';
import { HomePage } from './features/access/HomePage.tsx';
import { Frame } from './features/frame/Frame.tsx';
import { NotFoundPage } from './features/frame/NotFoundPage.tsx';

const SignInPage = lazy(async () => {
  const { SignInPage: page } = await import('./features/access/SignInPage.tsx');
  return { default: page };
});
const OverviewPage = lazy(async () => {
  const { OverviewPage: page } = await import('./features/overview/OverviewPage.tsx');
  return { default: page };
});
const ComparePage = lazy(async () => {
  const { ComparePage: page } = await import('./features/indicators/ComparePage.tsx');
  return { default: page };
});
const SavedComparisonsPage = lazy(async () => {
  const { SavedComparisonsPage: page } = await import(
    './features/saved-comparisons/SavedComparisonsPage.tsx'
  );
  return { default: page };
});
const AboutDataPage = lazy(async () => {
  const { AboutDataPage: page } = await import('./features/about/AboutDataPage.tsx');
  return { default: page };
});
const AccessibilityPage = lazy(async () => {
  const { AccessibilityPage: page } = await import('./features/about/AccessibilityPage.tsx');
  return { default: page };
});

/**
 * Every page and its address. Pages come as separate files, when they are first needed.
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
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
