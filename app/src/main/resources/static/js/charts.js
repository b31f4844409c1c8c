// SPDX-License-Identifier: Apache-2.0
// Draws the charts whose options the server wrote, and draws them again when size, theme or paper changes.
(() => {
  const NAMED_COLOUR = /^var\((--[\w-]+)\)$/;
  const charts = new Map();
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 3 });
  let light = null;

  const colour = (name) => {
    const source = light ?? document.documentElement;
    return getComputedStyle(source).getPropertyValue(name).trim();
  };

  const coloured = (part) => {
    if (typeof part === "string") {
      const named = NAMED_COLOUR.exec(part);
      return named ? colour(named[1]) : part;
    }
    if (Array.isArray(part)) {
      return part.map(coloured);
    }
    if (part !== null && typeof part === "object") {
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, coloured(value)]));
    }
    return part;
  };

  const option = (figure) => {
    const text = figure.querySelector("script[type='application/json']").textContent;
    const font = getComputedStyle(document.body).fontFamily;
    const narrow = figure.clientWidth < 480;
    const chosen = coloured(JSON.parse(text));
    chosen.textStyle = { fontFamily: font };
    [chosen.xAxis, chosen.yAxis].filter((axis) => axis.type === "value").forEach((axis) => {
      const words = axis.axisLabel.formatter;
      axis.axisLabel.formatter = (value) => words.replace("{value}", numbers.format(value));
    });
    if (narrow) {
      chosen.series.filter((series) => series.label?.width).forEach((series) => {
        series.label.width = 100;
      });
      chosen.grid = { ...chosen.grid, left: 48, right: figure.dataset.chart === "funnel" ? 118 : 92 };
    }
    return chosen;
  };

  const draw = (figure) => {
    let chart = charts.get(figure);
    if (!chart) {
      chart = echarts.init(figure.querySelector("[data-canvas]"), null, { renderer: "canvas" });
      charts.set(figure, chart);
    }
    chart.setOption(option(figure), true);
    chart.resize();
    figure.dataset.drawn = "";
  };

  const drawAll = () => document.querySelectorAll("[data-chart]").forEach(draw);

  const save = (figure, kind) => {
    const chart = charts.get(figure);
    const link = document.createElement("a");
    link.download = `${figure.dataset.chart}.${kind}`;
    if (kind === "png") {
      link.href = chart.getDataURL({ type: "png", pixelRatio: 3, backgroundColor: colour("--wk-surface") });
    } else {
      const size = { width: chart.getWidth(), height: chart.getHeight() };
      const twin = echarts.init(null, null, { renderer: "svg", ssr: true, ...size });
      twin.setOption(option(figure));
      link.href = URL.createObjectURL(new Blob([twin.renderToSVGString()], { type: "image/svg+xml" }));
      twin.dispose();
    }
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  document.querySelectorAll("[data-chart]").forEach((figure) => {
    figure.querySelectorAll("[data-save]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => save(figure, button.dataset.save));
    });
  });

  let waiting = 0;
  window.addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 100);
  });
  document.addEventListener("theme", drawAll);
  window.addEventListener("beforeprint", () => {
    light = document.createElement("div");
    light.dataset.bsTheme = "light";
    light.hidden = true;
    document.body.append(light);
    drawAll();
  });
  window.addEventListener("afterprint", () => {
    light?.remove();
    light = null;
    drawAll();
  });
  document.fonts.load("12px Inter").then(drawAll, drawAll);
})();
