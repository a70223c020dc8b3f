import { useAuth } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import { guideFor, type GuideName } from '../guide/guide-names';
import { STEPS } from './steps';

interface Tour {
  /** Whose tour it is: that of the own role. */
  role: GuideName;
  /** The own account; `null` while it is not known yet. */
  account: string | null;
  start: () => Promise<void>;
}

/** The tour of whoever is logged in. */
export const useTour = (): Tour => {
  const { formatMessage } = useIntl();
  const { colors } = useTheme();
  const user = useAuth('useTour', (state) => state.user);
  const role = guideFor((user?.roles ?? []).map(({ code }) => code));
  const say = (id: string, values?: Record<string, string>): string =>
    formatMessage({ id: `site.tour.${id}`, defaultMessage: id }, values);
  const start = async (): Promise<void> => {
    const { showTour } = await import('./show');
    const steps = STEPS[role].map(({ key, menu }) => ({
      menu,
      title: say(`${role}.${key}.title`),
      text: say(`${role}.${key}.text`),
    }));
    showTour(steps, {
      next: say('next'),
      back: say('back'),
      done: say('done'),
      skip: say('skip'),
      progress: say('progress', { current: '{{current}}', total: '{{total}}' }),
      colours: {
        background: colors.neutral0,
        text: colors.neutral800,
        faint: colors.neutral600,
        border: colors.neutral200,
        accent: colors.primary600,
        'on-accent': colors.neutral0,
      },
    });
  };
  return { role, account: user ? String(user.id) : null, start };
};
