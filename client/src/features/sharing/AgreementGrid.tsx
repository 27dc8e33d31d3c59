import type { ReactNode } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { SharingRecipient } from './sharing-queries.ts';
import { datasetHeading, recipientTitle } from './sharing-words.ts';

/** A table of datasets by recipients. */
export function AgreementGrid<Dataset extends string>(props: {
  /** The caption’s words. */
  readonly label: string;
  readonly className: string;
  readonly datasets: readonly Dataset[];
  readonly recipients: readonly SharingRecipient[];
  /** What stands in a cell. */
  readonly children: (dataset: Dataset, recipient: SharingRecipient) => ReactNode;
}) {
  const { label, className, datasets, recipients, children } = props;
  return (
    <TableRegion label={label}>
      <table className={`table table--stack ${className}`}>
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Dataset</th>
            {recipients.map((recipient) => (
              <th key={recipient} scope="col">
                {recipientTitle[recipient]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => (
            <tr key={dataset}>
              <th scope="row">{datasetHeading(dataset)}</th>
              {recipients.map((recipient) => (
                <td key={recipient} data-label={recipientTitle[recipient]}>
                  {children(dataset, recipient)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
