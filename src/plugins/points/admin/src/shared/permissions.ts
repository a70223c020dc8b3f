import { useAuth } from '@strapi/strapi/admin';

/** Whether the person at the screen holds a permission action; the server decides in the end. */
export const useAllowed = (action: string, subject?: string): boolean =>
  useAuth('points', (state) =>
    state.permissions.some(
      (permission) => permission.action === action && (permission.subject ?? undefined) === subject
    )
  );
