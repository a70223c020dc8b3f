import { useHref } from 'react-router-dom';

/** Where an invitation leads, as it is printed: on this panel's own address. */
export const useInvitationLink = (token: string): string =>
  new URL(useHref(`/auth/register?registrationToken=${token}`), window.location.origin).href;
