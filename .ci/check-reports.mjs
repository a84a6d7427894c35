// Opens reports in headless Chromium: node .ci/check-reports.mjs REPORT.html...
// Each must draw every chart and say it in words, stay silent on the console, ask the network for
// nothing, keep data text, and need no sideways scrolling at 400 and 1400 pixels.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const files = process.argv.slice(2);
const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'];
const browser = names.find((name) => name && spawnSync(name, ['--version']).status === 0);
if (!browser || files.length === 0) {
  console.error(
    browser
      ? 'usage: node .ci/check-reports.mjs REPORT.html...'
      : 'no Chromium was found: install the package chromium, or name the program by CHROMIUM=/path'
  );
  process.exit(2);
}

const profile = mkdtempSync(join(tmpdir(), 'reports-'));
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'];
const child = spawn(
  browser,
  [...flags, `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }
);
const waiting = new Map();
const heard = [];
let sent = 0;
let rest = '';
child.stdio[4].on('data', (chunk) => {
  const parts = (rest + chunk).split('\0');
  rest = parts.pop();
  for (const part of parts) {
    const message = JSON.parse(part);
    if (message.id) {
      waiting.get(message.id)(message);
    } else {
      heard.push(message);
    }
  }
});
const send = (method, params = {}, sessionId = undefined) =>
  new Promise((done, fail) => {
    waiting.set(++sent, ({ error, result }) =>
      error ? fail(new Error(method + ': ' + error.message)) : done(result)
    );
    child.stdio[3].write(JSON.stringify({ id: sent, method, params, sessionId }) + '\0');
  });
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Processes of the browser may still write for a moment after it has ended.
const emptied = async (folder) => {
  for (let i = 0; i < 50; i++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      await wait(100);
    }
  }
};

// Runs in the page. Axes are drawn without data, too: the marks alone do not tell.
const look = () => {
  const problems = [];
  const drawn = 'path, rect, circle, polyline, text';
  const plots = [...document.querySelectorAll('.plot')];
  for (const plot of plots) {
    const series = echarts.getInstanceByDom(plot)?.getOption()?.series ?? [];
    if (!series.some(({ data }) => data?.length > 0)) problems.push(plot.id + ' shows no data');
    if (plot.querySelectorAll(drawn).length < 5) problems.push(plot.id + ' has no drawn marks');
    if ((plot.getAttribute('aria-label') ?? '').length < 20) problems.push(plot.id + ' has no words');
    if (plot.getAttribute('role') !== 'img') problems.push(plot.id + ' is no image to a reader');
  }
  for (const strip of document.querySelectorAll('svg.strip')) {
    if (!strip.querySelector('rect')) problems.push('a strip has no drawn marks');
    if (!strip.querySelector('title, desc')) problems.push('a strip has no words');
  }
  if (plots.length === 0 && !document.querySelector('.attended')) problems.push('nothing is shown');
  if (document.querySelectorAll('script').length !== 3) problems.push('data became a script');
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    problems.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`);
  }
  return { charts: plots.length, problems };
};

const check = async (file) => {
  const problems = [];
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) {
    await send(domain + '.enable', {}, sessionId);
  }
  let charts = 0;
  for (const width of [1400, 400]) {
    heard.length = 0;
    const size = { width, height: 900, deviceScaleFactor: 1, mobile: width === 400 };
    await send('Emulation.setDeviceMetricsOverride', size, sessionId);
    await send('Page.navigate', { url: pathToFileURL(resolve(file)).href }, sessionId);
    for (let i = 0; i < 200 && !heard.some((m) => m.method === 'Page.loadEventFired'); i++) {
      await wait(100);
    }
    await wait(1000);
    const expression = `(${look})()`;
    const { result } = await send('Runtime.evaluate', { expression, returnByValue: true }, sessionId);
    charts = result.value.charts;
    problems.push(...result.value.problems.map((problem) => `${problem} (width ${width})`));
    for (const { method, params } of heard) {
      if (method === 'Runtime.exceptionThrown') {
        problems.push(params.exceptionDetails.exception?.description ?? 'an exception');
      } else if (method === 'Log.entryAdded' && params.entry.level === 'error') {
        problems.push(params.entry.text);
      } else if (method === 'Runtime.consoleAPICalled' && params.type === 'error') {
        problems.push('console: ' + params.args.map(({ value }) => value).join(' '));
      } else if (method === 'Network.requestWillBeSent') {
        const { url } = params.request;
        if (!url.startsWith('data:') && url.split('#')[0] !== pathToFileURL(resolve(file)).href) {
          problems.push('asks for ' + url);
        }
      }
    }
  }
  await send('Target.closeTarget', { targetId });
  problems.forEach((problem) => console.error(`${file}: ${problem}`));
  console.log(`${file}: ${charts} charts, ${problems.length} problems`);
  return problems.length;
};

let all = 0;
try {
  for (const file of files) {
    all += await check(file);
  }
} finally {
  const gone = new Promise((done) => child.once('exit', done));
  send('Browser.close').catch(() => child.kill());
  await gone;
  await emptied(profile);
}
process.exit(all === 0 ? 0 : 1);
