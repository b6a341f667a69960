import { systemAppearance, type Appearance, type AppearanceSource } from '../app/appearance.ts';

/**
 * The application's theme, told by how bright the ground of its panes is; where it tells none, what the system prefers. The
 * theme is asked for again whenever the pane is shown, because not every edition of Office tells of changes.
 */
export const officeAppearance: AppearanceSource = {
  current: () => appearanceOf(Office.context.officeTheme) ?? systemAppearance.current(),
  listen: (changed) => {
    const ends = [systemAppearance.listen(changed)];
    document.addEventListener('visibilitychange', changed);
    ends.push(() => {
      document.removeEventListener('visibilitychange', changed);
    });
    return () => {
      for (const end of ends) end();
    };
  },
};

function appearanceOf(theme: Office.OfficeTheme | undefined): Appearance | undefined {
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(theme?.bodyBackgroundColor ?? '');
  if (colour === null) return undefined;
  const [red = 0, green = 0, blue = 0] = colour.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}
