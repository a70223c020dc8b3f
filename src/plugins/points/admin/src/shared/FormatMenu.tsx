import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { trId } from './translations';
import { useSaveFile } from './useSaveFile';

interface FormatMenuProps {
  /** Where the files are made: it takes the format, and the query. */
  path: string;
  query?: object;
  formats: readonly string[];
  size?: 'S' | 'M';
  disabled?: boolean;
}

/** Gives what a page shows as a file, in one of several formats. */
export const FormatMenu = ({
  path,
  query = {},
  formats,
  size = 'M',
  disabled = false,
}: FormatMenuProps) => {
  const { formatMessage } = useIntl();
  const { isSaving, save } = useSaveFile();
  return (
    <SimpleMenu
      variant="secondary"
      popoverPlacement="bottom-end"
      size={size}
      startIcon={<Download />}
      disabled={isSaving || disabled}
      label={formatMessage({ id: trId('export.menu'), defaultMessage: 'Export' })}
    >
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => void save(path, { ...query, format })}>
          {formatMessage({ id: trId(`export.${format}`), defaultMessage: format })}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
};
