import { useEffect, useState } from 'react';
import { useIsOnItsWay } from './AppRouter.tsx';

/** How long nobody needs to be told that a page is on its way. Unit: milliseconds. */
const unnoticed = 1_000;

/** Says that the next page is on its way where its code takes longer than a moment. Nothing moves. */
export function PageOnItsWay() {
  const isOnItsWay = useIsOnItsWay();
  const [isSlow, setIsSlow] = useState(false);

  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setTimeout(() => setIsSlow(true), unnoticed);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isOnItsWay]);

  return (
    <p className="on-its-way" role="status">
      {isSlow ? 'Loading the page…' : ''}
    </p>
  );
}
