(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (typeof value === 'function') made.addEventListener(name, value);
      else if (value !== false && value != null) made.setAttribute(name, value);
    }
    made.append(...children.filter(child => child != null));
    return made;
  };

  // Light or dark: the system's choice until somebody makes one.
  const root = document.documentElement;
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const remembered = (() => { try { return localStorage.getItem('dataeng-theme'); } catch { return null; } })();
  if (remembered === 'dark' || remembered === 'light') root.dataset.theme = remembered;
  one('#theme').addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('dataeng-theme', root.dataset.theme); } catch { /* a page opened from disk may have no storage */ }
  });

  // Search and filters: what each finding says is read once.
  const filters = one('#filters');
  const search = one('#search');
  const findings = all('.finding').map(node => ({
    node, severity: node.dataset.severity, area: node.dataset.area,
    projects: node.dataset.projects.split('\n'), datasets: node.dataset.datasets.split('\n'), text: null,
  }));
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = new FormData(filters);
    const severities = new Set(chosen.getAll('severity'));
    const [area, project, dataset] = ['area', 'project', 'dataset'].map(name => chosen.get(name));
    const has = (text) => words.every(word => text.includes(word));
    let shown = 0;
    for (const finding of findings) {
      if (words.length) finding.text ??= finding.node.textContent.toLowerCase();
      const fits = severities.has(finding.severity)
        && (!area || finding.area === area)
        && (!project || finding.projects.includes(project))
        && (!dataset || finding.datasets.includes(dataset))
        && (!words.length || has(finding.text));
      finding.node.hidden = !fits;
      shown += fits;
    }
    for (const group of all('.group')) group.hidden = !one('.finding:not([hidden])', group);
    for (const row of all('.datasets tbody tr')) row.hidden = words.length > 0 && !has(row.textContent.toLowerCase());
    for (const stage of all('.stages > li')) stage.hidden = words.length > 0 && !has(stage.textContent.toLowerCase());
    one('#shown').textContent = shown === findings.length ? `${shown} findings` : `${shown} of ${findings.length} findings`;
    if (picture) highlight(words.length ? nodes.filter(node => has(node.dataset.label.toLowerCase())).map(node => node.dataset.node) : null);
  };
  let waiting = 0;
  search.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); });
  filters.addEventListener('change', apply);
  filters.addEventListener('reset', () => { search.value = ''; setTimeout(apply); });
  for (const tile of all('.tiles a')) tile.addEventListener('click', () => {
    for (const box of all('[name=severity]', filters)) box.checked = box.value === tile.dataset.severity;
    apply();
  });
  const reveal = () => {
    const target = location.hash.startsWith('#f-') && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) filters.reset();
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', () => { for (const node of all('.finding')) node.open = true; });
  addEventListener('keydown', event => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); search.focus(); }
    else if (event.key === 'Escape') close();
  });

  // The picture: what is seen of it is the view box.
  const picture = one('#picture');
  const details = one('#details');
  const nodes = picture ? all('.node', picture) : [];
  const arrows = picture ? all('.arrows path', picture) : [];
  const nodeOf = new Map(nodes.map(node => [node.dataset.node, node]));
  let view = null;
  let last = null;
  const show = () => picture.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  const whole = () => ({ x: -20, y: -20, width: +picture.dataset.width + 40, height: +picture.dataset.height + 40 });
  const zoom = (factor, at) => {
    const box = picture.getBoundingClientRect();
    const scale = Math.max(view.width / box.width, view.height / box.height);
    const next = Math.min(Math.max(scale / factor, 0.25), 12);
    const [px, py] = at ?? [box.width / 2, box.height / 2];
    const [cx, cy] = [view.x + view.width / 2 + (px - box.width / 2) * scale, view.y + view.height / 2 + (py - box.height / 2) * scale];
    const [width, height] = [box.width * next, box.height * next];
    view = { x: cx - (px - box.width / 2) * next - width / 2, y: cy - (py - box.height / 2) * next - height / 2, width, height };
    show();
  };
  const move = (dx, dy) => {
    const box = picture.getBoundingClientRect();
    const scale = Math.max(view.width / box.width, view.height / box.height);
    view = { ...view, x: view.x + dx * scale, y: view.y + dy * scale };
    show();
  };
  const fit = () => { view = whole(); show(); };
  // All of it, if it can be read; else its upper left part, where the largest group is.
  const start = () => {
    const box = picture.getBoundingClientRect();
    view = whole();
    const scale = Math.max(view.width / box.width, view.height / box.height);
    const readable = 1.35;
    if (scale > readable) view = { x: -20, y: -20, width: box.width * readable, height: box.height * readable };
    show();
  };

  // What a dataset's stages and columns are joined with, both ways.
  const datasetAt = new Map(data.datasets.map((dataset, index) => [dataset.id, index]));
  const stageAt = new Map(data.stages.map((stage, index) => [stage.id, index]));
  const forth = new Map();
  const back = new Map();
  const join = (from, to) => {
    (forth.get(from) ?? forth.set(from, new Set()).get(from)).add(to);
    (back.get(to) ?? back.set(to, new Set()).get(to)).add(from);
  };
  for (const arrow of arrows) join(arrow.dataset.from, arrow.dataset.to);
  const columnKey = (dataset, column) => dataset + '\n' + (column ?? '');
  const feeds = new Map();
  const fedBy = new Map();
  for (const line of data.lineage) {
    for (const origin of line.from) {
      if (!origin.dataset) continue;
      const edge = { stage: line.stage, from: origin, to: line };
      const [source, target] = [columnKey(origin.dataset, origin.column), columnKey(line.dataset, line.column)];
      (feeds.get(source) ?? feeds.set(source, []).get(source)).push(edge);
      (fedBy.get(target) ?? fedBy.set(target, []).get(target)).push(edge);
    }
  }
  const reach = (start, next) => {
    const seen = new Set(start);
    for (const queue = [...start]; queue.length;) for (const other of next.get(queue.pop()) ?? []) if (!seen.has(other)) { seen.add(other); queue.push(other); }
    return seen;
  };
  const reachColumns = (start, edges, pick) => {
    const seen = new Map();
    for (const queue = [start]; queue.length;) for (const edge of edges.get(queue.pop()) ?? []) {
      const end = pick(edge);
      const key = columnKey(end.dataset, end.column);
      if (!seen.has(key)) { seen.set(key, edge); queue.push(key); }
    }
    return seen;
  };
  const highlight = ids => {
    const on = ids && new Set(ids);
    picture.classList.toggle('chosen', !!on);
    for (const node of nodes) node.classList.toggle('on', !!on?.has(node.dataset.node));
    for (const arrow of arrows) arrow.classList.toggle('on', !!on && on.has(arrow.dataset.from) && on.has(arrow.dataset.to));
  };
  const pickedNode = id => { for (const node of nodes) node.classList.toggle('picked', node.dataset.node === id); };
  const close = () => {
    if (!details || details.hidden) return;
    details.hidden = true;
    highlight(null);
    pickedNode(null);
    last?.focus();
  };

  const nameOf = id => data.datasets[datasetAt.get(id)]?.label ?? id;
  const jump = id => element('button', { type: 'button', class: 'link', click: () => choose(id) }, id[0] === 'd' ? data.datasets[+id.slice(1)].label : data.stages[+id.slice(1)].label);
  const list = (title, items) => items.length ? [element('h4', {}, title), element('ul', {}, ...items.map(item => element('li', {}, ...[item].flat())))] : [];
  const edgeText = (end, edge) => [`${nameOf(end.dataset)}${end.column ? '.' + end.column : ' (rows)'}`, element('small', {}, [edge.from.type === 'INDIRECT' ? 'decides about it' : null, edge.from.subtype?.toLowerCase(), 'in ' + (data.stages[stageAt.get(edge.stage)]?.label ?? edge.stage)].filter(Boolean).join(', '))];

  const columnRow = (dataset, column) => {
    const trace = element('ul', { class: 'trace', hidden: '' });
    const button = element('button', { type: 'button', class: 'column', 'aria-expanded': 'false', click: () => {
      const open = trace.hidden;
      for (const other of all('.column', details)) { other.setAttribute('aria-expanded', 'false'); other.nextSibling.hidden = true; }
      trace.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
      if (open) showTrace(dataset, column, trace); else highlightDataset('d' + datasetAt.get(dataset.id));
    } }, column.name, element('span', {}, [column.key ? 'key' : null, column.type].filter(Boolean).join(' · ')));
    return [button, trace];
  };
  const showTrace = (dataset, column, trace) => {
    const key = columnKey(dataset.id, column.name);
    const up = reachColumns(key, fedBy, edge => edge.from);
    const down = reachColumns(key, feeds, edge => edge.to);
    const values = data.lineage.filter(line => line.dataset === dataset.id && line.column === column.name).flatMap(line => line.values);
    const part = (title, edges, pick) => edges.size
      ? [element('li', {}, element('b', {}, title)), ...[...edges.values()].map(edge => element('li', {}, ...edgeText(pick(edge), edge)))] : [];
    trace.replaceChildren(...part('Upstream', up, edge => edge.from), ...part('Downstream', down, edge => edge.to));
    if (values.length) trace.append(element('li', {}, 'Also set from: ' + [...new Set(values)].join(', ')));
    if (!trace.childNodes.length) trace.append(element('li', {}, 'Nothing is known to feed it, and nothing to use it.'));
    const on = new Set(['d' + datasetAt.get(dataset.id)]);
    for (const edge of [...up.values(), ...down.values()]) for (const id of ['d' + datasetAt.get(edge.from.dataset), 's' + stageAt.get(edge.stage), 'd' + datasetAt.get(edge.to.dataset)]) on.add(id);
    highlight(on);
  };
  const highlightDataset = id => highlight(new Set([...reach([id], forth), ...reach([id], back)]));

  const datasetDetails = dataset => [
    element('h3', {}, dataset.label), element('small', {}, `${dataset.kind} · ${dataset.namespace}`),
    ...list('Key', dataset.key.length ? [dataset.key.join(', ')] : []),
    ...list('Contract', dataset.contract.length ? [dataset.contract.join(', ')] : []),
    ...list('Written by', dataset.writers.map(writer => [jump('s' + stageAt.get(writer.stage)), ` ${writer.mode}${writer.validated ? ', validated' : ''}`])),
    ...list('Read by', dataset.readers.map(reader => [jump('s' + stageAt.get(reader.stage)), reader.validated ? ' validated' : ''])),
    ...(dataset.columns.length ? [element('h4', {}, 'Columns')] : []), ...dataset.columns.flatMap(column => columnRow(dataset, column)),
    ...findingLinks(dataset.findings),
  ];
  const stageDetails = stage => [
    element('h3', {}, stage.label), element('small', {}, stage.name), element('small', {}, [stage.project, stage.host === 'unknown' ? null : stage.host, stage.runner, stage.owner].filter(Boolean).join(' · ')),
    ...list('A past day', [stage.backfill]),
    ...list('Reads', stage.inputs.map(id => [jump('d' + datasetAt.get(id))])),
    ...list('Writes', stage.outputs.map(output => [jump('d' + datasetAt.get(output.dataset)), ` ${output.mode}`])),
    ...findingLinks(stage.findings),
  ];
  const findingLinks = ids => list('Findings', ids.map(id => [element('a', { href: '#f-' + id }, one('.title', document.getElementById('f-' + id)).textContent)]));
  const choose = id => {
    details.replaceChildren(
      element('button', { type: 'button', class: 'close', 'aria-label': 'Close', click: close }, element('span', { 'aria-hidden': 'true' }, '×')),
      ...(id[0] === 'd' ? datasetDetails(data.datasets[+id.slice(1)]) : stageDetails(data.stages[+id.slice(1)])));
    details.hidden = false;
    details.scrollTop = 0;
    last = nodeOf.get(id) ?? last;
    highlightDataset(id);
    pickedNode(id);
  };

  if (picture) {
    start();
    for (const button of all('[data-zoom]')) button.addEventListener('click', () => button.dataset.zoom === 'fit' ? fit() : zoom(button.dataset.zoom === 'in' ? 1.3 : 1 / 1.3));
    picture.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = picture.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, [event.clientX - box.left, event.clientY - box.top]);
    }, { passive: false });
    let from = null;
    let dragged = false;
    picture.addEventListener('pointerdown', event => { from = [event.clientX, event.clientY]; dragged = false; });
    addEventListener('pointermove', event => {
      if (!from) return;
      const [dx, dy] = [from[0] - event.clientX, from[1] - event.clientY];
      if (!dragged && Math.hypot(dx, dy) < 4) return;
      dragged = true;
      picture.classList.add('moving');
      move(dx, dy);
      from = [event.clientX, event.clientY];
    });
    addEventListener('pointerup', () => { from = null; picture.classList.remove('moving'); });
    picture.addEventListener('click', event => {
      const node = event.target.closest('.node');
      if (dragged) return;
      if (node) choose(node.dataset.node); else close();
    });
    picture.addEventListener('keydown', event => {
      const node = event.target.closest('.node');
      if (node && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); choose(node.dataset.node); one('.close', details).focus(); return; }
      const moves = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
      if (moves[event.key]) move(...moves[event.key]);
      else if (event.key === '+' || event.key === '=') zoom(1.3);
      else if (event.key === '-') zoom(1 / 1.3);
      else if (event.key === '0') fit();
      else return;
      event.preventDefault();
    });
    picture.addEventListener('focusin', event => {
      const node = event.target.closest('.node:focus-visible');
      if (!node) return;
      const [seen, box] = [node.getBoundingClientRect(), picture.getBoundingClientRect()];
      const outside = (low, high, from, to) => low < from ? low - from - 20 : high > to ? high - to + 20 : 0;
      move(outside(seen.left, seen.right, box.left, box.right), outside(seen.top, seen.bottom, box.top, box.bottom));
    });
    addEventListener('beforeprint', fit);
    for (const button of all('[data-show]')) button.addEventListener('click', () => { choose(button.dataset.show); one('#lineage').scrollIntoView(); });
  }

  reveal();
})();
