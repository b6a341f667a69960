import type { AddinFiles } from '../routes.ts';

/** The least that an add-in can be: the script tag, and a start. Tests run their own code in its window. */
export const ADDIN: AddinFiles = new Map([
  [
    '/taskpane.html',
    `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>试验</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script>Office.onReady();</script>
</html>`,
  ],
]);
