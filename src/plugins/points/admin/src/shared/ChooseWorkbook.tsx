import { useRef, type ChangeEvent } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload, Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { trId } from './translations';
import { useSaveFile } from './useSaveFile';

interface ChooseWorkbookProps {
  /** Where the template is had. */
  template: string;
  /** Of the file that is chosen. */
  name: string | null;
  isBusy: boolean;
  onChoose: (file: File) => void;
}

/** The template of an import, and the workbook that was filled in. */
export const ChooseWorkbook = ({ isBusy, name, onChoose, template }: ChooseWorkbookProps) => {
  const { formatMessage } = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const { isSaving, save } = useSaveFile();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) onChoose(file);
  };
  return (
    <Flex gap={3} wrap="wrap" alignItems="center">
      <Button
        variant="tertiary"
        startIcon={<Download />}
        loading={isSaving}
        onClick={() => save(template, {})}
      >
        {formatMessage({ id: trId('import.template'), defaultMessage: 'Template' })}
      </Button>
      <input ref={input} type="file" accept=".xlsx" hidden onChange={choose} />
      <Button
        variant="secondary"
        startIcon={<CloudUpload />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        {formatMessage({ id: trId('import.choose'), defaultMessage: 'Choose the workbook' })}
      </Button>
      {name === null ? null : <Typography textColor="neutral600">{name}</Typography>}
    </Flex>
  );
};
