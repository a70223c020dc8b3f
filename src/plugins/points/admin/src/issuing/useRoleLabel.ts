import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { AddresseeRole } from '../../../shared/contracts';
import { trId } from '../shared/translations';

/** As what somebody is told of a bulletin: head, leader, officer. */
export const useRoleLabel = (): ((role: AddresseeRole) => string) => {
  const { formatMessage } = useIntl();
  return useCallback(
    (role: AddresseeRole) =>
      formatMessage({ id: trId(`issue.role.${role}`), defaultMessage: role }),
    [formatMessage]
  );
};
