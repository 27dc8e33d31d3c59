/** Fetches the code of the pictures; a second call costs nothing. */
export const loadCharts = () => import('./CompareCharts.tsx');
