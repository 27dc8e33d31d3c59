import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../frame/NotFoundPage.tsx';
import { ReleaseBuildPage } from './ReleaseBuildPage.tsx';
import { ReleasePage } from './ReleasePage.tsx';
import { ReleasesPage } from './ReleasesPage.tsx';
import './releases.scss';

/** The pages about releases, in one file: the first page of the product is weighed without them. */
export function Releases() {
  return (
    <Routes>
      <Route index element={<ReleasesPage />} />
      <Route path="build" element={<ReleaseBuildPage />} />
      <Route path=":dataset/:period/:audience/:version" element={<ReleasePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
