import { Button } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { REPORT_FORMATS, type ReportQuery } from '../../../shared/contracts';
import { FormatMenu } from '../shared/FormatMenu';
import { trId } from '../shared/translations';

interface ExportMenuProps {
  /** What stands on the screen. */
  query: ReportQuery;
}

/** Gives what stands on the screen as a file, or to the printer. */
export const ExportMenu = ({ query }: ExportMenuProps) => {
  const { formatMessage } = useIntl();
  return (
    <>
      <FormatMenu path="/points/report/export" query={query} formats={REPORT_FORMATS} size="S" />
      <Button variant="tertiary" size="S" onClick={() => window.print()}>
        {formatMessage({ id: trId('export.print'), defaultMessage: 'Print' })}
      </Button>
    </>
  );
};
