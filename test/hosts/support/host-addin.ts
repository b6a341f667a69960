import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webpack, type Configuration } from 'webpack';
import type { AddinFiles } from '../../office-host/routes.ts';

/** The code of the tests as one script, built as the product's own bundles are. */
async function build(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-host-'));
  const configuration: Configuration = {
    mode: 'production',
    target: 'web',
    devtool: false,
    entry,
    output: { path: folder, filename: 'page-code.js' },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' } },
          },
        },
      ],
    },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    optimization: { minimize: false },
    performance: { hints: false },
  };
  try {
    await new Promise<void>((resolve, reject) => {
      webpack(configuration, (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      });
    });
    return readFileSync(join(folder, 'page-code.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * An add-in that is nothing but the host under test.
 * @param entry the file that puts it into the window
 */
export async function hostAddin(entry: string): Promise<AddinFiles> {
  return new Map([
    [
      '/taskpane.html',
      `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>试验</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script src="page-code.js"></script>
<script>Office.onReady();</script>
</html>`,
    ],
    ['/page-code.js', await build(entry)],
  ]);
}
