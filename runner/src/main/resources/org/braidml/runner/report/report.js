/* Draws the charts, follows the size and the colour scheme. */
(() => {
  const data = JSON.parse(document.getElementById('chart-data').textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  const theme = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue('--' + name).trim();
    return {
      font: getComputedStyle(document.body).fontFamily,
      text: colour('text'),
      muted: colour('muted'),
      line: colour('line'),
      surface: colour('surface'),
      series: [colour('series-0'), colour('series-1')],
      hues: [0, 1, 2, 3, 4, 5, 6].map((at) => colour('hue-' + at)),
      heat: [colour('heat-low'), colour('heat-high')],
    };
  };

  const draw = (chart, element) => {
    const given = data[element.id];
    chart.setOption(charts[given.kind](given, theme(), element.clientWidth));
  };

  document.querySelectorAll('.plot').forEach((element) => {
    const chart = echarts.init(element, null, { renderer: 'svg' });
    new ResizeObserver(() => {
      chart.resize();
      draw(chart, element);
    }).observe(element);
    dark.addEventListener('change', () => draw(chart, element));
  });

  /* What scrolls sideways can be scrolled by the keyboard, and has a name. */
  const reachable = (element) => {
    if (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight) {
      element.tabIndex = 0;
      element.setAttribute('role', 'region');
      element.setAttribute('aria-label', element.dataset.name);
    } else {
      element.removeAttribute('tabindex');
      element.removeAttribute('role');
      element.removeAttribute('aria-label');
    }
  };
  const watcher = new ResizeObserver((entries) => entries.forEach((entry) => reachable(entry.target)));
  document.querySelectorAll('.scroll').forEach((element) => watcher.observe(element));
})();
