import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';

interface NoticeProps {
  /** `warning` where points will be missing, `info` where all is as it should be. */
  variant: 'info' | 'warning' | 'danger';
  children: ReactNode;
  action?: ReactNode;
}

const COLOURS = {
  info: { background: 'primary100', border: 'primary200', icon: 'primary600' },
  warning: { background: 'warning100', border: 'warning200', icon: 'warning600' },
  danger: { background: 'danger100', border: 'danger200', icon: 'danger600' },
} as const;

/** A sentence set apart: what a person should know before going on. */
export const Notice = ({ variant, children, action }: NoticeProps) => {
  const colours = COLOURS[variant];
  const Icon = variant === 'info' ? Information : WarningCircle;
  return (
    <Flex
      role={variant === 'danger' ? 'alert' : 'status'}
      background={colours.background}
      borderColor={colours.border}
      hasRadius
      padding={3}
      gap={2}
      alignItems="flex-start"
      width="100%"
    >
      <Box paddingTop="2px" style={{ flex: 'none' }}>
        <Icon fill={colours.icon} width="1.4rem" height="1.4rem" aria-hidden />
      </Box>
      <Flex direction="column" alignItems="flex-start" gap={2} style={{ minWidth: 0 }}>
        <Typography variant="pi" textColor="neutral800">
          {children}
        </Typography>
        {action}
      </Flex>
    </Flex>
  );
};
