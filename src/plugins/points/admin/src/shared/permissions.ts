import { useAuth } from '@strapi/strapi/admin';

/** Whether the person at the screen holds a permission action; the server decides in the end. */
export const useAllowed = (action: string, subject?: string): boolean =>
  useAuth('points', (state) =>
    state.permissions.some(
      (permission) => permission.action === action && (permission.subject ?? undefined) === subject
    )
  );

const READ = 'plugin::content-manager.explorer.read';
const UPDATE = 'plugin::content-manager.explorer.update';

/** Whether documents of a type open in the Content Manager for the person at the screen. */
export const useMayRead = (uid: string): boolean => useAllowed(READ, uid);

/** Whether the person at the screen keeps documents of a type. */
export const useMayEdit = (uid: string): boolean => useAllowed(UPDATE, uid);
