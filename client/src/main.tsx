import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SessionProvider } from './features/access/Session.tsx';
import { AppRouter } from './features/frame/AppRouter.tsx';
import { applyAppearance, keptAppearance } from './features/frame/appearance.ts';
import { fetchPageCode, Pages } from './routes.tsx';
import './styles/main.scss';

// Before the first drawing, so that the page does not flash in the other appearance.
applyAppearance(keptAppearance());
fetchPageCode(window.location.pathname);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

createRoot(root).render(
  <StrictMode>
    <SessionProvider>
      <AppRouter>
        <Pages />
      </AppRouter>
    </SessionProvider>
  </StrictMode>,
);
