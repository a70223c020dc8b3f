import { useNotification } from '@strapi/strapi/admin';

/** What follows once a form was sent and nothing refused: it is said, with the server's notice, and the form closes. */
export const useDone = (onClose: () => void) => {
  const { toggleNotification } = useNotification();
  return (message: string, notice: string | null = null): void => {
    toggleNotification({ type: 'success', message: [message, notice].filter(Boolean).join(' ') });
    onClose();
  };
};
