import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    width: `calc(100% + 2 * ${tokens.spacingHorizontalXS})`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chevron: {
    flexShrink: 0,
    marginTop: '2px',
    color: tokens.colorNeutralForeground3,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
  open: { transform: 'rotate(90deg)' },
  summary: { flexGrow: 1, minWidth: 0 },
  content: { paddingLeft: tokens.spacingHorizontalXL },
  flush: { paddingLeft: 0 },
});

/** A line that opens what stands under it. Without `open` it remembers by itself whether it is open. */
export function Disclosure({
  summary,
  open,
  onToggle,
  flush = false,
  className,
  children,
}: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  /** The content begins at the left edge. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: () => ReactNode;
}): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  return (
    <div className={className}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOwn(!isOpen);
          onToggle?.(!isOpen);
        }}
      >
        <ChevronRight16Regular className={mergeClasses(styles.chevron, isOpen && styles.open)} />
        <span className={styles.summary}>{summary}</span>
      </button>
      {isOpen && (
        <div id={id} className={mergeClasses(styles.content, flush && styles.flush)}>
          {children()}
        </div>
      )}
    </div>
  );
}
