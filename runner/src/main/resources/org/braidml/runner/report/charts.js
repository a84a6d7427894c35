'use strict';

/* Chart options from the data of the page: one function a kind. */
const charts = (() => {
  const number = (x) =>
    x === null || x === undefined
      ? 'n/a'
      : x.toLocaleString('en-US', { maximumSignificantDigits: 4 });
  const short = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);

  /* Text, never markup: labels come from the data. */
  const tip = (lines) => {
    const box = document.createElement('div');
    box.style.whiteSpace = 'pre-line';
    box.textContent = lines.join('\n');
    return box;
  };

  const base = (theme) => ({
    animation: false,
    textStyle: { color: theme.text, fontFamily: theme.font },
    color: theme.series,
    tooltip: {
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.text, fontFamily: theme.font, fontSize: 13 },
    },
  });

  const axis = (theme, given, more) => ({
    type: 'value',
    name: given.name,
    nameTextStyle: { color: theme.muted, fontSize: 13 },
    min: given.min ?? undefined,
    max: given.max ?? undefined,
    minInterval: given.whole ? 1 : undefined,
    scale: true,
    axisLabel: { color: theme.muted, fontSize: 12, hideOverlap: true, formatter: number },
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.muted } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line } },
    ...more,
  });
  const below = { nameLocation: 'middle', nameGap: 30, splitLine: { show: false } };
  const above = { nameLocation: 'end', nameGap: 12 };
  const yAxis = (theme, given, more) => {
    const made = axis(theme, given, { ...above, ...more });
    made.nameTextStyle = { ...made.nameTextStyle, align: 'left' };
    return made;
  };

  /* Bars from edge to edge. */
  const bars = (theme, bins, more) => ({
    type: 'custom',
    name: 'rows',
    encode: { x: [0, 1], y: 2 },
    data: bins.map((bin) => [bin.from, bin.to, bin.rows]),
    renderItem: (params, api) => {
      const top = api.coord([api.value(0), api.value(2)]);
      const bottom = api.coord([api.value(1), 0]);
      return {
        type: 'rect',
        shape: { x: top[0] + 0.5, y: top[1], width: bottom[0] - top[0] - 1, height: bottom[1] - top[1] },
        style: { fill: theme.series[0] },
      };
    },
    tooltip: {
      formatter: ({ value }) =>
        tip([number(value[0]) + ' to ' + number(value[1]), 'rows: ' + number(value[2])]),
    },
    ...more,
  });

  const dashes = 'path://M0 4h6v2h-6zM9 4h6v2h-6z';
  const strokes = { SOLID: {}, DASHED: { type: 'dashed' }, STEP: {} };

  const line = (theme, given, at) => ({
    type: 'line',
    name: given.name,
    data: given.points,
    showSymbol: given.dots,
    symbol: given.dots ? ['circle', 'rect'][at] : 'none',
    symbolSize: 6,
    step: given.stroke === 'STEP' ? 'start' : false,
    color: given.stroke === 'DASHED' ? theme.muted : theme.series[at],
    lineStyle: { width: 2, ...strokes[given.stroke] },
    emphasis: { disabled: true },
  });

  const marked = (theme, mark) => ({
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.muted, type: 'dashed' },
    label: {
      color: theme.text,
      backgroundColor: theme.surface,
      padding: [2, 4],
      formatter: mark.label,
      position: 'end',
      distance: -18,
    },
    data: [{ xAxis: mark.x }],
  });

  const wholeRange = (data) => {
    const xs = data.lines[0].points.map((point) => point[0]);
    const one = xs.length === 1 ? 1 : 0;
    return { ...data.x, min: xs[0] - one, max: xs[xs.length - 1] + one };
  };

  /* A curve that rises at one x has many points there. */
  const lastOfEach = (points) => {
    const last = new Map(points.map(({ seriesName, value }) => [seriesName, number(value[1])]));
    return [...last].map(([name, y]) => name + ': ' + y);
  };

  const lines = (data, theme) => {
    const x = data.x.whole ? wholeRange(data) : data.x;
    const series = data.lines.map((given, at) => line(theme, given, at));
    if (data.mark) {
      series[0].markLine = marked(theme, data.mark);
    }
    const option = {
      ...base(theme),
      grid: [{ left: 8, right: 20, top: series.length > 1 ? 60 : 34, bottom: 32, containLabel: true }],
      xAxis: [axis(theme, x, below)],
      yAxis: [yAxis(theme, data.y)],
      series,
      legend:
        series.length > 1
          ? {
              top: 0,
              right: 0,
              textStyle: { color: theme.text, fontSize: 13 },
              selectedMode: false,
              data: data.lines.map(({ name, stroke }) =>
                stroke === 'DASHED' ? { name, icon: dashes } : { name }
              ),
            }
          : undefined,
    };
    option.tooltip.trigger = 'axis';
    option.tooltip.formatter = (at) =>
      tip([x.name + ': ' + number(at[0].value[0]), ...lastOfEach(at)]);
    return data.bins.length ? withBins(option, data, theme) : option;
  };

  const withBins = (option, data, theme) => {
    option.grid = [
      { left: 48, right: 20, top: 60, bottom: 140 },
      { left: 48, right: 20, height: 60, bottom: 50 },
    ];
    option.xAxis[0].name = '';
    option.xAxis.push(axis(theme, data.x, { ...below, gridIndex: 1 }));
    option.yAxis.push(
      axis(theme, { name: '', min: 0 }, { gridIndex: 1, splitNumber: 2, splitLine: { show: false } })
    );
    option.yAxis[1].axisLabel.formatter = (x) =>
      x.toLocaleString('en-US', { notation: 'compact' });
    option.tooltip.trigger = 'item';
    option.tooltip.formatter = ({ seriesName, value }) =>
      tip([seriesName, data.x.name + ': ' + number(value[0]), data.y.name + ': ' + number(value[1])]);
    option.legend.data.push({ name: 'rows' });
    option.series.push(bars(theme, data.bins, { xAxisIndex: 1, yAxisIndex: 1 }));
    return option;
  };

  const histogram = (data, theme) => ({
    ...base(theme),
    grid: { left: 8, right: 20, top: 34, bottom: 32, containLabel: true },
    xAxis: axis(theme, data.x, below),
    yAxis: yAxis(theme, { ...data.y, min: 0 }, { minInterval: 1 }),
    series: [
      bars(theme, data.bins, {
        markLine: marked(theme, { x: 0, label: '' }),
      }),
    ],
  });

  /* One range for both axes, at round numbers, so that the diagonal is one. */
  const square = (points) => {
    const all = points.flat();
    const low = Math.min(...all);
    const high = Math.max(...all);
    const rough = (high - low || Math.abs(high) || 1) / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find((digit) => rough <= digit * power * 1.0001);
    return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, interval: step };
  };

  const scatter = (data, theme) => {
    const range = square(data.points);
    const diagonal = { name: 'right', points: [[range.min, range.min], [range.max, range.max]] };
    const option = {
      ...base(theme),
      grid: { left: 8, right: 20, top: 34, bottom: 32, containLabel: true },
      xAxis: axis(theme, data.x, { ...below, ...range }),
      yAxis: yAxis(theme, data.y, range),
      series: [
        {
          type: 'scatter',
          name: 'rows',
          data: data.points,
          symbolSize: 5,
          itemStyle: { color: theme.series[0], opacity: 0.5 },
        },
        { ...line(theme, { ...diagonal, stroke: 'DASHED', dots: false }, 1), silent: true },
      ],
    };
    option.tooltip.formatter = ({ value }) =>
      tip([data.x.name + ': ' + number(value[0]), data.y.name + ': ' + number(value[1])]);
    return option;
  };

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  /* Black or white, whichever is easier to read on the colour. */
  const onHeat = (theme, share) => {
    const [low, high] = theme.heat.map(channels);
    const light = low.map((from, i) => {
      const x = (from + (high[i] - from) * share) / 255;
      return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] > 0.179 ? '#000000' : '#ffffff';
  };

  const matrix = (data, theme, width) => {
    const n = data.labels.length;
    const few = n <= 8;
    const most = width < 500 && few ? 14 : 20;
    const longest = Math.min(most, Math.max(...data.labels.map((label) => label.length)));
    const room = 40 + longest * 7;
    const side = { left: room, top: few ? 60 : room, right: 8, bottom: 8 };
    const cell = (width - side.left - side.right) / n;
    const cells = data.counts.flatMap((row, i) => {
      const all = row.reduce((sum, count) => sum + count, 0);
      return row.map((count, j) => {
        const share = all ? count / all : 0;
        const fits = count > 0 && String(count).length * 6.5 <= cell - 2;
        return {
          value: [j, i, share, count],
          label: { show: few || fits, color: onHeat(theme, share) },
        };
      });
    });
    const labels = (rotate, most) => ({
      type: 'category',
      data: data.labels,
      nameLocation: 'middle',
      nameTextStyle: { color: theme.muted, fontSize: 13 },
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: theme.text,
        fontSize: few ? 12 : 11,
        interval: 0,
        rotate,
        formatter: (label) => short(label, most),
      },
    });
    const option = {
      ...base(theme),
      grid: side,
      xAxis: { ...labels(few ? 0 : -90, few ? Math.max(3, Math.floor(cell / 7)) : most), name: 'Predicted', nameGap: side.top - 18, position: 'top' },
      yAxis: { ...labels(0, most), name: 'Actual', nameGap: side.left - 18, inverse: true },
      visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: theme.heat } },
      series: [
        {
          type: 'heatmap',
          data: cells,
          label: { fontSize: few ? 14 : 10, formatter: ({ value }) => number(value[3]) },
          itemStyle: { borderColor: theme.surface, borderWidth: 1 },
          emphasis: { itemStyle: { borderColor: theme.text } },
        },
      ],
    };
    option.tooltip.formatter = ({ value }) =>
      tip([
        'actual: ' + data.labels[value[1]],
        'predicted: ' + data.labels[value[0]],
        'rows: ' + number(value[3]) + ' (' + number(100 * value[2]) + '% of the actual class)',
      ]);
    return option;
  };

  /* A row each, the first on top: what was measured small, the mean large, its interval a bar. */
  const intervals = (data, theme, width) => {
    const names = data.rows.map(({ label }) => label);
    const most = width < 500 ? 16 : 34;
    const colour = (row) => (row.strong ? theme.series[1] : theme.series[0]);
    const known = (x) => x !== null && x !== undefined;
    const bar = (params, api) => {
      const [low, high, at] = [api.value(0), api.value(1), api.value(2)];
      const [from, y] = api.coord([low, at]);
      const [to] = api.coord([high, at]);
      const stroke = colour(data.rows[at]);
      const rule = (x, half) => ({
        type: 'line',
        shape: { x1: x, y1: y - half, x2: x, y2: y + half },
        style: { stroke, lineWidth: 2 },
      });
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke, lineWidth: 2.5 } },
          rule(from, 5),
          rule(to, 5),
        ],
      };
    };
    const all = data.rows.flatMap((row) => [...row.points, row.mean, row.low, row.high]).filter(known);
    if (data.mark) {
      all.push(data.mark.x);
    }
    const margin = (Math.max(...all) - Math.min(...all) || 1) * 0.03;
    const room = 24 + 7.4 * Math.min(most, Math.max(...names.map((name) => name.length)));
    const option = {
      ...base(theme),
      grid: { left: room, right: 16, top: data.mark ? 26 : 8, bottom: 50 },
      xAxis: axis(theme, data.x, {
        ...below,
        min: data.x.min ?? ((range) => range.min - margin),
        max: data.x.max ?? ((range) => range.max + margin),
        splitLine: { show: true, lineStyle: { color: theme.line } },
        axisLine: { show: false },
        axisLabel: { color: theme.muted, fontSize: 12, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: number },
      }),
      yAxis: {
        type: 'category',
        data: names.map((name, at) => String(at)),
        inverse: true,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          color: theme.text,
          fontSize: 13,
          interval: 0,
          formatter: (at) => short(names[at], most),
        },
      },
      series: [
        {
          type: 'scatter',
          name: 'seeds',
          data: data.rows.flatMap((row, at) => row.points.filter(known).map((x) => [x, at])),
          symbolSize: 7,
          itemStyle: { color: theme.muted, opacity: 0.45 },
          markLine: data.mark
            ? { ...marked(theme, data.mark), label: { ...marked(theme, data.mark).label, distance: 4 } }
            : undefined,
        },
        {
          type: 'custom',
          name: 'interval',
          renderItem: bar,
          encode: { x: [0, 1], y: 2 },
          data: data.rows.map((row, at) => [row.low, row.high, at]).filter(([low]) => known(low)),
          silent: true,
        },
        {
          type: 'scatter',
          name: 'mean',
          data: data.rows
            .map((row, at) => ({ value: [row.mean, at], itemStyle: { color: colour(row) } }))
            .filter(({ value }) => known(value[0])),
          symbol: 'circle',
          symbolSize: 11,
          itemStyle: { borderColor: theme.surface, borderWidth: 1.5 },
          z: 5,
        },
      ],
    };
    option.tooltip.formatter = ({ value, seriesName }) => {
      const row = data.rows[value[1]];
      return tip(
        seriesName === 'mean'
          ? [row.label, 'mean ' + number(row.mean), known(row.low) ? number(row.low) + ' to ' + number(row.high) : '']
          : [row.label, 'one seed: ' + number(value[0])]
      );
    };
    return option;
  };

  const grid = (data, theme, width) => {
    const flat = data.values.flat().filter((x) => x !== null);
    const [low, high] = [Math.min(...flat), Math.max(...flat)];
    const share = (x) => {
      const place = high > low ? (x - low) / (high - low) : 0.5;
      return data.higherIsBetter ? place : 1 - place;
    };
    const longest = Math.min(width < 500 ? 12 : 24, Math.max(...data.rows.map((label) => label.length)));
    const left = 44 + longest * 7;
    const cell = (width - left - 8) / data.columns.length;
    const labels = (names, name, most, gap) => ({
      type: 'category',
      data: names.map((label, at) => String(at)),
      name,
      nameLocation: 'middle',
      nameGap: gap,
      nameTextStyle: { color: theme.muted, fontSize: 13 },
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: theme.text, fontSize: 12, interval: 0, formatter: (at) => short(names[at], most) },
    });
    const option = {
      ...base(theme),
      grid: { left, right: 8, top: 56, bottom: 8 },
      xAxis: { ...labels(data.columns, data.x, Math.max(3, Math.floor(cell / 7)), 32), position: 'top' },
      yAxis: { ...labels(data.rows, data.y, longest, left - 20), inverse: true },
      visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: theme.heat } },
      series: [
        {
          type: 'heatmap',
          data: data.values.flatMap((row, i) =>
            row.flatMap((x, j) =>
              x === null
                ? []
                : [{ value: [j, i, share(x), x], label: { show: true, color: onHeat(theme, share(x)) } }]
            )
          ),
          label: { fontSize: 14, formatter: ({ value }) => number(value[3]) },
          itemStyle: { borderColor: theme.surface, borderWidth: 2 },
          emphasis: { itemStyle: { borderColor: theme.text } },
        },
      ],
    };
    option.tooltip.formatter = ({ value }) =>
      tip([data.y + ': ' + data.rows[value[1]], data.x + ': ' + data.columns[value[0]], number(value[3])]);
    return option;
  };

  /* Names stand at the ends of lines: nobody looks from a legend to a line and back. */
  const curves = (data, theme, width) => {
    const most = width < 500 ? 13 : 24;
    const longest = Math.min(most, Math.max(...data.lines.map(({ name }) => name.length)));
    const option = {
      ...base(theme),
      grid: { left: 8, right: 20 + longest * 7, top: 34, bottom: 32, containLabel: true },
      xAxis: axis(theme, wholeRange(data), below),
      yAxis: yAxis(theme, data.y),
      series: data.lines.map((given, at) => {
        const colour = at < theme.hues.length ? theme.hues[at] : theme.muted;
        return {
          ...line(theme, given, 0),
          symbol: ['circle', 'rect', 'triangle', 'diamond'][at % 4],
          color: colour,
          lineStyle: { width: 2, type: given.stroke === 'DASHED' ? 'dashed' : 'solid' },
          endLabel: {
            show: true,
            color: colour,
            fontSize: 12,
            formatter: () => short(given.name, most),
          },
          labelLayout: { moveOverlap: 'shiftY' },
        };
      }),
    };
    option.tooltip.trigger = 'axis';
    option.tooltip.formatter = (at) =>
      tip([data.x.name + ': ' + number(at[0].value[0]), ...lastOfEach(at)]);
    return option;
  };

  const points = (data, theme, width) => {
    const most = width < 500 ? 13 : 24;
    const room = 22 + 7 * Math.min(most, Math.max(...data.points.map(({ name }) => name.length)));
    const known = (x) => x !== null && x !== undefined;
    const colour = (point) => (point.strong ? theme.series[1] : theme.series[0]);
    const option = {
      ...base(theme),
      grid: { left: 8, right: room, top: 34, bottom: 32, containLabel: true },
      xAxis: axis(theme, data.x, {
        ...below,
        min: data.x.min ?? undefined,
        max: (range) => Math.max(range.max * 1.08, range.max + 1e-9),
        axisLabel: { color: theme.muted, fontSize: 12, hideOverlap: true, showMaxLabel: false, formatter: number },
      }),
      yAxis: yAxis(theme, data.y),
      series: [
        {
          type: 'custom',
          name: 'interval',
          silent: true,
          encode: { x: 0, y: [1, 2] },
          data: data.points
            .map((point, at) => [point.x, point.low, point.high, at])
            .filter(([, low]) => known(low)),
          renderItem: (params, api) => {
            const [x, top] = api.coord([api.value(0), api.value(2)]);
            const [, bottom] = api.coord([api.value(0), api.value(1)]);
            return {
              type: 'line',
              shape: { x1: x, y1: top, x2: x, y2: bottom },
              style: { stroke: colour(data.points[api.value(3)]), lineWidth: 2 },
            };
          },
        },
        {
          type: 'scatter',
          name: 'variants',
          symbolSize: 11,
          z: 5,
          data: data.points.map((point) => ({
            value: [point.x, point.y],
            name: point.name,
            itemStyle: { color: colour(point), borderColor: theme.surface, borderWidth: 1.5 },
            label: {
              show: true,
              position: 'right',
              color: theme.text,
              fontSize: 12,
              formatter: () => short(point.name, most),
            },
          })),
          labelLine: { show: true, length2: 4, lineStyle: { color: theme.line } },
          labelLayout: { x: width - room + 14, moveOverlap: 'shiftY' },
        },
      ],
    };
    option.tooltip.formatter = ({ name, value }) =>
      tip([name, data.x.name + ': ' + number(value[0]), data.y.name + ': ' + number(value[1])]);
    return option;
  };

  return { lines, histogram, scatter, matrix, intervals, grid, curves, points };
})();
