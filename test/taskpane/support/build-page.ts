import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
/** Where the pane's page without Office is built. */
export const PAGE_FOLDER = join(ROOT, 'out', 'pane-page');

/** Builds the page from the sources as they are now, unless it was built since they last changed. */
export function buildPage(): void {
  const built = join(PAGE_FOLDER, 'page.js');
  if (
    existsSync(built) &&
    statSync(built).mtimeMs > newest([join(ROOT, 'src'), join(ROOT, 'test', 'taskpane', 'page')])
  )
    return;
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  execFileSync(process.execPath, [webpack, '--mode', 'production', '--env', 'page'], { cwd: ROOT, stdio: 'pipe' });
}

/** When the newest file under some folders was changed, in milliseconds. */
function newest(folders: readonly string[]): number {
  return Math.max(
    ...folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
    ),
  );
}
