import type { ComponentType, SVGProps } from 'react';
import { useIntl } from 'react-intl';

type Icon = ComponentType<SVGProps<SVGSVGElement>>;

/** From here on a badge says only that there are more. */
const MOST = 99;

/**
 * An icon of the menu with the number of what waits behind its link, while there is any. Strapi
 * draws a link's icon as a component, but takes a number for it only once, at the start.
 */
export const countedIcon = (Picture: Icon, useCount: () => number): Icon => {
  const CountedIcon = (props: SVGProps<SVGSVGElement>) => {
    const { formatNumber } = useIntl();
    const count = useCount();
    return (
      <>
        <Picture {...props} />
        {count > 0 ? (
          <span className="menu-badge" data-testid="menu-badge">
            {count > MOST ? `${formatNumber(MOST)}+` : formatNumber(count)}
          </span>
        ) : null}
      </>
    );
  };
  return CountedIcon;
};
