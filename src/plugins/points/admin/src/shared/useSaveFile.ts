import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { RefusedFileError, saveFile } from './save-file';
import { trId } from './translations';

interface SaveFile {
  isSaving: boolean;
  save: (url: string, params: object) => Promise<void>;
}

/** Saves files, one at a time, and says what hindered it. */
export const useSaveFile = (): SaveFile => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (url: string, params: object): Promise<void> => {
    setIsSaving(true);
    try {
      await saveFile(url, params);
    } catch (error) {
      const fallback = formatMessage({
        id: trId('export.error'),
        defaultMessage: 'The file could not be made.',
      });
      const sentence = error instanceof RefusedFileError ? error.message : '';
      toggleNotification({ type: 'danger', message: sentence || fallback });
    } finally {
      setIsSaving(false);
    }
  };
  return { isSaving, save };
};
