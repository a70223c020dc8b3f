import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { REPORT_FORMATS } from '../../../shared/contracts';
import { trId } from '../shared/translations';
import { useSaveFile } from '../shared/useSaveFile';

interface DownloadMenuProps {
  documentId: string;
  /** What was changed and not saved is not in a file. */
  disabled?: boolean;
}

/** Gives a bulletin as a file. */
export const DownloadMenu = ({ disabled = false, documentId }: DownloadMenuProps) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <SimpleMenu
      variant="secondary"
      popoverPlacement="bottom-end"
      startIcon={<Download />}
      disabled={isSaving || disabled}
      label={formatMessage({ id: trId('export.menu'), defaultMessage: 'Export' })}
    >
      {REPORT_FORMATS.map((format) => (
        <MenuItem
          key={format}
          onSelect={() => void save(`/points/bulletins/${documentId}/export`, { format })}
        >
          {formatMessage({ id: trId(`export.${format}`), defaultMessage: format })}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
