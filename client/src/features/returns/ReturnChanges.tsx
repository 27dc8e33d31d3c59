import { Link, useSearchParams } from 'react-router';
import { FieldSelect } from '../../components/Field.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { FigureChangeTable } from './FigureChangeTable.tsx';
import { returnAddress } from './return-address.ts';
import type { WholeReturn } from './return-queries.ts';
import type { ReturnVersion } from './return-versions.ts';
import { comparableVersions, comparedVersion } from './return-versions.ts';
import { counted, statusWord } from './return-words.ts';

/** Which figures differ from another version, and by how much; nothing where no other has figures. */
export function ReturnChanges({ record }: { readonly record: WholeReturn }) {
  const { code } = useConsortium();
  const [address] = useSearchParams();
  const { changes, figures } = record;
  const other = comparedVersion(record, address.get('against'));
  if (figures.length === 0 || (other === null && changes.length === 0)) return null;
  return (
    <section className="section" aria-labelledby="return-changes">
      <h2 id="return-changes">
        Against {other === null ? 'the version before' : `version ${other.version}`}
      </h2>
      <p className="section__note">
        {changes.length === 0
          ? 'No figure changed.'
          : `${counted(changes.length, 'figure')} changed.`}
        {other !== null && (
          <>
            {' '}
            <Link to={returnAddress(code, other.id)}>Read version {other.version}</Link>
          </>
        )}
      </p>
      {other !== null && <VersionSwitch record={record} other={other} />}
      {changes.length > 0 && (
        <FigureChangeTable
          label="Figures that changed between versions"
          lines={changes}
          columns={['This version', 'Other version']}
          none="not said"
        />
      )}
    </section>
  );
}

/** Which version it is compared with, kept in the address; nothing where there is but one. */
function VersionSwitch(props: { readonly record: WholeReturn; readonly other: ReturnVersion }) {
  const { record, other } = props;
  const [address, setAddress] = useSearchParams();
  const versions = comparableVersions(record);
  if (versions.length < 2) return null;
  return (
    <FieldSelect
      id="return-against"
      label="Compare with"
      value={other.id}
      onChange={({ target }) => {
        const next = new URLSearchParams(address);
        next.set('against', target.value);
        setAddress(next, { replace: true, preventScrollReset: true });
      }}
      options={versions.map(({ id, version, status }) => ({
        value: id,
        text: `Version ${version}: ${statusWord[status].toLowerCase()}`,
      }))}
    />
  );
}
