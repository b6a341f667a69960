const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const cmdShim = require('cmd-shim');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { BannerPlugin } = require('webpack');

/** Transpiles only; `npm run typecheck` judges the types. */
function transpiled(test, tsx) {
  return {
    test,
    exclude: /node_modules/,
    use: {
      loader: 'swc-loader',
      options: {
        jsc: {
          parser: { syntax: 'typescript', tsx },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    },
  };
}
const sources = [transpiled(/\.ts$/, false), transpiled(/\.tsx$/, true)];

/** Puts the built command where `npx jixiao` looks first, so that a checkout needs no installation of itself. */
const linkCommand = {
  apply: (compiler) => {
    compiler.hooks.afterEmit.tapPromise('link-command', async () => {
      const command = path.join(__dirname, 'dist', 'jixiao.js');
      const bin = path.join(__dirname, 'node_modules', '.bin');
      await fs.chmod(command, 0o755);
      await fs.mkdir(bin, { recursive: true });
      await cmdShim(command, path.join(bin, 'jixiao'));
    });
  },
};

/** The command line and the scripts that make the sample and the template: they need only Node. What reads old .xls files is a file of its own, loaded when one is opened. */
const node = {
  name: 'node',
  target: 'node20',
  entry: {
    jixiao: './src/cli/main.ts',
    'make-sample': './assets/make-sample.ts',
    'make-template': './assets/make-template.ts',
  },
  output: { path: path.join(__dirname, 'dist'), filename: '[name].js' },
  module: { rules: sources },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /^jixiao\.js$/ }), linkCommand],
  stats: 'errors-warnings',
};

/** What `npm run bench` runs; no part of what ships. */
const bench = { ...node, name: 'bench', entry: { bench: './test/bench/bench.ts' }, plugins: [] };

/** Where the pane takes Office.js from: `--env office=cdn|china|self`. A closed network hosts the files itself. */
const OFFICE_SCRIPTS = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  self: 'office-js/office.js',
};

/** The icons where the manifest looks for them. */
const copyIcons = {
  apply: (compiler) => {
    compiler.hooks.afterEmit.tapPromise('copy-icons', async () => {
      const from = path.join(__dirname, 'assets');
      const to = path.join(compiler.options.output.path, 'assets');
      await fs.mkdir(to, { recursive: true });
      const icons = (await fs.readdir(from)).filter((name) => /^icon-\d+\.png$/.test(name));
      await Promise.all(icons.map((name) => fs.copyFile(path.join(from, name), path.join(to, name))));
    });
  },
};

/** Puts the client library beside the pane, unmodified, as its licence asks. */
const copyOfficeScripts = {
  apply: (compiler) => {
    compiler.hooks.afterEmit.tapPromise('copy-office-js', async () => {
      const library = path.join(__dirname, 'node_modules', '@microsoft', 'office-js', 'dist');
      await fs.cp(library, path.join(compiler.options.output.path, 'office-js'), { recursive: true });
    });
  },
};

/**
 * What the pane's page may load. Griffel makes empty `<style>` elements and fills them through the CSSOM: the hash is that of
 * an empty text, so no other inline style gets in.
 */
function contentSecurityPolicy(officeScript) {
  const officeOrigin = officeScript.startsWith('https:') ? ` ${new URL(officeScript).origin}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${officeOrigin}`,
    "style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The task pane: what it needs to be seen first, its worker, and parts that load when they are wanted. */
function web(env, mode) {
  const officeScript = OFFICE_SCRIPTS[env.office ?? 'cdn'];
  if (officeScript === undefined) throw new Error(`--env office is one of ${Object.keys(OFFICE_SCRIPTS).join(', ')}`);
  return {
    name: 'web',
    target: ['web', 'es2022'],
    entry: { taskpane: './src/taskpane/main.tsx' },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: '[name].js',
      chunkFilename: 'pane-[name].js',
      publicPath: 'auto',
    },
    devtool: mode === 'development' ? 'source-map' : false,
    module: { rules: sources },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    optimization: {
      chunkIds: 'named',
      // One file a part: what a part needs is seldom needed by another.
      splitChunks: false,
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    },
    // A test states the size of what is loaded first.
    performance: { hints: false },
    cache: {
      type: 'filesystem',
      name: `web-${mode}`,
      buildDependencies: { config: [path.join(__dirname, 'webpack.config.js')] },
    },
    plugins: [
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        chunks: ['taskpane'],
        scriptLoading: 'defer',
        templateParameters: { officeScript, policy: contentSecurityPolicy(officeScript) },
      }),
      copyIcons,
      ...(env.office === 'self' ? [copyOfficeScripts] : []),
    ],
    stats: 'errors-warnings',
  };
}

/** The pane in a page of its own, without Office, for its tests and pictures; no part of what ships. */
function page(env, mode) {
  const pane = web(env, mode);
  return {
    ...pane,
    name: 'page',
    entry: { page: './test/taskpane/page/page.ts' },
    output: { ...pane.output, path: path.join(__dirname, 'out', 'pane-page') },
    cache: { ...pane.cache, name: `page-${mode}` },
    plugins: [
      new HtmlWebpackPlugin({
        filename: 'page.html',
        template: './test/taskpane/page/page.html',
        templateParameters: { policy: contentSecurityPolicy('') },
      }),
    ],
  };
}

/** Draws the pane in every state, for people to look at: `npm run screens`. */
const screens = {
  ...node,
  name: 'screens',
  entry: { screens: './test/taskpane/screens/screens.ts' },
  output: { path: path.join(__dirname, 'out', 'pane-page'), filename: '[name].js' },
  externals: { 'playwright-core': 'commonjs playwright-core' },
  plugins: [],
};

/**
 * The certificate for localhost, made and trusted at the first run. Where the system does not let itself be told to trust it, as in a
 * container, it is served all the same, and what to do is said.
 */
async function certificate() {
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    const folder = path.join(os.homedir(), '.office-addin-dev-certs');
    const read = (name) => fs.readFile(path.join(folder, name));
    const [ca, cert, key] = await Promise.all(['ca.crt', 'localhost.crt', 'localhost.key'].map(read)).catch(() => {
      throw error;
    });
    process.emitWarning(
      `${error.message}\nThe certificate is not trusted yet. Trust ${path.join(folder, 'ca.crt')} by hand.`,
    );
    return { ca, cert, key };
  }
}

/** Serves the pane for side-loading. */
async function devServer() {
  return {
    host: 'localhost',
    port: 3000,
    server: { type: 'https', options: await certificate() },
    static: [
      { directory: path.join(__dirname, 'dist') },
      { directory: path.join(__dirname, 'assets'), publicPath: '/assets' },
    ],
    // The page's policy allows neither evaluated code nor frames.
    hot: false,
    client: { overlay: false },
  };
}

module.exports = async (env, { mode = 'production' }) => {
  if (env.bench) return [bench];
  if (env.page) return [page(env, mode)];
  if (env.screens) return [page(env, mode), screens];
  const pane = web(env, mode);
  if (env.WEBPACK_SERVE) return { ...pane, devServer: await devServer() };
  return [node, pane];
};
