import type { ComponentType, SVGProps } from 'react';
import { useIntl } from 'react-intl';

type Icon = ComponentType<SVGProps<SVGSVGElement>>;

/** From here on a badge says only that there are more. */
const MOST = 99;

/**
 * An icon of the menu with the number of what waits behind its link, while there is any. Strapi
 * draws a link's icon as a component, but takes a number for it only once, at the start. The link's
 * name stays what it is; the numbers themselves stand on the home page in words.
 */
export const countedIcon = (Picture: Icon, useCount: () => number): Icon => {
  const CountedIcon = (props: SVGProps<SVGSVGElement>) => {
    const { formatNumber } = useIntl();
    const count = useCount();
    return (
      <>
        <Picture {...props} />
        {count > 0 ? (
          <span
            aria-hidden
            className="menu-badge"
            data-testid="menu-badge"
            data-count={count > MOST ? `${formatNumber(MOST)}+` : formatNumber(count)}
          />
        ) : null}
      </>
    );
  };
  return CountedIcon;
};
