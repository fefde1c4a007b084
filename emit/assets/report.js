"use strict";
(() => {
  const panel = document.getElementById("filters");
  const outcome = document.getElementById("outcome");
  const boxes = Array.from(panel.querySelectorAll("input"));
  const changes = Array.from(document.querySelectorAll(".change"));
  const groups = Array.from(document.querySelectorAll(".group"));

  const unwanted = (name) => new Set(boxes.filter((box) => box.name === name && !box.checked).map((box) => box.value));

  const apply = () => {
    const kinds = unwanted("kind");
    const weights = unwanted("weight");
    for (const change of changes) {
      change.hidden = kinds.has(change.dataset.kind) || weights.has(change.dataset.weight);
    }
    for (const group of groups) {
      group.hidden = !group.querySelector(".change:not([hidden])");
      document.querySelector(`a[href="#${group.id}"]`).parentElement.hidden = group.hidden;
    }
    const shown = changes.filter((change) => !change.hidden).length;
    outcome.textContent = shown === changes.length ? outcome.dataset.all : outcome.dataset.some.replace("#", shown);
  };

  const showAll = () => {
    for (const box of boxes) {
      box.checked = true;
    }
    apply();
  };

  panel.addEventListener("change", apply);
  document.getElementById("show-all").addEventListener("click", showAll);
  panel.hidden = false;
  apply();
})();
