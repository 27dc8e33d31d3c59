import { Link } from 'react-router';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { ImportResult } from './ImportResult.tsx';
import type { OcdsImport } from './import-queries.ts';
import { noticesSentence, noticeWord, supplierWord } from './import-words.ts';
import { frameworkAddress } from './market-address.ts';
import { counted, termInWords, valueInWords } from './market-words.ts';

type Notice = OcdsImport['notices'][number];

/** True where something is taken from a notice. */
const isTaken = (outcome: Notice['outcome']) => outcome === 'NEW' || outcome === 'CHANGED';

/** What would become of each notice and of the suppliers it names; what is wrong, with its path. */
export function ImportNotices(props: {
  readonly found: OcdsImport;
  readonly working: boolean;
  readonly onApply: () => void;
}) {
  const { found, working, onApply } = props;
  const { applied, problems, notices } = found;
  return (
    <ImportResult
      sentence={noticesSentence(found)}
      applied={applied}
      hasProblems={problems.length > 0}
      changes={notices.some(
        ({ outcome, suppliers }) =>
          isTaken(outcome) || suppliers.some((one) => one.outcome === 'ADDED'),
      )}
      working={working}
      onApply={onApply}
    >
      {problems.length > 0 && (
        <dl className="facts">
          {problems.map(({ path, message }) => (
            <div key={`${path} ${message}`}>
              <dt>
                <code>{path === '' ? 'The whole file' : path}</code>
              </dt>
              <dd>{message}</dd>
            </div>
          ))}
        </dl>
      )}
      {notices.map((notice) => (
        <NoticeView key={notice.ocid} notice={notice} />
      ))}
    </ImportResult>
  );
}

function NoticeView({ notice }: { readonly notice: Notice }) {
  const { code } = useConsortium();
  const { title, ocid, outcome, buyers, value, changes, suppliers, framework, releases } = notice;
  return (
    <section className="import__notice">
      <h2>
        {framework ? <Link to={frameworkAddress(code, framework.id)}>{title}</Link> : title}{' '}
        <Tag tone={isTaken(outcome) ? 'accent' : 'neutral'}>{noticeWord[outcome]}</Tag>
      </h2>
      <p className="section__note">
        {ocid}. {buyers.join(', ')}. {termInWords(notice.startsOn, notice.endsOn)}
        {value !== null && `. ${valueInWords(value)}`}. {counted(releases, 'version')} in the file.
      </p>
      {changes.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {changes.map(({ field, before, after }) => (
            <li key={field}>
              {field}: {before ?? 'nothing'} becomes {after ?? 'nothing'}
            </li>
          ))}
        </ul>
      )}
      {suppliers.length > 0 && (
        <TableRegion label={`Suppliers of ${title}`}>
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">Suppliers of {title}</caption>
            <thead>
              <tr>
                <th scope="col">Supplier, as written</th>
                <th scope="col">Becomes</th>
                <th scope="col">In words</th>
              </tr>
            </thead>
            <tbody>
              {suppliers.map((supplier) => (
                <tr key={supplier.name}>
                  <th scope="row">{supplier.name}</th>
                  <td data-label="Becomes">
                    <Tag tone={supplier.outcome === 'QUERY' ? 'warn' : 'neutral'}>
                      {supplierWord[supplier.outcome]}
                    </Tag>
                  </td>
                  <td data-label="In words" className="table__wide">
                    {supplier.sentence}
                    {supplier.alike.length > 0 && (
                      <span className="table__note">
                        Could mean: {supplier.alike.map(({ name }) => name).join('; ')}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
