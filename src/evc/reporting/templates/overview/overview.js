(function () {
  'use strict';
  var root = document.documentElement, form = document.getElementById('filters'), list = document.getElementById('list');
  var body = list.tBodies[0], heads = list.tHead.rows[0].cells, shown = document.getElementById('shown');
  var compare = new Intl.Collator(root.lang, {numeric: true}).compare, timer = 0, order = '';
  var links = document.querySelectorAll('.pages a');
  var inMatrix = {};
  document.querySelectorAll('.matrix tbody tr').forEach(function (tr) { inMatrix[tr.dataset.n] = tr; });
  var rows = Array.prototype.map.call(body.rows, function (tr) {
    var text = tr.cells[0].textContent + ' ' + tr.cells[1].textContent;
    return {tr: tr, text: plain(text), labels: ' ' + tr.dataset.l + ' ', twin: inMatrix[tr.dataset.n], keys: {}};
  });

  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); }

  /* What the form asks, as the address can keep it. */
  function asked() {
    var pairs = new URLSearchParams();
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.name && field.value.trim()) { pairs.set(field.name, field.value.trim()); }
    });
    if (order) { pairs.set('volgorde', order); }
    return pairs;
  }

  function filter() {
    var words = plain(form.elements.q.value).split(/\s+/), count = 0;
    var programme = form.elements.opleiding.value, stand = form.elements.stand.value, label = form.elements.oordeel.value;
    rows.forEach(function (row) {
      var data = row.tr.dataset;
      var fits = (!programme || data.p === programme) && (!stand || data.s === stand) &&
        (!label || row.labels.indexOf(' ' + label + ' ') >= 0) &&
        words.every(function (word) { return row.text.indexOf(word) >= 0; });
      row.tr.hidden = !fits;
      if (row.twin) { row.twin.hidden = !fits; }
      count += fits;
    });
    shown.textContent = shown.dataset.say.replace('{shown}', count).replace('{total}', rows.length);
  }

  function keep() {
    var hash = asked().toString();
    history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
    links.forEach(function (link) { link.hash = hash; });
  }

  function changed() {
    filter();
    clearTimeout(timer);
    timer = setTimeout(keep, 150);
  }

  function key(row, column) {
    if (!(column in row.keys)) {
      var cell = row.tr.cells[column], value = cell.dataset.v;
      row.keys[column] = value === undefined ? cell.textContent.trim() : +value;
    }
    return row.keys[column];
  }

  /* Rows that compare equal stay in the order they have. */
  function sort(name, down) {
    var head = list.tHead.querySelector('[data-sort="' + name + '"]');
    Array.prototype.forEach.call(heads, function (th) { th.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    order = (down ? '-' : '') + name;
    rows.sort(function (a, b) {
      var one = key(a, head.cellIndex), other = key(b, head.cellIndex);
      return (down ? -1 : 1) * (typeof one === 'number' ? one - other : compare(one, other));
    });
    var all = document.createDocumentFragment();
    rows.forEach(function (row) { all.appendChild(row.tr); });
    body.appendChild(all);
  }

  /* A view that somebody mailed; an address of a place on the page is left alone. */
  function read() {
    if (location.hash.indexOf('=') < 0) { return; }
    var pairs = new URLSearchParams(location.hash.slice(1));
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!field.name) { return; }
      field.value = pairs.get(field.name) || '';
      if (field.selectedIndex < 0) { field.selectedIndex = 0; }
    });
    var wish = (pairs.get('volgorde') || '').match(/^(-?)(candidate|name|programme|stand|awarded)$/);
    if (wish) { sort(wish[2], wish[1] === '-'); }
  }

  Array.prototype.forEach.call(heads, function (th) {
    if (!th.dataset.sort) { return; }
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = th.textContent;
    button.addEventListener('click', function () {
      sort(th.dataset.sort, th.getAttribute('aria-sort') === 'ascending');
      changed();
    });
    /* Browsers leave buttons out of the heading that is repeated on every printed sheet. */
    var paper = document.createElement('span');
    paper.className = 'paper';
    paper.textContent = button.textContent;
    th.replaceChildren(button, paper);
  });
  form.addEventListener('input', changed);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(changed, 0); });
  window.addEventListener('hashchange', function () { read(); filter(); });
  /* Which unit a shape is of, for who points at it. */
  list.addEventListener('mouseover', function (event) {
    var shape = event.target;
    if (shape.classList.contains('g') && shape.textContent) { shape.title = shape.textContent; }
  });
  form.hidden = false;
  root.classList.add('on');
  read();
  filter();
}());
