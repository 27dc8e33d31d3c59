import { useNavigate, useSearchParams } from 'react-router';

/** A choice that the address holds under a name: what it is (null where nobody chose), and how to change it. */
export function useAddressChoice(name: string): readonly [string | null, (value: string) => void] {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const choose = (value: string) => {
    const search = new URLSearchParams(address);
    search.set(name, value);
    void navigate(`?${search}`, { replace: true, preventScrollReset: true });
  };
  return [address.get(name), choose];
}
