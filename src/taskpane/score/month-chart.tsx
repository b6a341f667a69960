import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { MonthView } from '../../commands/analysis/month-view.ts';
import { PANE } from '../../core/texts/pane-texts.ts';
import { Section } from '../shared/section.tsx';
import { MonthTable } from './month-table.tsx';

/** The drawing's own measures; it is scaled to the width of the pane. */
const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 32;
const BOTTOM = 20;
const TOP = 8;
const TICKS = [0, 0.5, 1];

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto' },
  grid: { stroke: tokens.colorNeutralStroke3, strokeWidth: 1 },
  axis: { fill: tokens.colorNeutralForeground3, fontSize: '10px', fontFamily: tokens.fontFamilyBase },
  bar: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  gap: { fill: tokens.colorPaletteRedBackground2, '@media (forced-colors: active)': { fill: 'Highlight' } },
  schedule: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: 1.5,
    strokeDasharray: '4 3',
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  key: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
  swatch: { width: '10px', height: '10px', borderRadius: '1px', forcedColorAdjust: 'none' },
  swatchRate: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  swatchBehind: {
    backgroundColor: tokens.colorPaletteRedBackground2,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  swatchSchedule: {
    height: 0,
    width: '14px',
    borderRadius: 0,
    borderTop: `2px dashed ${tokens.colorNeutralForeground2}`,
  },
  toggle: { alignSelf: 'flex-start', minWidth: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** How much of the year's budget was spent by the end of each month, against the share of the year that had passed. */
export function MonthChart({ months }: { readonly months: readonly MonthView[] }): ReactNode {
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  const basis = months[0]?.basis ?? '';
  return (
    <Section title={PANE.score.months} aside={basis === '' ? undefined : PANE.score.monthsBasis(basis)}>
      {asTable ? <MonthTable months={months} /> : <Drawing months={months} />}
      <Button
        className={styles.toggle}
        size="small"
        appearance="subtle"
        onClick={() => {
          setAsTable(!asTable);
        }}
      >
        {asTable ? PANE.score.showChart : PANE.score.showTable}
      </Button>
    </Section>
  );
}

function Drawing({ months }: { readonly months: readonly MonthView[] }): ReactNode {
  const styles = useStyles();
  const highest = Math.max(1, ...months.map(({ rate }) => rate));
  const step = (WIDTH - LEFT) / 12;
  const x = (month: number): number => LEFT + (month - 1) * step + step / 2;
  const y = (share: number): number => TOP + (1 - Math.max(0, share) / highest) * (HEIGHT - TOP - BOTTOM);
  const behind = months.filter(({ rate, schedule }) => rate < schedule).length;
  const summary = PANE.score.chartSummary(months.length, months.at(-1)?.rateText ?? '', behind);
  return (
    <>
      <svg className={styles.chart} viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={summary}>
        {TICKS.map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
            <text className={styles.axis} x={LEFT - 4} y={y(tick) + 3} textAnchor="end">
              {`${String(tick * 100)}%`}
            </text>
          </g>
        ))}
        {months.map(({ month, rate, schedule, rateText, scheduleText }) => (
          <g key={month}>
            <title>{`${String(month)}月 ${PANE.score.rate}${rateText} ${PANE.score.schedule}${scheduleText}`}</title>
            <rect
              className={styles.bar}
              x={x(month) - step * 0.3}
              width={step * 0.6}
              y={y(rate)}
              height={Math.max(0, y(0) - y(rate))}
            />
            {rate < schedule && (
              <rect
                className={styles.gap}
                x={x(month) - step * 0.3}
                width={step * 0.6}
                y={y(schedule)}
                height={y(rate) - y(schedule)}
              />
            )}
          </g>
        ))}
        <polyline
          className={styles.schedule}
          points={months.map(({ month, schedule }) => `${String(x(month))},${String(y(schedule))}`).join(' ')}
        />
        {months.map(({ month }) => (
          <text key={month} className={styles.axis} x={x(month)} y={HEIGHT - 6} textAnchor="middle">
            {month}
          </text>
        ))}
      </svg>
      <div className={styles.legend} aria-hidden>
        <span className={styles.key}>
          <span className={mergeClasses(styles.swatch, styles.swatchRate)} />
          {PANE.score.rate}
        </span>
        {behind > 0 && (
          <span className={styles.key}>
            <span className={mergeClasses(styles.swatch, styles.swatchBehind)} />
            {PANE.score.behind}
          </span>
        )}
        <span className={styles.key}>
          <span className={mergeClasses(styles.swatch, styles.swatchSchedule)} />
          {PANE.score.schedule}
        </span>
      </div>
    </>
  );
}
