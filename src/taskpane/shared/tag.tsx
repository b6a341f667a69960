import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  tag: {
    display: 'inline-block',
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    verticalAlign: 'baseline',
  },
  neutral: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground5 },
  attention: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  danger: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  brand: { color: tokens.colorBrandForeground2, backgroundColor: tokens.colorBrandBackground2 },
});

/** One word about something: 未核对, 人工改定. */
export function Tag({
  kind = 'neutral',
  title,
  children,
}: {
  readonly kind?: 'neutral' | 'attention' | 'danger' | 'brand';
  readonly title?: string;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.tag, styles[kind])} title={title}>
      {children}
    </span>
  );
}
