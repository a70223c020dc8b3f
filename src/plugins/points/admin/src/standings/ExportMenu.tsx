import { Button, MenuItem, SimpleMenu } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { REPORT_FORMATS, type ReportQuery } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { useSaveFile } from '../shared/useSaveFile';

interface ExportMenuProps {
  /** What stands on the screen. */
  query: ReportQuery;
}

/** Gives what stands on the screen as a file, or to the printer. */
export const ExportMenu = ({ query }: ExportMenuProps) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <>
      <SimpleMenu
        variant="secondary"
        popoverPlacement="bottom-end"
        size="S"
        startIcon={<Download />}
        disabled={isSaving}
        label={formatMessage({ id: trId('export.menu'), defaultMessage: 'Export' })}
      >
        {REPORT_FORMATS.map((format) => (
          <MenuItem
            key={format}
            onSelect={() => void save('/points/report/export', { ...query, format })}
          >
            {formatMessage({ id: trId(`export.${format}`), defaultMessage: format })}
          </MenuItem>
        ))}
      </SimpleMenu>
      <Button variant="tertiary" size="S" onClick={() => window.print()}>
        {formatMessage({ id: trId('export.print'), defaultMessage: 'Print' })}
      </Button>
    </>
  );
};
