(function () {
  "use strict";
  var all = function (root, query) { return Array.prototype.slice.call(root.querySelectorAll(query)); };
  function openAround(node) {
    for (var up = node; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") { up.open = true; }
    }
    all(node, ":scope > details").concat(node.tagName === "DETAILS" ? [node] : []).forEach(function (d) { d.open = true; });
  }
  function follow() {
    var name = "";
    try { name = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    var node = name && document.getElementById(name);
    if (!node) { return; }
    openAround(node);
    node.scrollIntoView();
  }
  window.addEventListener("hashchange", follow);
  follow();
  window.addEventListener("beforeprint", function () {
    all(document, "details:not([open])").forEach(function (d) { d.open = true; d.dataset.printed = "yes"; });
  });
  window.addEventListener("afterprint", function () {
    all(document, "details[data-printed]").forEach(function (d) { d.open = false; delete d.dataset.printed; });
  });
  var onTurn = [];
  // The swaps are placed before anything below moves an element.
  (function () {
    var held = document.getElementById("swaps");
    var button = document.querySelector(".other-language");
    var data = held && JSON.parse(held.textContent);
    var elements = all(document, "*");
    if (!button || !data || data.count !== elements.length) { return; }
    var at = 0, turned = 0, places = [];
    for (var n = 0; n < data.places.length; n += 3) {
      at += data.places[n];
      var slot = data.places[n + 1];
      var texts = slot < 0 ? [] : Array.prototype.filter.call(elements[at].childNodes, function (child) {
        return child.nodeType === 3 && /[^ \t\n\r\f]/.test(child.data);
      });
      places.push({ element: elements[at], text: texts[slot], name: data.names[-1 - slot], words: data.pairs[data.places[n + 2]] });
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      turned = 1 - turned;
      places.forEach(function (place) {
        var words = place.words[turned];
        if (place.text) { place.text.data = words; }
        else if (place.name === "") { place.element.textContent = words; }
        else if (words === null) { place.element.removeAttribute(place.name); }
        else { place.element.setAttribute(place.name, words); }
      });
      onTurn.forEach(function (again) { again(); });
    });
  })();
  all(document, ".grid-part").forEach(function (part) {
    var tools = part.querySelector(".tools");
    if (!tools) { return; }
    var status = tools.querySelector(".shown");
    var claims = all(part, ".claim");
    tools.hidden = false;
    function wanted(claim, filter) {
      if (filter === "all") { return true; }
      if (filter === "changed") { return claim.dataset.changed === "yes"; }
      return claim.dataset.group === filter;
    }
    function chosen(kind) { return tools.querySelector("input[name$='-" + kind + "']:checked").value; }
    function apply() {
      var filter = chosen("filter");
      var count = 0;
      claims.forEach(function (claim) {
        var shown = wanted(claim, filter);
        var next = claim.nextElementSibling;
        claim.hidden = !shown;
        if (next && next.classList.contains("proof-row")) { next.hidden = !shown; }
        count += shown ? 1 : 0;
      });
      all(part, "tbody, .lone").forEach(function (group) { group.hidden = !group.querySelector(".claim:not([hidden])"); });
      var head = part.querySelector("table.grid thead");
      if (head) { head.closest(".wide").hidden = !part.querySelector("tbody:not([hidden])"); }
      status.textContent = (count < 2 ? status.dataset.one : status.dataset.many).replace("#", String(count));
    }
    function order() {
      var byDate = chosen("sort") === "date";
      all(part, "tbody, .lone-list").forEach(function (group) {
        var pairs = claims.filter(function (c) { return c.parentElement === group; }).map(function (c, n) {
          return { at: claims.indexOf(c), claim: c, proof: c.nextElementSibling };
        });
        pairs.sort(function (a, b) {
          var left = a.claim.dataset.date || "9999", right = b.claim.dataset.date || "9999";
          return byDate && left !== right ? (left < right ? -1 : 1) : a.at - b.at;
        });
        pairs.forEach(function (pair) {
          group.appendChild(pair.claim);
          if (pair.proof && pair.proof.classList.contains("proof-row")) { group.appendChild(pair.proof); }
        });
      });
    }
    all(tools, "input").forEach(function (input) {
      input.addEventListener("change", function () { order(); apply(); });
    });
    onTurn.push(apply);
    apply();
  });
})();
