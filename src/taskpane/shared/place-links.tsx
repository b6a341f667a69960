import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Place } from '../../commands/analysis/place.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { useModel } from '../store/model-context.ts';

const useStyles = makeStyles({
  list: { display: 'inline-flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  link: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    // Where the system sets the colours, a link is told by its line.
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
});

/** How many places are named before the rest is left to be found. */
const SHOWN = 6;

/** Places as links that lead to the cells. */
export function PlaceLinks({
  places,
  className,
}: {
  readonly places: readonly Place[];
  readonly className?: string;
}): ReactNode {
  const styles = useStyles();
  const model = useModel();
  if (places.length === 0) return null;
  return (
    <span className={mergeClasses(styles.list, className)}>
      {places.slice(0, SHOWN).map((place) => {
        const name = placeName(place);
        return (
          <Link
            key={name}
            as="button"
            className={styles.link}
            title={PANE.place.tip(name)}
            onClick={(event) => {
              event.stopPropagation();
              void model.reveal(place);
            }}
          >
            {name}
          </Link>
        );
      })}
      {places.length > SHOWN && <span>{PANE.place.more}</span>}
    </span>
  );
}

/** `预算!E5` */
export function placeName({ sheet, range }: Place): string {
  return `${sheet}!${range}`;
}
